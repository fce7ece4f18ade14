"""Problems of other pages beside an answer: the first few, or one line that names the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import CORE, as_json, held
from running import run

pytestmark = pytest.mark.usefixtures("workspace")

BROKEN = 7
INSIGHT = r"sed -i 's/insight -->/&\nSilence./'"
"""An editor that answers one question."""


@pytest.fixture(autouse=True)
def _journal(workspace: Path) -> None:
    held("insight: x\ndate: 2026-11-13\n")
    for day in range(1, BROKEN + 1):
        Path(f"journals/2026-11-{day:02}-{CORE}.md").write_text("# Hello\n", encoding="utf-8")


@pytest.mark.parametrize("command", [("trends",), ("journal", "list"), ("plan", "list")])
def test_five_are_told_and_then_where_the_rest_is(command: tuple[str, ...]) -> None:
    ran = run(*command)
    assert ran.code == 0
    lines = ran.stderr.splitlines()
    assert len(lines) == 6
    assert all("a page without front matter" in line for line in lines[:5])
    assert lines[5] == "learnlead: and 2 more (learnlead journal check shows all)"
    assert len(as_json(*command)["problems"]) == BROKEN


def test_where_one_stands_is_told_in_one_line() -> None:
    ran = run()
    assert ran.stderr == ""
    assert "7 problems in the journal (learnlead journal check)\n" in ran.stdout
    assert run("due").stderr == ""


def test_a_sitting_mentions_them_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", INSIGHT)
    ran = run("reflect", "--editor")
    (line,) = [line for line in ran.stderr.splitlines() if "problem" in line]
    what = "7 problems in the newest pages: `learnlead journal check` shows more"
    assert line == f"learnlead: {what}"


def test_pages_that_cannot_be_read_are_no_sittings_held(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "sittings held: 1\n" in run().stdout
    assert as_json()["sittings"] == 1
    monkeypatch.setenv("EDITOR", INSIGHT)
    assert run("reflect", "--editor").code == 0
    assert "sittings held: 2\n" in run().stdout
