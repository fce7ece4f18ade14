"""The table of a sitting's text fields, read off the model, and an iterator over their texts.

Everything that writes, reads, asks for, searches, shows or exports texts iterates over this table,
so a field that the model declares needs no further list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pydantic import BaseModel

from learnlead.sitting.model import AnswerField, Moment, OwnTexts, PlanReview, Reflection
from learnlead.sitting.question import STEPS, Step


def _declared(model: type[BaseModel]) -> tuple[AnswerField, ...]:
    return tuple(
        replace(declared, name=name)
        for name, info in model.model_fields.items()
        for declared in info.metadata
        if isinstance(declared, AnswerField)
    )


OWN_TEXTS: Final = _declared(OwnTexts)
"""Texts with a heading of their own, in the order of the page."""

ALWAYS_ASKED: Final = {field.question_head: "-" for field in OWN_TEXTS if field.always_asked}
"""Answers that raise the questions for them in a first sitting too, which asks for less."""

MOMENT_FIELDS: Final = tuple(sorted(_declared(Moment), key=lambda field: not field.label))
"""Lines and texts of one moment, in the order of the page: lines first."""

MOMENT_QUESTIONS: Final = tuple(
    field.question_head for field in MOMENT_FIELDS if field.question_head
)
"""The heads of the ids of the questions about a moment that follow its first one."""

WITH: Final = next(field for field in MOMENT_FIELDS if field.name == "with_whom")
"""With whom: private."""

WHAT: Final = next(field for field in MOMENT_FIELDS if field.name == "what")
"""What happened in it: stands right below its heading and its lines."""

(NOTE,) = _declared(PlanReview)
"""What came of an earlier plan."""

FOCUS_NOTICE: Final = AnswerField(
    kind="focus-notice", name="focus_notice", themed=False, about_focus=True
)
EVIDENCE: Final = AnswerField(kind="evidence", name="evidence", leaves="evidence")
OPEN_ANSWER: Final = AnswerField(kind="question", name="answers", leaves="answers")
PLAN: Final = AnswerField(kind="plan", name="plan", themed=False)
"""Fields of groups that have rules of their own."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text of a reflection, and where in it.

    Attributes:
        number: of the moment or the look-back it belongs to, counted from 0; 0 for all others.
        relationship: of a moment, its relationship's id.
        behaviour: the id of the behaviour that it is about, if it is about one.
        question: of an open question's answer, the question's id.
    """

    field: AnswerField
    text: str
    number: int = 0
    relationship: str | None = None
    behaviour: str | None = None
    question: str | None = None


def own_texts(texts: OwnTexts) -> Iterator[tuple[AnswerField, str]]:
    """Each text with a heading of its own that says anything, in the order of the page."""
    for field in OWN_TEXTS:
        if text := getattr(texts, field.name):
            yield field, text


def moment_texts(moment: Moment) -> Iterator[tuple[AnswerField, str]]:
    """Each line and text of the moment that says anything, in the order of the page."""
    for field in MOMENT_FIELDS:
        if text := getattr(moment, field.name):
            yield field, text


def above_ratings(field: AnswerField) -> bool:
    """Whether a text with a heading of its own stands above the ratings on its page."""
    return STEPS.index(field.step) < STEPS.index(Step.RATE)


def written_texts(reflection: Reflection) -> Iterator[WrittenText]:
    """Every text of the writer, in the order of the page, without texts quoted from older pages."""

    def own(field: AnswerField, text: str) -> WrittenText:
        return WrittenText(field, text, behaviour=reflection.focus if field.about_focus else None)

    texts = list(own_texts(reflection))
    if reflection.focus_notice:
        yield own(FOCUS_NOTICE, reflection.focus_notice)
    for number, review in enumerate(reflection.looking_back):
        if review.note:
            yield WrittenText(NOTE, review.note, number)
    for number, moment in enumerate(reflection.moments):
        for field, text in moment_texts(moment):
            yield WrittenText(field, text, number, relationship=moment.relationship)
    yield from (own(field, text) for field, text in texts if above_ratings(field))
    for behaviour, text in reflection.evidence.items():
        yield WrittenText(EVIDENCE, text, behaviour=behaviour)
    for question, text in reflection.answers.items():
        yield WrittenText(OPEN_ANSWER, text, question=question)
    yield from (own(field, text) for field, text in texts if not above_ratings(field))
    if reflection.plan:
        words = f"{reflection.plan.cue} … {reflection.plan.action}"
        yield WrittenText(PLAN, words, behaviour=reflection.plan.behaviour)
