"""Every wording of the shipped bank is asked in some sitting of the first two years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from learnlead import shipped
from learnlead.rubric.prompts import PromptBank
from learnlead.rubric.reader import read_bank, read_rubric
from learnlead.sitting.context import FocusChoice, OpenPlan, RecentSittings, SittingContext
from learnlead.sitting.mark import Mark
from learnlead.sitting.question import AnswerValue
from learnlead.sitting.session import Session

NAME = "learning-leader.yaml"
RUBRIC, _ = read_rubric((shipped.folder("rubrics") / NAME).read_text("utf-8"), NAME)
BANK, _ = read_bank((shipped.folder("prompts") / NAME).read_text("utf-8"), NAME)
TODAY = date(2026, 11, 20)
NOT_IN_A_SITTING = {"closing", "ask", "reminder", "reminder-after-pause", "coach-questions"}
"""Said at its end, sent to somebody else, said when it is time for one, and a coach's."""

ON_THE_FIRST_CARD = ("opening", "welcome-back")
"""Said before the first question."""


def sittings() -> Iterator[tuple[SittingContext, dict[str, AnswerValue]]]:
    assert RUBRIC is not None
    plan = OpenPlan("2026-11-13-learning-leader", "own-answers", "it rings", "wait", TODAY)
    no_occasion: list[dict[str, Mark]] = [{b.id: "no-opportunity" for b in RUBRIC.behaviours}] * 2
    for number in range(104):
        focus = RUBRIC.behaviours[number // 8 % 12].id
        usual: dict[str, Any] = {
            "rubric": RUBRIC,
            "bank": BANK,
            "day": TODAY,
            "today": TODAY,
            "sittings": number,
            "last": date(2026, 11, 13),
            "focus": FocusChoice(focus),
            "plans": (plan,),
        }
        common: dict[str, AnswerValue] = {
            "plan": "new",
            "look-back": "done",
            f"evidence:{focus}": "words",
        }
        for mark in (1, 3, 5):
            yield SittingContext(**usual), {**common, f"rating:{focus}": mark}
        yield (
            SittingContext(**usual),
            {"plan": "new", f"evidence:{focus}": None, f"rating:{focus}": 3},
        )
        low: dict[str, AnswerValue] = {f"rating:{b.id}": 2 for b in RUBRIC.behaviours}
        yield SittingContext(**usual), {**common, **low}
        yield SittingContext(**usual | {"asked_someone": True}), common
        yield SittingContext(**usual | {"last": date(2026, 10, 1)}), common
        yield (
            SittingContext(**usual | {"focus": None, "sittings": number // 13 * 13}),
            {"focus": focus},
        )
        absent: dict[str, AnswerValue] = {f"rating:{focus}": "no-opportunity"}
        yield (
            SittingContext(**usual | {"recent": RecentSittings(no_occasion)}),
            {**common, **absent},
        )


def every_wording(bank: PromptBank) -> Iterator[tuple[str, str]]:
    for key, value in bank.model_dump(by_alias=True).items():
        if key in NOT_IN_A_SITTING or key.startswith("learnlead") or key in ("rubric", "language"):
            continue
        for part in value.values() if isinstance(value, dict) else [value]:
            yield from ((key, words) for words in part)


@pytest.fixture(scope="module")
def heard() -> set[str]:
    return {
        words
        for context, answers in sittings()
        for question in Session.begin(context, answers).questions()
        for words in (question.ask, question.help, *question.preface)
    } | {context.wording(card) for context, _ in sittings() for card in ON_THE_FIRST_CARD}


def test_every_wording_is_reached(heard: set[str]) -> None:
    assert BANK is not None
    unreached = [(key, words) for key, words in every_wording(BANK) if words not in heard]
    assert unreached == []


def test_nobody_is_asked_for_reasons_like_an_accused(heard: set[str]) -> None:
    assert not [words for words in heard if "why did" in words.lower()]


INVITE_A_SUCCESS = (
    "helped someone learn",
    "understand something",
    "go better",
    "surprise you with an idea",
    "try something new",
)
"""What the wordings say that ask for something that went well."""


def test_a_success_is_invited_at_least_every_other_week() -> None:
    assert BANK is not None
    invites = [any(words in wording for words in INVITE_A_SUCCESS) for wording in BANK.moment]
    assert invites[0], "the one that is asked where prompts are steady"
    assert all(wording or other for wording, other in pairwise([*invites, invites[0]]))
