"""How many screens and texts a sitting has, whichever way it goes: three relationships live."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from learnlead.i18n.words import ENGLISH
from learnlead.rubric.model import Rubric
from learnlead.rubric.reader import read_rubric
from learnlead.shipped import folder
from learnlead.sitting.context import FocusChoice, OpenPlan, RecentSittings, SittingContext
from learnlead.sitting.question import AnswerValue, Kind, Question
from learnlead.sitting.screens import Screen, steps
from learnlead.sitting.session import Session

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
STUCK: dict[str, Any] = {"recent": RecentSittings(outcome="not-done", running=2)}
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
    "away": (context(last=date(2026, 10, 9), plans=PLANS), {"look-back": "partly", "plan": "new"}),
    "a second on the day": (context(same_day="2026-11-20-learning-leader"), {"plan": "new"}),
}


@cache
def shown_on(path: str, depth: str = "standard") -> list[Screen]:
    """The screens of a sitting that goes this way, everything on them answered."""
    here, ways = PATHS[path]
    session = Session.begin(SittingContext(**{**_fields(here), "depth": depth}))
    shown = []
    while (screen := session.screen) is not None:
        shown.append(screen)
        usual = {q.id: usual_answer(q) for q in screen.questions}
        session = session.answer({**usual, **{k: a for k, a in ways.items() if k in usual}})
    return shown


def asked(shown: list[Screen]) -> list[Question]:
    return [question for screen in shown for question in screen.questions]


def _fields(here: SittingContext) -> dict[str, Any]:
    return {name: getattr(here, name) for name in here.__slots__}


def usual_answer(question: Question) -> AnswerValue:
    match question.kind:
        case Kind.CHOICE:
            return str(question.preset or question.choices[0].value)
        case Kind.SEVERAL:
            return [choice.value for choice in question.choices[:3]]
        case Kind.RATING:
            return 4
        case Kind.COUNT:
            return "2/3"
    return f"words on {question.id}"


AROUND = 3
"""Screens that wait around the questions: the first card, the page, the closing card."""


@pytest.mark.parametrize("path", PATHS)
def test_every_standard_sitting_rates_all_twelve_and_has_at_most_6_texts(path: str) -> None:
    questions = asked(shown_on(path))
    assert [q.kind for q in questions].count(Kind.RATING) == 12
    assert sum(q.kind is Kind.TEXT for q in questions) <= 6


@pytest.mark.parametrize("path", [p for p in PATHS if p.startswith(("kept", "none"))])
def test_sitting_that_goes_on_as_before_waits_on_at_most_16_screens(path: str) -> None:
    assert len(shown_on(path)) + AROUND <= 16


@pytest.mark.parametrize("path", [p for p in PATHS if p.startswith("the first")])
def test_first_sitting_waits_on_at_most_12_screens(path: str) -> None:
    assert len(shown_on(path)) + AROUND <= 12


@pytest.mark.parametrize("path", PATHS)
def test_no_standard_sitting_waits_on_more_than_19_screens(path: str) -> None:
    assert len(shown_on(path)) + AROUND <= 19


@pytest.mark.parametrize("path", PATHS)
def test_a_quick_sitting_waits_on_at_most_11_screens_and_rates_the_focus_alone(path: str) -> None:
    shown = shown_on(path, depth="quick")
    assert len(shown) + AROUND <= 11
    rated = [q.id for q in asked(shown) if q.kind is Kind.RATING]
    assert rated in ([], ["rating:own-answers"], ["rating:open-doors"])


@pytest.mark.parametrize("path", PATHS)
def test_the_screens_say_truly_how_many_steps_there_are(path: str) -> None:
    shown = shown_on(path)
    all_steps = steps(asked(shown))
    headings = [screen.heading(all_steps, ENGLISH) for screen in shown]
    assert headings[0].startswith(f"1 of {len(all_steps)} · ")
    assert f"{len(all_steps)} of {len(all_steps)} · Plan" in headings[-1]
