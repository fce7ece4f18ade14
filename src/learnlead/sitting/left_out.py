"""Answers of a sitting that its page will not hold, and the question where each can be mended."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from learnlead.rubric.model import OTHER, readable_id
from learnlead.sitting.build import collect_answers
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import MOMENT_FIELDS, MOMENT_QUESTIONS, NOTE, OWN_TEXTS
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE, OUTCOMES
from learnlead.sitting.question import (
    AGREED_WAYS,
    NO_FOCUS,
    PLAN_WAYS,
    AnswerValue,
    Choice,
    Kind,
    Question,
    Step,
)
from learnlead.sitting.session import Session

_AS_IT_IS = (("focus", NO_FOCUS), ("plan", "none"))
"""Choices that change nothing: the page needs no text for them."""

ASKED_ONLY = ("memory", "note")
"""Questions whose answers only lead on."""

_RULED_OUT_BY = {
    **dict.fromkeys(("action", "cue"), ("plan",)),
    "focus-notice": ("focus",),
    "moment": ("live",),
    "rating": ("live", "focus"),
}
"""By the head of a question's id, the questions whose answers can remove it, nearest first."""

_LOOKED_BACK = ("look-back", "look-back-older")
_STEPS = {
    **{field.question_head: field.step for field in (NOTE, *MOMENT_FIELDS, *OWN_TEXTS)},
    **dict.fromkeys(_LOOKED_BACK, Step.LOOK_BACK),
    **dict.fromkeys(("live", "moment"), Step.WHAT),
    **dict.fromkeys(("evidence", "count", "rating"), Step.RATE),
    **dict.fromkeys(("focus", "focus-notice"), Step.FOCUS),
    **dict.fromkeys(("plan", "cue", "action"), Step.NOW_WHAT),
}
"""By the head of a question's id; all others are asked in between."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One answer that the page will not hold.

    Attributes:
        question: as it was asked, or as `question_for` reconstructs it.
        mended_at: the id of the question that can put it on the page; None where there is none,
            because something else than the sitting's own answers took the question away.
    """

    question: Question
    answer: AnswerValue
    mended_at: str | None

    @property
    def kept_elsewhere(self) -> bool:
        """Whether it is kept in a record beside the journal.

        It is if it holds text, or if no other answer removed its question.
        """
        return self.mended_at is None or has_words(self.question.kind, self.answer)


def has_words(kind: Kind, answer: AnswerValue) -> bool:
    """Whether an answer to a question of that kind holds text typed by the writer."""
    return kind in (Kind.TEXT, Kind.LINE) and bool(answer)


def left_out(session: Session) -> list[LeftOut]:
    """Every answer without which the page would be the same, in the order of the answers.

    An answer is on the page if the collected answers differ without it.
    """
    questions = {question.id: question for question in session.questions()}
    whole = collect_answers(session)
    unsaved = []
    for question_id, answer in session.answers.items():
        if answer is None or question_id in ASKED_ONLY or (question_id, answer) in _AS_IT_IS:
            continue
        question = questions.get(question_id)
        if question is not None:
            without = replace(session, answers={**session.answers, question_id: None})
            if collect_answers(without) != whole:
                continue
        about = question or question_for(question_id, answer, session.context)
        at = question_id if question else mended_at(question_id, questions)
        unsaved.append(LeftOut(about, answer, at))
    unsaved += (
        LeftOut(question_for(key.partition("~")[0], answer, session.context), answer, None)
        for key, answer in session.unasked.items()
    )
    return unsaved


def mended_at(question_id: str, question_ids: Container[str]) -> str | None:
    """Which of the questions that are asked can bring that one back; None where none can."""
    return next(
        (candidate for candidate in _candidates(question_id) if candidate in question_ids), None
    )


def _candidates(question_id: str) -> Iterator[str]:
    head = question_id.partition(":")[0]
    if head in MOMENT_QUESTIONS:
        head = "moment"
    yield from _RULED_OUT_BY.get(head, ())


def question_for(question_id: str, answer: AnswerValue, context: SittingContext) -> Question:
    """A question that is not asked now, reconstructed from its id and its answer."""
    head, _, about = question_id.partition(":")
    kind = Kind.TEXT
    if isinstance(answer, list):
        kind = Kind.SEVERAL
    elif head == "rating" and answer in (1, 2, 3, 4, 5, NO_OPPORTUNITY, NONE_MADE):
        kind = Kind.RATING
    elif head == "count":
        kind = Kind.COUNT
    elif head in ("look-back", "focus", "plan", "moment"):
        kind = Kind.CHOICE
    step = _STEPS.get(head, Step.SO_WHAT)
    return Question(
        question_id,
        step,
        kind,
        _about(head, about, context),
        "",
        tuple(_choices(head, context)),
        words=context.words,
    )


def _choices(head: str, context: SittingContext) -> Iterator[Choice]:
    """The choices that label the ids in an answer."""
    words, rubric = context.words, context.rubric
    match head:
        case "look-back":
            yield from (Choice(outcome, words(f"outcome.{outcome}")) for outcome in OUTCOMES)
        case "plan":
            for way in PLAN_WAYS:
                yield Choice(way, words(f"plan.{way}", this=context.this_period))
            yield from (Choice(way, words("plan.agreed-before")) for way in AGREED_WAYS)
        case "focus":
            yield from (Choice(b.id, b.name) for b in rubric.behaviours)
        case "live" | "moment":
            yield from (Choice(r.id, r.sentence) for r in rubric.relationships)
            yield Choice(OTHER, words("other"))


def _about(head: str, about: str, context: SittingContext) -> str:
    words, rubric = context.words, context.rubric
    parts = about.split(":")
    behaviour = next((b.name for p in parts if (b := rubric.behaviour(p))), readable_id(parts[-1]))
    relationship = rubric.relationship(parts[-1])
    match head:
        case "rating":
            name = behaviour or readable_id(parts[0])
            return f"{name}: {relationship.sentence}" if relationship else name
        case "evidence" | "count" | "follow-up":
            return words(f"about.{head}", name=behaviour)
        case "live":
            return words(f"about.live.{rubric.rhythm}")
        case "question":
            question = rubric.question(about)
            return question.ask if question else readable_id(about)
    key = f"about.{head}"
    called = words(key) if key in words else readable_id(head)
    return f"{called}: {relationship.sentence}" if relationship else called
