"""Looking at a page that an editor has: what was written, in the order of a sitting, no more."""

from __future__ import annotations

from datetime import date

from any_reflection import small_rubric
from learnlead.app.editor_page.make import sitting_page
from learnlead.app.editor_page.sheet import entries_so_far
from learnlead.sitting.context import OpenPlan, SittingContext

TODAY = date(2026, 11, 20)
NEWEST = OpenPlan("2026-11-13-r", "own-answers", "it rings", "wait", date(2026, 11, 13))
OLDER = OpenPlan("2026-11-06-r", "open-doors", "he calls", "listen", date(2026, 11, 6))
PAGE = sitting_page(SittingContext(small_rubric(), TODAY, TODAY, sittings=2, plans=(NEWEST, OLDER)))


def shown(text: str) -> list[tuple[str, object]]:
    return [(entry.question.about, entry.answer) for entry in entries_so_far(text)]


def test_a_page_that_nobody_has_written_on_shows_nothing() -> None:
    assert shown(PAGE) == []


def test_what_was_written_stands_below_its_heading() -> None:
    text = PAGE.replace("<!-- insight -->\n", "<!-- insight -->\n\nSilence **helps**.\n")
    text = text.replace("**Outcome:**\n", "**Outcome:** done\n\nTwice.\n", 1)
    (plan, back), insight = shown(text)
    assert plan == "Looking back"
    assert str(back).startswith(f"Plan: If {NEWEST.cue}, then I will {NEWEST.action}")
    assert "Outcome: done\n\nTwice." in str(back)
    assert insight == ("What do you take from this week?", "Silence **helps**.")
