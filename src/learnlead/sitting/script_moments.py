"""The questions about what happened: which relationships were live, a note, one moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from learnlead.rubric.model import OTHER
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import MOMENT_FIELDS, MOMENT_QUESTIONS, WHAT, WITH
from learnlead.sitting.model import AnswerField
from learnlead.sitting.note import note_choices
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question, Step, is_answered

ANOTHER = "another"
"""The choice to tell something else than a note; no note is called so, since they end in no id."""


def what_happened(
    context: SittingContext, answers: Mapping[str, AnswerValue]
) -> Iterator[Question]:
    """Which relationships were live; unless the sitting is quick, a note of the week and a moment.

    At depth full each live relationship has a moment of its own.
    """
    words, relationships = context.words, context.rubric.relationships
    if relationships:
        choices = tuple(Choice(r.id, r.sentence) for r in relationships)
        this = words(f"about.live.{context.rubric.rhythm}")
        preset = [context.relationship] if context.relationship else None
        ask = context.plain("live")
        yield Question("live", Step.WHAT, Kind.SEVERAL, this, ask, choices, preset=preset)
    if context.depth == "quick" or not relationships:
        return
    notes = note_choices(context.notes, context.day, words)
    if notes:
        choices = (*notes, Choice(ANOTHER, words("note.another")))
        yield Question(
            "note",
            Step.WHAT,
            Kind.CHOICE,
            words("about.note"),
            words("ask.note.one" if len(notes) == 1 else "ask.note.many"),
            choices,
            preset=choices[0].value,
            is_asked_only=True,
        )
    for relationship in _with_a_moment(context, answers):
        yield from _moment(context, answers, relationship)


def moment_relationship(
    context: SittingContext, answers: Mapping[str, AnswerValue], suffix: str
) -> str:
    """Whose moment it is whose questions end in that suffix: as answered, else as it is clear."""
    chosen = answers.get(f"moment{suffix}")
    if isinstance(chosen, str):
        return chosen
    only = suffix.removeprefix(":") or context.relationship
    alive = live(context, answers) or ()
    return only or (alive[0] if len(alive) == 1 else OTHER)


def without_bare_moments(answers: Mapping[str, AnswerValue]) -> dict[str, AnswerValue]:
    """The answers, where a moment of which nothing is told has no relationship either."""
    return {
        key: None if key.partition(":")[0] == "moment" and not _is_told(answers, key) else answer
        for key, answer in answers.items()
    }


def _is_told(answers: Mapping[str, AnswerValue], key: str) -> bool:
    suffix = key.removeprefix("moment")
    parts = [head + suffix for head in MOMENT_QUESTIONS]
    return any(is_answered(answers, part) or part not in answers for part in parts)


def live(context: SittingContext, answers: Mapping[str, AnswerValue]) -> tuple[str, ...] | None:
    """The relationships answered to be live, in the rubric's order; None if unanswered."""
    answer = answers.get("live")
    if not isinstance(answer, list):
        return None
    return tuple(r.id for r in context.rubric.relationships if r.id in answer)


def _with_a_moment(context: SittingContext, answers: Mapping[str, AnswerValue]) -> list[str]:
    """The relationships that have a moment of their own; the empty one leaves it open whose it is.

    Besides those that are live, the ones of which something was told before they were not.
    """
    alive = live(context, answers) or ()
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
    context: SittingContext, answers: Mapping[str, AnswerValue], relationship: str
) -> Iterator[Question]:
    """With whom, what happened, what they did; whose moment it was, where several were live."""
    words = context.words
    suffix = f":{relationship}" if relationship else ""
    only = context.rubric.relationship(relationship or context.relationship or "")
    alive = live(context, answers)
    preface = [only.sentence] if only else []
    if alive == () and not only:
        preface.append(words("ask.moment-none-live"))
    else:
        preface.append(context.wording("moment"))
    note = answers.get("note")
    for field in MOMENT_FIELDS:
        yield Question(
            field.question_head + suffix,
            field.step,
            Kind.LINE if field.label else Kind.TEXT,
            words(f"about.{field.question_head if field in (WITH, WHAT) else field.kind}"),
            moment_ask(context, field),
            preface=tuple(preface),
            preset=note if field is WHAT and isinstance(note, str) and note != ANOTHER else None,
            screen=f"moment{suffix}",
        )
        preface = []
    head = f"moment{suffix}"
    if (only is None and (alive is None or len(alive) > 1)) or is_answered(answers, head):
        yield _whose(context, answers, suffix, alive)


def moment_ask(context: SittingContext, field: AnswerField) -> str:
    """What a line or text of a moment is asked for; `moment` of a bank asks for all of it."""
    if field in (WITH, WHAT):
        return context.plain(field.question_head)
    return context.wording(field.kind)


def _whose(
    context: SittingContext,
    answers: Mapping[str, AnswerValue],
    suffix: str,
    alive: tuple[str, ...] | None,
) -> Question:
    words, long_ago = context.words, context.recent.last_moment
    offered = (*(alive or (r.id for r in context.rubric.relationships)), OTHER)
    answer = answers.get(f"moment{suffix}")
    if isinstance(answer, str) and answer not in offered:
        offered = (answer, *offered)
    in_order = sorted(
        (r for r in context.rubric.relationships if r.id in offered),
        key=lambda r: long_ago.get(r.id, date.min),
    )
    return Question(
        f"moment{suffix}",
        Step.WHAT,
        Kind.CHOICE,
        words("about.moment"),
        words("ask.moment.whose"),
        (*(Choice(r.id, r.sentence) for r in in_order), Choice(OTHER, words("other"))),
        preset=in_order[0].id if in_order and alive else None,
        screen=f"moment{suffix}",
    )
