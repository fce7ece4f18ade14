"""The answers on a page one by one, each with what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:  # trends know the answers without the whole page
    from learnlead.journal.page import Page
    from learnlead.reflection.model import Moment, Reflection

AnswerKind = Literal[
    "focus-notice",
    "looking-back",
    "with",
    "moment",
    "other-side",
    "heard",
    "evidence",
    "question",
    "opposite",
    "insight",
    "obstacle",
    "plan",
    "own",
]
"""What an answer answers; `own` is a section that its writer added."""


class Answer(NamedTuple):
    """One text that its writer gave, private parts and all.

    Attributes:
        relationship: of a moment, its relationship's id.
        behaviour: the id of the behaviour that it is about, if it is about one.
        question: of an open question's answer, the question's id.
    """

    kind: AnswerKind
    text: str
    relationship: str | None = None
    behaviour: str | None = None
    question: str | None = None


def answers_on(page: Page) -> Iterator[Answer]:
    """Every answer of the page, in the order in which they stand; what it quotes is left out."""
    said = page.reflection
    if said.focus_notice:
        yield Answer("focus-notice", said.focus_notice, behaviour=said.focus)
    yield from (Answer("looking-back", r.note) for r in said.looking_back if r.note)
    for moment in said.moments:
        yield from _moment(moment)
    if said.heard:
        yield Answer("heard", said.heard, behaviour=said.focus)
    yield from (Answer("evidence", text, behaviour=one) for one, text in said.evidence.items())
    yield from (Answer("question", text, question=one) for one, text in said.answers.items())
    yield from _thoughts(said)
    yield from (Answer("own", section) for section in page.foreign)


def _moment(moment: Moment) -> Iterator[Answer]:
    if moment.with_whom:
        yield Answer("with", moment.with_whom, moment.relationship)
    if moment.what:
        yield Answer("moment", moment.what, moment.relationship)
    if moment.other_side:
        yield Answer("other-side", moment.other_side, moment.relationship)


def _thoughts(said: Reflection) -> Iterator[Answer]:
    if said.opposite:
        yield Answer("opposite", said.opposite)
    if said.insight:
        yield Answer("insight", said.insight)
    if said.obstacle:
        yield Answer("obstacle", said.obstacle)
    if said.plan:
        words = f"{said.plan.cue} … {said.plan.action}"
        yield Answer("plan", words, behaviour=said.plan.behaviour)
