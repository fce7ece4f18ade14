from __future__ import annotations

from datetime import timedelta

import pytest

from learnlead.page.facts import Sitting
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
    (item,) = items(sitting(0, plan=plan(box=box)))
    assert (item.id, item.page) == (STEM, f"journals/{STEM}.md")
    assert (item.outcome, item.open) == (outcome, waits)


def test_the_look_back_wins_over_the_box() -> None:
    (item,) = items(
        sitting(0, plan=plan(box="x")), sitting(1, reviews=review(STEM, "cue-never-came"))
    )
    assert (item.outcome, item.open) == ("cue-never-came", False)


def test_a_look_back_closes_a_plan_whose_box_is_still_blank() -> None:
    (item,) = items(sitting(0, plan=plan()), sitting(1, reviews=review(STEM, "not-done")))
    assert (item.outcome, item.open) == ("not-done", False)


def test_the_newest_look_back_with_an_outcome_counts() -> None:
    (item,) = items(
        sitting(0, plan=plan()),
        sitting(1, reviews=review(STEM, "not-done")),
        sitting(2, reviews=review(STEM, "done")),
        sitting(3, reviews=review(STEM, None)),
    )
    assert item.outcome == "done"


@pytest.mark.parametrize("box", [" ", "/"])
def test_to_carry_a_plan_on_says_nothing_of_it_and_the_newer_one_waits(box: str) -> None:
    older, newer = items(sitting(0, plan=plan(box=box)), sitting(1, plan=plan(kept=STEM)))
    assert (older.outcome, older.open, older.kept, older.carried_on) == (None, False, False, True)
    assert (newer.outcome, newer.open, newer.kept, newer.carried_on) == (None, True, True, False)


@pytest.mark.parametrize(("box", "outcome"), [("x", "done"), ("-", "dropped")])
def test_a_box_ticked_by_hand_tells_of_a_plan_that_was_carried_on(box: str, outcome: str) -> None:
    older, _ = items(sitting(0, plan=plan(box=box)), sitting(1, plan=plan(kept=STEM)))
    assert (older.outcome, older.open) == (outcome, False)


def test_two_plans_that_carry_the_same_one_on_are_one_chain() -> None:
    *older, newest = items(
        sitting(0, plan=plan()), sitting(1, plan=plan(kept=STEM)), sitting(2, plan=plan(kept=STEM))
    )
    assert not any(plan.open for plan in older)
    assert newest.open


def test_plans_that_carry_on_one_another_in_a_circle_are_not_lost() -> None:
    later = f"{BEGUN + timedelta(weeks=1)}-small"
    older, newest = items(sitting(0, plan=plan(kept=later)), sitting(1, plan=plan(kept=STEM)))
    assert (older.open, newest.open) == (False, True)


def test_a_plan_whose_older_page_is_gone_waits_like_any_other() -> None:
    (item,) = items(sitting(1, plan=plan(kept=STEM)))
    assert (item.open, item.kept) == (True, True)


def test_a_long_chain_is_read_at_once() -> None:
    stems = [f"{BEGUN + timedelta(weeks=w)}-small" for w in range(3000)]
    chain = [sitting(w, plan=plan(kept=stems[w - 1] if w else None)) for w in range(3000)]
    assert [item.id for item in items(*chain) if item.open] == [stems[-1]]


def test_what_a_later_page_told_counts_though_only_the_plan_is_in_the_period() -> None:
    made, later = sitting(0, plan=plan()), sitting(1, reviews=review(STEM, "done"))
    (item,) = plan_items([made], [made, later])
    assert item.outcome == "done"


def test_it_is_overdue_from_the_day_after_it_was_due() -> None:
    (waits,), (done,) = items(sitting(0, plan=plan(1))), items(sitting(0, plan=plan(1, box="x")))
    due = BEGUN + timedelta(weeks=1)
    assert not waits.overdue(due)
    assert waits.overdue(due + timedelta(days=1))
    assert not done.overdue(due + timedelta(days=1))
    assert not items(sitting(0, plan=plan()))[0].overdue(due)
