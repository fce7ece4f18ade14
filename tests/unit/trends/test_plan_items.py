from __future__ import annotations

from datetime import timedelta

import pytest

from learnlead.journal.sitting import Sitting
from learnlead.trends.plans import PlanItem, plan_items
from made_sittings import BEGUN, plan, review, sitting

STEM = "2026-01-02-small"


def items(*sittings: Sitting) -> tuple[PlanItem, ...]:
    return plan_items(sittings, sittings)


@pytest.mark.parametrize(
    ("box", "outcome", "waits"),
    [(" ", None, True), ("x", "done", False), ("/", "partly", False), ("-", "dropped", False)],
)
def test_without_a_look_back_the_box_tells(box: str, outcome: str | None, waits: bool) -> None:
    (found,) = items(sitting(0, plan=plan(box=box)))
    assert (found.id, found.page) == (STEM, f"journals/{STEM}.md")
    assert (found.outcome, found.open) == (outcome, waits)


def test_the_look_back_wins_over_the_box() -> None:
    (found,) = items(
        sitting(0, plan=plan(box="x")), sitting(1, reviews=review(STEM, "cue-never-came"))
    )
    assert (found.outcome, found.open) == ("cue-never-came", False)


def test_a_look_back_closes_a_plan_whose_box_is_still_blank() -> None:
    (found,) = items(sitting(0, plan=plan()), sitting(1, reviews=review(STEM, "not-done")))
    assert (found.outcome, found.open) == ("not-done", False)


def test_the_newest_look_back_with_an_outcome_counts() -> None:
    (found,) = items(
        sitting(0, plan=plan()),
        sitting(1, reviews=review(STEM, "not-done")),
        sitting(2, reviews=review(STEM, "done")),
        sitting(3, reviews=review(STEM, None)),
    )
    assert found.outcome == "done"


def test_a_plan_that_is_carried_on_counts_as_partly_and_the_newer_one_waits() -> None:
    older, newer = items(sitting(0, plan=plan()), sitting(1, plan=plan(kept=STEM)))
    assert (older.outcome, older.open, older.kept) == ("partly", False, False)
    assert (newer.outcome, newer.open, newer.kept) == (None, True, True)


def test_what_a_later_page_told_counts_though_only_the_plan_is_in_the_period() -> None:
    made, told = sitting(0, plan=plan()), sitting(1, reviews=review(STEM, "done"))
    (found,) = plan_items([made], [made, told])
    assert found.outcome == "done"


def test_it_is_overdue_from_the_day_after_it_was_due() -> None:
    (waits,), (done,) = items(sitting(0, plan=plan(1))), items(sitting(0, plan=plan(1, box="x")))
    due = BEGUN + timedelta(weeks=1)
    assert not waits.overdue(due)
    assert waits.overdue(due + timedelta(days=1))
    assert not done.overdue(due + timedelta(days=1))
    assert not items(sitting(0, plan=plan()))[0].overdue(due)
