"""The questions about behaviours: the choice of the focus, its evidence, the ratings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from learnlead.rubric.model import ALL, Behaviour
from learnlead.sitting.context import SittingContext
from learnlead.sitting.mark import NO_OPPORTUNITY
from learnlead.sitting.question import (
    KEEP,
    NO_FOCUS,
    AnswerValue,
    Choice,
    Kind,
    Question,
    Step,
    is_answered,
)
from learnlead.sitting.script_moments import live

RATINGS_ON_A_SCREEN = 4
"""Behaviours."""

MOST_ON_A_SCREEN = 9
"""Occasions: a digit each."""


def chosen_focus(context: SittingContext, answers: Mapping[str, AnswerValue]) -> str | None:
    """The id of this sitting's focus: as chosen in it, else the current one."""
    current = context.current_focus.behaviour if context.current_focus else None
    choice = answers.get("focus")
    if not _asks_focus(context, answers) or not isinstance(choice, str):
        return current
    return current if choice in (KEEP, NO_FOCUS) else choice


def leading_behaviour(
    context: SittingContext, answers: Mapping[str, AnswerValue]
) -> Behaviour | None:
    """The behaviour that evidence and plan are about: the focus, or while there is none, another.

    Each week without a focus lends the next behaviour that every relationship knows. The first
    sitting has none before its ratings, since its focus is chosen after them.
    """
    behaviour = context.rubric.behaviour(chosen_focus(context, answers) or "")
    if behaviour is not None and not (_is_late(context) and context.current_focus is None):
        return behaviour
    return lent_behaviour(context) if context.sittings and context.depth != "quick" else None


def lent_behaviour(context: SittingContext) -> Behaviour | None:
    """The behaviour that takes the place of a focus in this sitting."""
    behaviours = context.rubric.behaviours
    shared = [b for b in behaviours if b.relationship == ALL] or behaviours
    return shared[context.sittings % len(shared)] if shared else None


def _asks_focus(context: SittingContext, answers: Mapping[str, AnswerValue]) -> bool:
    """Whether it is offered, or was answered before another page came between; set, it is not."""
    answered = is_answered(answers, "focus") and context.pending is None
    return context.offers_focus or (answered and bool(context.rubric.behaviours))


def _is_late(context: SittingContext) -> bool:
    """Whether the focus is chosen after the ratings: while there is none, in a whole sitting."""
    return context.current_focus is None and context.depth != "quick"


def early_focus(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """The choice of a focus that leads this sitting: offered anew, or in a quick one."""
    if not _is_late(context):
        yield from _focus(context, answers, Step.LOOK_BACK)


def late_focus(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """The choice of the first focus, after the ratings."""
    if _is_late(context):
        yield from _focus(context, answers, Step.FOCUS)


def _focus(
    context: SittingContext, answers: Mapping[str, AnswerValue], step: Step
) -> Iterator[Question]:
    """The choice of the focus, if this sitting offers it, and what others would notice of it."""
    if not _asks_focus(context, answers):
        return
    words = context.words
    current = context.current_focus.behaviour if context.current_focus else None
    current_behaviour = context.rubric.behaviour(current) if current else None
    choices = [
        Choice(b.id, b.name, b.sentence, _examples(context, b), group=_group(context, b))
        for b in _grouped(context)
        if b.id != current
    ]
    if current_behaviour is not None:
        keep = words("focus.keep", name=current_behaviour.name)
        examples = _examples(context, current_behaviour)
        choices.insert(0, Choice(KEEP, keep, current_behaviour.sentence, examples))
    else:
        choices.append(Choice(NO_FOCUS, words("focus.none"), key="0"))
    heading = words("step.focus")
    yield Question(
        "focus",
        step,
        Kind.CHOICE,
        words("about.focus"),
        context.plain("focus-again" if current_behaviour else "focus"),
        tuple(choices),
        preset=KEEP if current_behaviour else None,
        heading=heading,
    )
    asked = is_answered(answers, "focus") and answers["focus"] != NO_FOCUS
    if asked or is_answered(answers, "focus-notice"):
        ask = context.wording("focus-notice")
        old = context.focus.notice if context.focus and answers.get("focus") == KEEP else None
        chosen = context.rubric.behaviour(chosen_focus(context, answers) or "")
        yield Question(
            "focus-notice",
            step,
            Kind.LINE,
            words("about.focus-notice"),
            ask,
            preface=(chosen.sentence,) if chosen else (),
            preset=old,
            heading=words("heading.focus", name=chosen.name) if chosen else heading,
        )


def _examples(context: SittingContext, behaviour: Behaviour) -> tuple[str, ...]:
    """The behaviour's anchors, each behind its rating."""
    labels = context.rubric.scale.labels
    return tuple(f"{n} {labels[n - 1]}: {text}" for n, text in sorted(behaviour.anchors.items()))


def _grouped(context: SittingContext) -> list[Behaviour]:
    """The behaviours, those of every relationship first, then by relationship."""
    order = [ALL, *(r.id for r in context.rubric.relationships)]
    return sorted(context.rubric.behaviours, key=lambda b: order.index(b.relationship))


def _group(context: SittingContext, behaviour: Behaviour) -> str:
    if not context.rubric.relationships:
        return behaviour.group or ""
    if behaviour.relationship == ALL:
        return context.words("focus.with-anyone")
    relationship = context.rubric.relationship(behaviour.relationship)
    return relationship.sentence if relationship else ""


def evidence(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """What shows the leading behaviour, and how often it came up and was done."""
    words = context.words
    leading = leading_behaviour(context, answers)
    shown = [leading] if leading else []
    others = (b for b in context.rubric.behaviours if b is not leading)
    shown += [b for b in others if is_answered(answers, f"evidence:{b.id}")]
    focus = chosen_focus(context, answers)
    for behaviour in shown:
        question_id, about = (
            f"evidence:{behaviour.id}",
            words("about.evidence", name=behaviour.name),
        )
        ask = context.wording("evidence", behaviour=behaviour.id)
        kind = Kind.LINE if context.depth == "quick" else Kind.TEXT
        question = Question(
            question_id,
            Step.RATE,
            kind,
            about,
            ask,
            behaviour=behaviour,
            heading=words("heading.your-focus" if behaviour.id == focus else "heading.evidence"),
            screen=question_id,
            preface=() if behaviour.id == focus else (behaviour.sentence,),
        )
        yield question
        counted = behaviour.id == focus and behaviour is leading and context.depth != "quick"
        if counted or is_answered(answers, f"count:{behaviour.id}"):
            yield replace(
                question,
                id=f"count:{behaviour.id}",
                kind=Kind.COUNT,
                about=words("about.count"),
                preset=_tally(context),
                ask=context.plain("count"),
                preface=(),
            )


def _tally(context: SittingContext) -> str | None:
    """The count of the notes of the period, where its numbers have one digit."""
    tally = context.tally
    return str(tally) if tally is not None and tally.of <= MOST_ON_A_SCREEN else None


def ratings(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """Ask each behaviour once; at depth full a shared one once for each live relationship.

    A quick sitting rates the focus alone. A `met` behaviour whose only relationship is not live has
    *no opportunity* as its preset: offered, and recorded only when confirmed.
    """
    rated = context.rubric.behaviours
    if context.depth == "quick":
        focus = context.rubric.behaviour(chosen_focus(context, answers) or "")
        rated = (focus,) if focus else ()
    screens = -(-len(rated) // RATINGS_ON_A_SCREEN)
    first = 0
    for number in range(screens):
        size = -(-(len(rated) - first) // (screens - number))
        last = first + size
        heading = context.words("heading.ratings", first=first + 1, last=last, all=len(rated))
        if size == len(rated):
            heading = context.words("step.rate")
        screen = f"ratings-{number + 1}"
        this = context.this_period  # its nouns keep their capitals, as German has them
        preface: tuple[str, ...] = (f"{this[:1].upper()}{this[1:]}:",)
        for question in _rating_questions(context, answers, rated[first:last]):
            yield replace(question, heading=heading, screen=screen, preface=preface)
            preface = ()
        first = last


def _rating_questions(
    context: SittingContext, answers: Mapping[str, AnswerValue], behaviours: Sequence[Behaviour]
) -> Iterator[Question]:
    alive = live(context, answers)
    for behaviour in behaviours:
        absent = _not_live(context, behaviour, alive) if behaviour.opportunity == "met" else ""
        question = Question(
            f"rating:{behaviour.id}",
            Step.RATE,
            Kind.RATING,
            behaviour.name,
            behaviour.sentence,
            preset=NO_OPPORTUNITY if absent else None,
            why_preset=context.words("why-absent", sentence=absent) if absent else "",
            behaviour=behaviour,
            yardsticks=context.yardsticks.get(behaviour.id, ()),
            agrees=context.rubric.scale.kind == "agreement",
        )
        columns = alive if context.depth == "full" and behaviour.relationship == ALL else None
        if not columns:
            yield question
        for relationship_id in columns or ():
            relationship = context.rubric.relationship(relationship_id)
            yield replace(
                question,
                id=f"rating:{behaviour.id}:{relationship_id}",
                column=relationship.sentence if relationship else relationship_id,
            )


def _not_live(context: SittingContext, behaviour: Behaviour, alive: tuple[str, ...] | None) -> str:
    """The sentence of the behaviour's only relationship, if that was not live; else empty."""
    only = context.rubric.relationship(behaviour.relationship)
    return "" if only is None or alive is None or only.id in alive else only.sentence
