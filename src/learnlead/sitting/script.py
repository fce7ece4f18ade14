"""Which questions a sitting has, given the answers so far, and in which order.

The order and its reasons are those of debriefing research: a look back first, one concrete
moment and its other side, evidence before numbers, then what it means and one if-then plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from learnlead.i18n.words import ENGLISH
from learnlead.rubric.model import OTHER
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import MOMENT_FIELDS, MOMENT_QUESTIONS, WHAT
from learnlead.sitting.note import note_choices
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question, Step, is_answered
from learnlead.sitting.script_behaviours import (
    chosen_focus,
    focus_questions,
    rating_questions,
    so_what,
)
from learnlead.sitting.script_plans import look_back, now_what


def questions(context: SittingContext, answers: Mapping[str, AnswerValue]) -> tuple[Question, ...]:
    """The questions of the sitting in their order.

    A question that only an earlier answer can raise (the other side of a moment, the cue of a
    new plan) is there as long as that answer does not rule it out.
    """
    asked_questions = [
        question
        for part in (look_back, _heard, focus_questions, _what, _rate, so_what, now_what)
        for question in part(context, answers)
    ]
    if asked_questions and (opening := _opening(context)):
        asked_questions[0] = replace(
            asked_questions[0], preface=(*opening, *asked_questions[0].preface)
        )
    words = context.words
    return tuple(
        asked_questions
        if words is ENGLISH
        else (replace(question, words=words) for question in asked_questions)
    )


def second_page(context: SittingContext) -> str:
    """A sentence that the day has a page already; empty if it has none."""
    if context.same_day is None:
        return ""
    day = context.words.day_and_month(context.day)
    return context.words("second-page", day=day, there=context.same_day)


def _opening(context: SittingContext) -> list[str]:
    """The sentences before the first question."""
    sentences = [there] if (there := second_page(context)) else []
    if not context.was_away:
        sentences.append(context.wording("opening"))
    return sentences


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


def _live(answer: AnswerValue, context: SittingContext) -> tuple[str, ...] | None:
    """The relationships answered to be live, in the rubric's order; None if unanswered."""
    if not isinstance(answer, list):
        return None
    return tuple(r.id for r in context.rubric.relationships if r.id in answer)


def _what(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    relationships = context.rubric.relationships
    if relationships:
        choices = tuple(Choice(r.id, r.sentence) for r in relationships)
        this = context.words(f"about.live.{context.rubric.rhythm}")
        ask = context.plain("live")
        preset = [context.relationship] if context.relationship else None
        yield Question("live", Step.WHAT, Kind.SEVERAL, this, ask, choices, preset=preset)
    if context.depth == "quick" or not relationships:
        return
    alive = _live(answers.get("live"), context)
    for relationship in _moment_relationships(context, answers, alive or ()):
        yield from _moment(context, answers, relationship, alive)


def _moment_relationships(
    context: SittingContext, answers: Mapping[str, AnswerValue], alive: tuple[str, ...]
) -> list[str]:
    """The relationships that have a moment of their own; the empty one leaves it open whose it is.

    Besides those that are live, the ones of which something was told before they were not.
    """
    several = context.depth == "full" and not context.relationship and len(alive) > 1
    with_answers = [
        relationship
        for relationship in ("", *(r.id for r in context.rubric.relationships))
        if any(
            is_answered(answers, f"{part}:{relationship}" if relationship else part)
            for part in ("moment", *MOMENT_QUESTIONS)
        )
    ]
    asked_about = alive if several else () if any(with_answers) else ("",)
    return [
        relationship
        for relationship in ("", *(r.id for r in context.rubric.relationships))
        if relationship in (*asked_about, *with_answers)
    ]


def _moment(
    context: SittingContext,
    answers: Mapping[str, AnswerValue],
    relationship: str,
    alive: tuple[str, ...] | None,
) -> Iterator[Question]:
    words = context.words
    suffix = f":{relationship}" if relationship else ""
    only = context.rubric.relationship(relationship or context.relationship or "")
    offered = (only,) if only else context.rubric.relationships
    long_ago = context.recent.last_moment
    first = sorted(offered, key=lambda r: (r.id not in (alive or ()), long_ago.get(r.id, date.min)))
    choices = [Choice(r.id, r.sentence) for r in first]
    other = Choice(OTHER, words("other"))
    ask = context.wording("moment")
    none_live = alive == () and not only
    yield Question(
        f"moment{suffix}",
        Step.WHAT,
        Kind.MOMENT,
        words("about.moment-of", sentence=only.sentence) if only else words("about.moment"),
        words("ask.moment-none-live" if none_live else "ask.moment-about"),
        (other, *choices) if none_live else (*choices, other),
        () if none_live else (ask,),
        preset=first[0].id if alive or only else None,
    )
    head = f"moment{suffix}"
    if head in answers and answers[head] is None:
        return
    yield Question(
        f"moment-what{suffix}",
        Step.WHAT,
        Kind.TEXT,
        words("about.moment-what"),
        ask,
        offers=note_choices(context.notes, context.day, words),
    )
    goes_on = answers.get(f"{WHAT.question_head}{suffix}", "") is not None
    for field in MOMENT_FIELDS:
        if (
            field.question_head
            and field is not WHAT
            and (goes_on or is_answered(answers, field.question_head + suffix))
        ):
            kind = Kind.LINE if field.label else Kind.TEXT
            about, ask = words(f"about.{field.kind}"), context.wording(field.kind)
            yield Question(field.question_head + suffix, field.step, kind, about, ask)


def _rate(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    focus = context.rubric.behaviour(chosen_focus(context, answers) or "")
    shown = [focus] if focus else []
    others = (b for b in context.rubric.behaviours if b is not focus)
    shown += [b for b in others if is_answered(answers, f"evidence:{b.id}")]
    for behaviour in shown:
        ask = context.wording("evidence", behaviour=behaviour.id)
        kind = Kind.LINE if context.depth == "quick" else Kind.TEXT
        about = context.words("about.evidence", name=behaviour.name)
        yield Question(f"evidence:{behaviour.id}", Step.RATE, kind, about, ask, behaviour=behaviour)
    rated = context.rubric.behaviours
    if context.depth == "quick":
        rated = (focus,) if focus else ()
    yield from rating_questions(context, answers.get("live"), rated)
