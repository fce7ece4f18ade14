"""A sitting in the editors that most machines have: nano, and vi."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from learnlead.page.page import parse
from running import run
from terminal.terminal import Terminal

pytestmark = pytest.mark.system

KEYS = {
    "nano": (
        *("\x17", "insight -->", "enter", "\x05", "enter"),  # find it, to the end of the line
        *("Ten seconds of silence.", "\x0f", "enter", "\x18"),  # write out, and leave
    ),
    "vi": ("/insight -->", "enter", "o", "Ten seconds of silence.", "\x1b", ":wq", "enter"),
}
LEAVES = {"nano": ("\x18",), "vi": (":q", "enter")}


@pytest.fixture(params=sorted(KEYS))
def editor(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    name = str(request.param)
    if shutil.which(name) is None:
        pytest.skip(f"needs {name}: make test-system installs it")
    monkeypatch.setenv("EDITOR", name)
    monkeypatch.setenv("TERM", "vt100")  # vim asks an xterm for more than pyte knows
    return name


@pytest.fixture
def workspace() -> Path:
    root = Path(os.environ["HOME"]) / "learnlead"
    assert run("init", root).code == 0
    return root


def test_an_answer_typed_in_it_is_on_the_page(editor: str, workspace: Path) -> None:
    with Terminal("reflect", "--editor") as terminal:
        terminal.wait_for("learnlead: 1", "kind: reflection")
        for key in KEYS[editor]:
            terminal.press(key)
        terminal.wait_for("Saved. ")
        assert terminal.finish() == 0
    (page,) = (workspace / "journals").glob("*.md")
    found, problems = parse(page.read_text(encoding="utf-8"), page.name)
    assert found is not None
    assert (found.reflection.insight, problems) == ("Ten seconds of silence.", [])
    assert not list(Path.home().rglob("*reflection.md*"))  # nor a backup or swap file beside it


def test_leaving_it_at_once_keeps_nothing(editor: str, workspace: Path) -> None:
    with Terminal("reflect", "--editor") as terminal:
        terminal.wait_for("learnlead: 1", "kind: reflection")
        for key in LEAVES[editor]:
            terminal.press(key)
        terminal.wait_for("The page was not changed, so nothing is kept.")
        assert terminal.finish() == 0
    assert not list((workspace / "journals").glob("*.md"))
