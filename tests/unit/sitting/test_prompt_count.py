"""How long a sitting is, whichever way it goes: counted with three live relationships.

A prompt is a choice or a text; the words that belong to a choice just made (with whom, what came
of it, what others would notice, the lines of a plan) are part of its prompt, as on the screen.
Stops count them one by one.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from learnlead.rubric.model import Rubric
from learnlead.rubric.reader import read_rubric
from learnlead.shipped import folder
from learnlead.sitting.context import FocusChoice, OpenPlan, RecentSittings, SittingContext
from learnlead.sitting.question import AnswerValue, Kind, Question
from learnlead.sitting.session import Session

PART_OF = {
    "look-back-note": "look-back",
    "focus-notice": "focus",
    **dict.fromkeys(("plan-behaviour", "obstacle", "cue", "action"), "plan"),
}
"""Questions for the words that belong to a choice, and that choice."""

TODAY = date(2026, 11, 20)
FOCUS = FocusChoice("own-answers")


def core() -> Rubric:
    rubric, _ = read_rubric((folder("rubrics") / "learning-leader.yaml").read_text("utf-8"), "")
    assert rubric is not None
    return rubric


CORE = core()
PLANS = tuple(
    OpenPlan(f"2026-11-{day:02}-learning-leader", "own-answers", "it rings", "wait", TODAY)
    for day in (13, 6, 5, 4, 3, 2)
)


def context(**changes: Any) -> SittingContext:
    usual: dict[str, Any] = {
        "rubric": CORE,
        "day": TODAY,
        "today": TODAY,
        "sittings": 5,
        "last": date(2026, 11, 13),
        "focus": FOCUS,
        "plans": PLANS[:1],
    }
    return SittingContext(**(usual | changes))


FIRST: dict[str, Any] = {"sittings": 0, "last": None, "focus": None, "plans": ()}
QUARTER: dict[str, Any] = {"sittings": 13}
STUCK: dict[str, Any] = {"recent": RecentSittings(not_done=2)}
LOW: dict[str, AnswerValue] = {"rating:own-answers": 1}

Path = tuple[SittingContext, dict[str, AnswerValue]]
PATHS: dict[str, Path] = {
    "kept": (context(), {}),
    "kept, with a follow-up": (context(), LOW),
    "kept, somebody was asked": (context(asked_someone=True), {}),
    "kept, several plans open": (context(plans=PLANS), {}),
    "none": (context(), {"plan": "none"}),
    "none, several plans open": (context(plans=PLANS), {"plan": "none"}),
    "adjusted": (context(), {"plan": "adjust"}),
    "adjusted, not done three times": (
        context(**STUCK),
        {"look-back": "not-done", "plan": "adjust"},
    ),
    "new": (context(), {"plan": "new"}),
    "new, the old one let go": (context(), {"look-back": "dropped", "plan": "new"}),
    "new, with a follow-up": (context(), {"plan": "new", **LOW}),
    "new, somebody was asked": (context(asked_someone=True), {"plan": "new"}),
    "new, several plans open": (context(plans=PLANS), {"plan": "new"}),
    "new, no focus": (context(focus=None, plans=()), {"plan": "new"}),
    "the first": (context(**FIRST), {"focus": "own-answers", "plan": "new"}),
    "the first, no focus": (context(**FIRST), {"focus": "none", "plan": "new"}),
    "a quarter, kept": (context(**QUARTER), {}),
    "a quarter, all new": (context(**QUARTER), {"focus": "open-doors", "plan": "new"}),
    "a quarter, several, all new": (
        context(**QUARTER, plans=PLANS),
        {"focus": "open-doors", "plan": "new"},
    ),
    "a quarter, asked, several, all new": (
        context(**QUARTER, plans=PLANS, asked_someone=True),
        {"focus": "open-doors", "plan": "new"},
    ),
    "away": (context(last=date(2026, 10, 9), plans=PLANS), {"look-back": "keep", "plan": "new"}),
    "a second on the day": (context(same_day="2026-11-20-learning-leader"), {"plan": "new"}),
}


def asked_on(path: Path, depth: str = "standard") -> list[Question]:
    """The questions of a sitting that goes this way, every one of them answered."""
    here, ways = path
    session = Session.begin(SittingContext(**{**_fields(here), "depth": depth}))
    asked = []
    while (question := session.question) is not None:
        asked.append(question)
        session = session.answer(ways.get(question.id, usual_answer(question)))
    return asked


def _fields(here: SittingContext) -> dict[str, Any]:
    return {name: getattr(here, name) for name in here.__slots__}


def usual_answer(question: Question) -> AnswerValue:
    match question.kind:
        case Kind.CHOICE:
            return str(question.preset or question.choices[0].value)
        case Kind.SEVERAL:
            return [choice.value for choice in question.choices[:3]]
        case Kind.MOMENT:
            return {"relationship": question.choices[0].value, "with": "report A"}
        case Kind.RATING:
            return 4
    return f"words on {question.id}"


@pytest.mark.parametrize("path", PATHS)
def test_a_standard_sitting_has_at_most_22_prompts_and_6_free_texts(path: str) -> None:
    asked = asked_on(PATHS[path])
    assert [q.kind for q in asked].count(Kind.RATING) == 12
    assert sum(q.id not in PART_OF for q in asked) <= 22
    assert sum(q.kind is Kind.TEXT for q in asked) <= 6


@pytest.mark.parametrize("path", [p for p in PATHS if p.startswith(("kept", "none"))])
def test_one_that_goes_on_as_before_has_at_most_22_stops(path: str) -> None:
    assert len(asked_on(PATHS[path])) <= 22


@pytest.mark.parametrize("path", PATHS)
def test_no_standard_sitting_has_more_than_27_stops(path: str) -> None:
    assert len(asked_on(PATHS[path])) <= 27


@pytest.mark.parametrize("path", PATHS)
def test_a_quick_sitting_has_at_most_10_stops_and_rates_the_focus_alone(path: str) -> None:
    asked = asked_on(PATHS[path], depth="quick")
    assert len(asked) <= 10
    rated = [q.id for q in asked if q.kind is Kind.RATING]
    assert rated in ([], ["rating:own-answers"])


@pytest.mark.parametrize("path", PATHS)
def test_a_part_of_a_prompt_follows_its_choice_and_its_screen_repeats_what_was_said(
    path: str,
) -> None:
    for before, question in pairwise(asked_on(PATHS[path])):
        if choice := PART_OF.get(question.id):
            assert choice in (before.id, PART_OF.get(before.id))
        if question.id in ("look-back-note", "focus-notice", "action"):
            assert question.preface
