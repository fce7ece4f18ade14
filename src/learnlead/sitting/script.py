"""Which questions a sitting has, given the answers so far, and in which order.

The order and its reasons are those of debriefing research: a look back first, one concrete
moment and its other side, evidence before numbers, then what it means and one if-then plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from learnlead.i18n.words import ENGLISH
from learnlead.sitting.context import SittingContext
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question, Step, is_answered
from learnlead.sitting.script_behaviours import (
    early_focus,
    evidence,
    late_focus,
    ratings,
)
from learnlead.sitting.script_moments import what_happened
from learnlead.sitting.script_plans import look_back, now_what
from learnlead.sitting.script_so_what import so_what


def questions(context: SittingContext, answers: Mapping[str, AnswerValue]) -> tuple[Question, ...]:
    """The questions of the sitting in their order.

    A question that only an earlier answer can raise (the other side of a moment, the cue of a
    new plan) is there as long as that answer does not rule it out.
    """
    parts = (
        *(_memory, look_back, _heard, early_focus, what_happened),
        *(evidence, ratings, late_focus, so_what, now_what),
    )
    asked = (question for part in parts for question in part(context, answers))
    words = context.words
    return tuple(
        asked if words is ENGLISH else (replace(question, words=words) for question in asked)
    )


def second_page(context: SittingContext) -> str:
    """A sentence that the day has a page already; empty if it has none."""
    if context.same_day is None:
        return ""
    day = context.words.day_and_month(context.day)
    return context.words("second-page", day=day, there=context.same_day)


GO_ON, ADD_LINE, HIDE = "on", "add", "hide"
"""The answers to a passage that comes back: on; with a line to add; never to show it again."""


def _memory(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """An insight of an earlier sitting, and a line to add to it."""
    words, passage = context.words, context.memory
    if passage is not None and context.depth != "quick":
        day = words.day_and_month(passage.day)
        if passage.day.year != context.day.year:
            day = words("day-of-year", day=day, year=passage.day.year)
        preface, quote = [words("ask.memory", day=day)], passage.text
        yield Question(
            "memory",
            Step.LOOK_BACK,
            Kind.CHOICE,
            words("about.memory"),
            "",
            (
                Choice(GO_ON, words("memory.on"), key="enter"),
                Choice(ADD_LINE, words("memory.add"), key="w"),
                Choice(HIDE, words("memory.hide"), key="h"),
            ),
            tuple(preface),
            quote,
            preset=GO_ON,
            is_asked_only=True,
        )
    else:
        preface, quote = [], ""
    if is_answered(answers, "again") or (quote and answers.get("memory") == ADD_LINE):
        about, ask = words("about.again"), words("ask.again")
        yield Question(
            "again", Step.LOOK_BACK, Kind.TEXT, about, ask, preface=tuple(preface), quote=quote
        )


def _heard(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """The question for feedback from somebody who was asked, or a coach's question."""
    due = context.has_feedback and context.depth != "quick"
    if not due and not is_answered(answers, "heard"):
        return
    words, ask = context.words, context.wording("heard")
    if not context.coach_questions:
        yield Question("heard", Step.LOOK_BACK, Kind.TEXT, words("about.heard"), ask)
        return
    *earlier, newest = context.coach_questions
    preface = (words("ask.coach-question"), *earlier, *([ask] if context.asked_someone else []))
    about = words("about.coach-question")
    yield Question("heard", Step.LOOK_BACK, Kind.TEXT, about, newest, preface=preface)
