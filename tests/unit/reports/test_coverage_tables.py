from __future__ import annotations

from datetime import date

from learnlead.page.facts import Sitting
from learnlead.reports.lines import Layout
from learnlead.reports.trends_tables import grid_table
from learnlead.trends.summarise import summarise
from made_sittings import sitting, small_rubric
from unit.reports.laid_out import body_text

FULL = [
    sitting(0, {"asking": {"own": 4, "peer": 1}, "own-own": 2}, depth="full"),
    sitting(1, {"asking": {"own": 5}, "listening": 3}, depth="full"),
    sitting(2, {"asking": 3}),
]


def said(pages: list[Sitting], *, plain: bool = False) -> str:
    found = summarise(pages, small_rubric(), today=date(2026, 12, 31))
    table = grid_table(found)
    return body_text([table] if table else [], Layout(80, plain))


def test_without_a_full_sitting_there_is_no_grid() -> None:
    assert said(FULL[2:]) == ""


def test_means_stand_under_their_relationship() -> None:
    assert said(FULL) == (
        "  Mean ratings of 2 full sittings, in brackets of how many; a shorter sitting\n"
        "  does not ask for relationships one by one.\n"
        "  A: I helped someone learn\n"
        "  B: A peer and I learned\n"
        f"{'A':>71}{'B':>9}\n"
        f"  Asking{'4.5 (2)':>63}  1.0 (1)\n"
        f"  Own-own{'2.0 (1)':>62}\n"
    )


def test_one_sitting_needs_no_counts() -> None:
    assert "4.0  1.0" in said(FULL[:1])


def test_plain_says_whole_sentences() -> None:
    text = said(FULL[:1], plain=True)
    assert "  Asking: I helped someone learn 4.0, A peer and I learned 1.0\n" in text
