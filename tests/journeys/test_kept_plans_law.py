"""The law of kept plans: what nobody said is said nowhere, and of a chain only its newest is open.

Weeks of sittings through the program's own stories, then hands at the pages: boxes ticked, boxes as
the program's first versions set them, pages removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from hypothesis import event, given
from hypothesis import strategies as st

from any_reflection import small_rubric
from learnlead.app.pages import read_sittings
from learnlead.app.plans import all_plans, plan_lines
from learnlead.app.prepare import prepare
from learnlead.app.scripted import named_plans, save_answers
from learnlead.i18n.words import ENGLISH
from learnlead.page.check import box_disagreements, check
from learnlead.page.edit import set_box
from learnlead.page.plans import BOX_OF
from learnlead.sitting.answers import Answers
from learnlead.sitting.context import SittingContext
from learnlead.sitting.mark import OUTCOMES, Outcome
from learnlead.trends.plans import PlanItem
from twins import MemoryInbox, MemoryShelf

BEGUN = date(2026, 1, 2)
RUBRIC = small_rubric()
Planning = Literal["keep", "adjust", "new", "none"]


class Week(NamedTuple):
    """One sitting: what is said of the newest open plan, and what is planned."""

    outcome: Outcome | None
    note: bool
    planning: Planning


class Hands(NamedTuple):
    """What happens to pages outside of sittings, by the number of the page."""

    boxes: Mapping[int, str]
    removed: frozenset[int]


WEEKS = st.lists(
    st.builds(
        Week,
        st.sampled_from([None, None, None, *OUTCOMES]),
        st.booleans(),
        st.sampled_from(["keep", "keep", "keep", "adjust", "new", "none"]),
    ),
    min_size=1,
    max_size=9,
)
HANDS = st.builds(
    Hands,
    st.dictionaries(st.integers(0, 8), st.sampled_from([" ", "x", "/", "-"]), max_size=3),
    st.frozensets(st.integers(0, 8), max_size=2),
)


def context(page_store: MemoryShelf, day: date) -> SittingContext:
    return prepare(page_store, RUBRIC, None, day=day, today=day, depth="standard")


def day_of(week: int) -> date:
    return BEGUN + timedelta(weeks=week)


def name_of(week: int) -> str:
    return f"{day_of(week)}-learning-leader.md"


def held(weeks: list[Week]) -> MemoryShelf:
    """The pages of those weeks; a week without a sitting that says anything says an insight."""
    page_store = MemoryShelf()
    for number, week in enumerate(weeks):
        scene = context(page_store, day_of(number))
        fields: dict[str, object] = {"insight": "x"}
        if scene.plans and (week.outcome or week.note):
            note = "so it went" if week.note else None
            fields["look_back"] = {"outcome": week.outcome, "note": note}
        if week.planning == "keep" and scene.plans:
            fields["plan"] = "keep"
        elif week.planning == "adjust" and scene.plans:
            words = {"cue": f"cue {number}", "action": "act"}
            fields["plan"] = {"kept": scene.plans[0].stem, **words}
        elif week.planning in ("keep", "adjust", "new"):
            words = {"cue": f"cue {number}", "action": "act"}
            fields["plan"] = {"behaviour": "own-answers", **words}
        answers = Answers.model_validate(fields)
        before = dict(page_store.pages)
        plans = named_plans(answers, scene, page_store)
        kept = save_answers(answers, scene, plans, page_store, MemoryInbox())
        assert kept.problems == ()
        outcomes = {scene.plans[0].stem: week.outcome} if scene.plans and week.outcome else {}
        for name, text in before.items():
            outcome = outcomes.get(name.removesuffix(".md"))
            expected = text if outcome is None else set_box(text, BOX_OF[outcome])
            assert page_store.pages[name] == expected, (
                "a page changes only where something was said"
            )
    return page_store


def handled(page_store: MemoryShelf, hands: Hands) -> None:
    for week, box in hands.boxes.items():
        if "<!-- plan own-answers" in page_store.pages.get(name_of(week), ""):
            page_store.pages[name_of(week)] = set_box(page_store.pages[name_of(week)], box)
    for week in hands.removed:
        page_store.pages.pop(name_of(week), None)


def chains(plans: list[PlanItem], kept: Mapping[str, str]) -> list[list[PlanItem]]:
    """The plans by chain, newest first; a page that is gone still joins two that name it."""
    groups = [{plan.id, kept.get(plan.id, plan.id)} for plan in plans]
    for group in [*groups]:
        touching = [other for other in groups if other & group]
        groups = [other for other in groups if not other & group] + [set().union(*touching)]
    return [[plan for plan in plans if plan.id in group] for group in groups]


@given(WEEKS, HANDS)
def test_of_a_chain_only_the_newest_can_be_open_and_nobody_is_quoted(
    weeks: list[Week], hands: Hands
) -> None:
    page_store = held(weeks)
    handled(page_store, hands)
    sittings, problems = read_sittings(page_store)
    assert problems == []
    plans, _ = all_plans(page_store)
    line_of = {s.stem: s.plan for s in sittings if s.plan is not None}
    outcomes = {r.plan: r.outcome for s in sittings for r in s.reviews if r.outcome is not None}
    kept = {stem: line.kept for stem, line in line_of.items() if line.kept is not None}

    for newest, *older in chains(plans, kept):
        assert not any(plan.open for plan in older)
        box = line_of[newest.id].box
        assert newest.open == (newest.id not in outcomes and box == " ")
        event(f"chain of {1 + len(older)}")
        for plan in (newest, *older):
            by_box = {"x": "done", "-": "dropped", " ": None, "/": "partly"}
            if plan is not newest:
                by_box["/"] = None
            assert plan.outcome == outcomes.get(plan.id, by_box[line_of[plan.id].box])
            assert not plan.open or plan.outcome is None
            assert plan.overdue(date.max) == (plan.open and plan.due is not None)

    open_ones = [plan.id for plan in plans if plan.open]
    assert [plan.stem for plan in context(page_store, day_of(20)).plans] == open_ones
    shown = plan_lines(plans, day_of(20), ENGLISH, every=True)
    assert sum(": open" in line for line in shown) == len(open_ones)


@given(WEEKS, st.integers(0, 8))
def test_a_sitting_for_a_day_gone_by_asks_about_nothing_that_was_answered_since(
    weeks: list[Week], week: int
) -> None:
    page_store = held(weeks)
    asked = {plan.stem for plan in context(page_store, day_of(week) + timedelta(days=1)).plans}
    assert asked <= {plan.id for plan in all_plans(page_store)[0] if plan.open}


@given(WEEKS)
def test_what_the_program_wrote_is_in_order(weeks: list[Week]) -> None:
    page_store = held(weeks)
    sittings, _ = read_sittings(page_store)
    assert box_disagreements(sittings) == []
    assert all(
        check(text, name, name, {RUBRIC.id: RUBRIC})[1] == []
        for name, text in page_store.pages.items()
    )


@given(WEEKS, st.sets(st.integers(0, 8)))
def test_boxes_that_the_first_versions_set_change_nothing(
    weeks: list[Week], boxes: set[int]
) -> None:
    page_store = held(weeks)
    before, _ = all_plans(page_store)
    for plan in before:
        name = f"{plan.id}.md"
        if (
            plan.carried_on
            and plan.outcome is None
            and date.fromisoformat(plan.id[:10]) in map(day_of, boxes)
        ):
            page_store.pages[name] = set_box(page_store.pages[name], "/")
    after, _ = all_plans(page_store)
    assert after == before
    assert box_disagreements(read_sittings(page_store)[0]) == []
