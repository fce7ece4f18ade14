"""A run that was killed between the new page and the older one's box is made up for."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from cli.kit import LAST_WEEKS, PLAN, TODAYS, held
from learnlead.adapters.disk.files import lock
from running import run, run_program

KILLED = """
import os, signal, sys
from learnlead.__main__ import main
from learnlead.app import keep
keep.mark_plan = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
main()
"""


@pytest.fixture
def older(workspace: Path) -> Path:
    """The page of a plan whose box was not set any more."""
    held(f"date: 2026-11-13\n{PLAN}")
    page = workspace / "journals" / f"{LAST_WEEKS}.md"
    assert "- [ ] If" in page.read_text("utf-8")
    answers = workspace / "answers.yaml"
    answers.write_text("date: 2026-11-20\nlook_back: {outcome: done}\n", encoding="utf-8")
    killed = run_program("reflect", "--answers", answers, program=(sys.executable, "-c", KILLED))
    assert killed.code == -signal.SIGKILL, killed.stderr
    assert (workspace / "journals" / f"{TODAYS}.md").exists()
    assert "- [ ] If" in page.read_text("utf-8")
    return page


@pytest.mark.parametrize(
    "command", [("plan", "list"), ("plan", "done"), ("reflect", "--answers", "-")]
)
def test_the_next_command_sets_the_box_and_says_so_once(
    older: Path, command: tuple[str, ...]
) -> None:
    before = older.read_text("utf-8")
    warning = (
        f"journals/{LAST_WEEKS}.md: warning: the box of this plan was still open, and is [x] now"
    )
    assert warning in run(*command, stdin="insight: more\n").stderr
    assert older.read_text("utf-8") == before.replace("- [ ] If", "- [x] If")
    assert warning not in run(*command, stdin="insight: more\n").stderr
    assert run("journal", "check").code == 0


@pytest.mark.parametrize("command", [("due",), ("trends",), ("plan", "list")])
def test_what_only_reads_and_what_a_hand_wrote_stays(older: Path, command: tuple[str, ...]) -> None:
    before = older.read_text("utf-8")
    if command == ("plan", "list"):
        before = before.replace("- [ ] If", "- [/] If")
        older.write_text(before, encoding="utf-8")
    assert "was still open" not in run(*command).stderr
    assert older.read_text("utf-8") == before


def test_a_box_that_cannot_be_set_stops_nothing(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0)
    with lock.Lock(older.parent):
        ran = run("plan", "list")
    assert (ran.code, ran.stdout) == (0, "No plan is open.\n")
    assert "another learnlead is changing something there" in ran.stderr
    assert "- [ ] If" in older.read_text("utf-8")
