"""The page of a sitting in an editor: what is filled in comes back as the same answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from any_reflection import BEHAVIOURS, RELATIONSHIPS, lines, small_rubric, texts
from filling import filled
from learnlead.journal.rendering import render
from learnlead.journeys.filled_page import FilledPage, answers_of_page, meant, wrong_on_page
from learnlead.journeys.page_to_fill import sitting_page
from learnlead.plaintext.clean import clean_line
from learnlead.reflection.answers import Answers, PlanAnswer
from learnlead.reflection.checking import misfits
from learnlead.reflection.circumstances import Circumstances, FocusChoice, OpenPlan
from learnlead.reflection.holding import hold
from learnlead.reflection.model import NO_OPPORTUNITY, NONE_MADE, OUTCOMES, Reflection

TODAY = date(2026, 11, 20)
DUE = date(2026, 11, 27)
OPTIONS = ("tea", "- green tea", "**")
RUBRIC = small_rubric(
    questions=[
        {"id": "keep-one", "ask": "Which one? <!-- insight -->"},
        {"id": "several", "kind": "list", "ask": "Which ones?"},
        {"id": "chosen", "kind": "choice", "ask": "Tea?", "options": OPTIONS},
    ]
)
NEWEST = OpenPlan("2026-11-13-r", "own-answers", "it rings", "wait", TODAY - timedelta(7))
OLDER = OpenPlan("2026-11-06 Friday", "open-doors", "**a** \\", "<b> 5%", TODAY - timedelta(14))


def around(**changes: Any) -> Circumstances:
    usual: dict[str, Any] = {
        "rubric": RUBRIC,
        "day": TODAY,
        "today": TODAY,
        "sittings": 5,
        "last": date(2026, 11, 13),
        "focus": FocusChoice("own-answers", "they finish their sentences"),
        "plans": (NEWEST, OLDER),
    }
    return Circumstances(**(usual | changes))


def held(answers: Answers, sitting: Circumstances) -> Reflection:
    return hold(answers, sitting, {NEWEST.stem: NEWEST, OLDER.stem: OLDER}, DUE)


def read(text: str, sitting: Circumstances) -> FilledPage:
    """The page, read without a problem."""
    page, problems = answers_of_page(text, sitting)
    assert problems == []
    assert page is not None
    assert wrong_on_page(page, sitting, {NEWEST.stem, OLDER.stem}) == []
    return page


_TEXT = st.one_of(st.none(), texts())
_MARK = st.sampled_from((1, 2, 3, 4, 5, NO_OPPORTUNITY))
_WORDS = lines().filter(lambda line: bool(line.strip()))
_FOCUS = st.builds(FocusChoice, st.sampled_from(BEHAVIOURS), st.none() | lines().map(clean_line))
_PLAN = st.fixed_dictionaries(
    {"cue": _WORDS, "action": _WORDS},
    optional={
        "behaviour": st.sampled_from(BEHAVIOURS),
        "due": st.dates(),
        "kept": st.sampled_from((NEWEST.stem, OLDER.stem)),
    },
)


@st.composite
def circumstances(draw: st.DrawFn) -> Circumstances:
    return around(
        depth=draw(st.sampled_from(("quick", "standard", "full"))),
        day=draw(st.sampled_from((TODAY, TODAY - timedelta(1)))),
        sittings=draw(st.sampled_from((0, 5, 13))),
        last=draw(st.sampled_from((None, TODAY - timedelta(7), TODAY - timedelta(40)))),
        focus=draw(st.none() | _FOCUS),
        pending=draw(st.none() | _FOCUS),
        plans=draw(st.sampled_from(((), (NEWEST,), (NEWEST, OLDER)))),
        people=draw(st.sampled_from(((), ("report A", "--> B")))),
    )


@st.composite
def sittings(draw: st.DrawFn) -> tuple[Circumstances, Answers]:
    """Circumstances, and answers that fit them."""
    sitting = draw(circumstances())
    mark = _MARK
    if sitting.depth == "full":
        by_relationship = st.dictionaries(st.sampled_from(RELATIONSHIPS), _MARK, min_size=1)
        mark = st.one_of(_MARK, by_relationship)
    ratings = draw(st.dictionaries(st.sampled_from(BEHAVIOURS), mark))
    if draw(st.booleans()):
        ratings["open-doors"] = NONE_MADE
    stems = [plan.stem for plan in sitting.plans]
    looked_back = [one for one in stems if draw(st.booleans())]
    moments = draw(
        st.lists(
            st.fixed_dictionaries(
                {"relationship": st.sampled_from((*RELATIONSHIPS, "other")), "what": texts()},
                optional={"with": lines(), "other_side": _TEXT},
            ),
            max_size=3,
        )
    )
    plans = [st.none(), st.just("none"), _PLAN, *([st.just("keep")] if stems else [])]
    answers = Answers.model_validate(
        {
            "minutes": draw(st.none() | st.integers(0, 1440)),
            "focus": draw(
                st.none()
                | st.fixed_dictionaries(
                    {"behaviour": st.sampled_from(BEHAVIOURS), "notice": st.none() | lines()}
                )
            ),
            "look_back": [
                {"plan": one, "outcome": draw(st.sampled_from(OUTCOMES)), "note": draw(_TEXT)}
                for one in looked_back
            ],
            "relationships": draw(
                st.sampled_from((None, (), RELATIONSHIPS[:1], RELATIONSHIPS[1:], RELATIONSHIPS))
            ),
            "moments": moments,
            "ratings": ratings,
            "evidence": draw(st.dictionaries(st.sampled_from(BEHAVIOURS), texts())),
            **{key: draw(_TEXT) for key in ("heard", "opposite", "insight", "obstacle")},
            "plan": draw(st.one_of(plans)),
            "answers": {
                "keep-one": draw(_TEXT),
                "several": draw(st.lists(lines(), max_size=3)),
                "chosen": draw(st.none() | st.sampled_from(OPTIONS)),
            },
        }
    )
    told = tuple(m for m in answers.moments if m.with_whom or m.what or m.other_side)
    answers = answers.model_copy(update={"moments": told})
    plan = answers.plan
    words = [(one.cue, one.action) for one in (NEWEST, OLDER)]
    assume(not (isinstance(plan, PlanAnswer) and (plan.cue, plan.action) in words))
    assume(not misfits(answers, sitting, stems))
    return sitting, answers


@given(sittings())
@settings(max_examples=150)
def test_answers_filled_in_are_the_same_answers(case: tuple[Circumstances, Answers]) -> None:
    sitting, answers = case
    said = held(answers, sitting)
    text = filled(sitting_page(sitting), said, RUBRIC)
    assert meant(text) == (sitting.day, sitting.depth)
    assert held(read(text, sitting).answers, sitting) == said


@given(sittings())
@settings(max_examples=100)
def test_a_page_as_it_is_saved_is_the_same_answers_too(case: tuple[Circumstances, Answers]) -> None:
    sitting, answers = case
    said = held(answers, sitting)
    assert held(read(render(said, RUBRIC), sitting).answers, sitting) == said


@given(circumstances())
@settings(max_examples=50)
def test_an_empty_page_answers_nothing(sitting: Circumstances) -> None:
    answers = read(sitting_page(sitting), sitting).answers
    assert not answers.holds_any
    assert answers == Answers(rubric=RUBRIC.id, date=sitting.day, depth=sitting.depth)
