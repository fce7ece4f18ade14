"""A whole sitting typed: the page on disk, the facts on the screen, and nothing else left there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from running import run
from terminal.made_answers import FIRST, KEPT
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

pytestmark = pytest.mark.core

PAGE = "2026-11-20-learning-leader.md"


def test_the_first_sitting_makes_a_workspace_and_ends_with_a_card(tmp_path: Path) -> None:
    home = Path(os.environ["HOME"])
    with Terminal("reflect") as terminal:
        terminal.wait_for("Your words stay in ~/learnlead on this computer", "Enter begin")
        assert terminal.screen.alternate
        terminal.press("enter").wait_for("1 of 4 · What happened")
        typist = Typist(terminal, begun())
        typist.answer_all(FIRST.typed)
        typist.reads_the_page()
        terminal.press("enter").wait_for("Saved. Friday 20 November 2026", "Enter leave")
        terminal.wait_for(
            "▌ If a report brings me a stuck problem, then I will ask three questions."
        )
        assert typist.finish() == 0
        assert not terminal.left_behind.count("report brings me")
    page = home / "learnlead" / "journals" / PAGE
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    text = page.read_text(encoding="utf-8")
    assert "focus: own-answers\nfocus-notice: people finish their own sentences\n" in text
    assert "In the Tuesday review I\nwaited.\n" in text
    assert text.endswith(
        "- [ ] If **a report brings me a stuck problem**, then I will **ask three questions** "
        "<!-- plan own-answers --> 📅 2026-11-27\n"
    )
    assert run("journal", "check").code == 0
    assert not list((home / ".local" / "state").rglob("draft-*")), "the draft went with the page"


def test_a_second_sitting_looks_back_and_keeps_its_plan(begun_workspace: Path) -> None:
    with Terminal("reflect", columns=120) as terminal:
        terminal.wait_for("Friday 20 November 2026. Week 2 on", "Enter begin")
        typist = Typist(terminal, begun())
        typist.sees()
        terminal.wait_for(
            "▌ If a report brings me a stuck problem, then I will ask three questions."
        )
        typist.answer_all(KEPT.typed)
        assert typist.save() == 0
    journal = begun_workspace / "journals"
    older, newer = sorted(page.read_text("utf-8") for page in journal.iterdir())
    assert "- [/] If **a report" in older
    assert "kept 2026-11-13-learning-leader --> 📅 2026-11-27" in newer


def test_where_nothing_is_answered_there_is_no_page(workspace: Path) -> None:
    with Terminal("reflect", "--depth", "quick") as terminal:
        typist = Typist(terminal, begun(depth="quick"))
        typist.answer_all({"live": []})
        terminal.wait_for(ENGLISH("nothing"), "back to the first question").press("2")
        typist.session = typist.session.at_first_question()
        typist.answer_all({})
        terminal.wait_for(ENGLISH("nothing"), "end here").press("1")
        assert terminal.finish() == 0
        assert ENGLISH("nothing") in terminal.left_behind
    assert list((workspace / "journals").iterdir()) == []
