"""A coach at a terminal reads one leader at a time, and only whom they asked for counts as read."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.terminal import Terminal
from unit.adapters.disk.hostile_zips import files, zipped


@pytest.fixture
def bundles(tmp_path: Path) -> list[str]:
    """Anna's and Bea's, by hand."""
    for name, called in (("1", "Anna"), ("2", "Bea")):
        leader = {"id": name * 32, "name": called}
        (tmp_path / f"{called}.zip").write_bytes(zipped(files(leader=leader)))
    return ["Anna.zip", "Bea.zip"]


def noted(home: Path) -> set[str]:
    return {file.stem[-1] for file in home.rglob("leader-*.json")}


@pytest.mark.parametrize(("key", "read"), [("q", {"1"}), ("", {"1", "2"})])
def test_the_next_leader_comes_when_asked_for(
    bundles: list[str], tmp_path: Path, key: str, read: set[str]
) -> None:
    world = {"HOME": str(tmp_path)}
    with Terminal(
        "coach", "review", *bundles, cwd=tmp_path, environment=world, rows=60
    ) as terminal:
        terminal.wait_for("On which terms", "Anna", "Enter shows the next")
        assert "from the conversation" in terminal.text
        assert terminal.text.count("How sure this is") == 1
        terminal.press(*key, "enter")
        if not key:
            terminal.wait("the second leader", lambda: terminal.text.count("How sure this is") == 2)
        assert terminal.finish() == 0
    assert noted(tmp_path) == read
