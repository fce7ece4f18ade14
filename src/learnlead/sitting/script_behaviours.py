"""The questions about behaviours: the choice of the focus, the ratings, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from learnlead.i18n.words import Words
from learnlead.rubric.model import ALL, Behaviour
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import OWN_TEXTS
from learnlead.sitting.follow_ups import FollowUp, follow_up, tendency
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


def chosen_focus(context: SittingContext, answers: Mapping[str, AnswerValue]) -> str | None:
    """The id of this sitting's focus: as chosen in it, else the current one."""
    current = context.current_focus.behaviour if context.current_focus else None
    choice = answers.get("focus")
    if not _asks_focus(context, answers) or not isinstance(choice, str):
        return current
    return current if choice in (KEEP, NO_FOCUS) else choice


def _asks_focus(context: SittingContext, answers: Mapping[str, AnswerValue]) -> bool:
    """Whether it is offered, or was answered before another page came between; set, it is not."""
    answered = is_answered(answers, "focus") and context.pending is None
    return context.offers_focus or (answered and bool(context.rubric.behaviours))


def focus_questions(
    context: SittingContext, answers: Mapping[str, AnswerValue]
) -> Iterator[Question]:
    """The choice of the focus, if this sitting offers it, and what others would notice of it."""
    if not _asks_focus(context, answers):
        return
    words = context.words
    current = context.current_focus.behaviour if context.current_focus else None
    behaviours = context.rubric.behaviours
    choices = [Choice(b.id, b.name, b.sentence) for b in behaviours if b.id != current]
    current_behaviour = context.rubric.behaviour(current) if current else None
    if current_behaviour is not None:
        choices.insert(
            0,
            Choice(
                KEEP, words("focus.keep", name=current_behaviour.name), current_behaviour.sentence
            ),
        )
    else:
        choices.append(Choice(NO_FOCUS, words("focus.none")))
    yield Question(
        "focus",
        Step.LOOK_BACK,
        Kind.CHOICE,
        words("about.focus"),
        context.plain("focus-again" if current_behaviour else "focus"),
        tuple(choices),
        preset=KEEP if current_behaviour else None,
    )
    if answers.get("focus", "") is not None and answers.get("focus") != NO_FOCUS:
        ask = context.wording("focus-notice")
        old = context.focus.notice if context.focus and answers.get("focus") == KEEP else None
        chosen = context.rubric.behaviour(chosen_focus(context, answers) or "")
        yield Question(
            "focus-notice",
            Step.LOOK_BACK,
            Kind.LINE,
            words("about.focus-notice"),
            ask,
            preface=(chosen.sentence,) if chosen else (),
            preset=old,
        )


def rating_questions(
    context: SittingContext, live_answer: AnswerValue, behaviours: Sequence[Behaviour]
) -> Iterator[Question]:
    """Ask each behaviour once; at depth full a shared one once for each live relationship.

    A `met` behaviour whose only relationship is not live has *no opportunity* as its
    preset: offered, and recorded only when confirmed.
    """
    alive = live_answer if isinstance(live_answer, list) else None
    pairs: list[tuple[Behaviour, str]] = []
    for behaviour in behaviours:
        by_relationship = context.depth == "full" and behaviour.relationship == ALL and alive
        pairs += [
            (behaviour, relationship)
            for relationship in (alive if by_relationship and alive else [""])
        ]
    for number, (behaviour, relationship) in enumerate(pairs, start=1):
        rated_for = context.rubric.relationship(relationship)
        absent = (
            behaviour.opportunity == "met"
            and behaviour.relationship != ALL
            and alive is not None
            and behaviour.relationship not in alive
        )
        yield Question(
            f"rating:{behaviour.id}:{relationship}" if relationship else f"rating:{behaviour.id}",
            Step.RATE,
            Kind.RATING,
            behaviour.name,
            behaviour.sentence,
            preface=(rated_for.sentence,) if rated_for else (),
            preset=NO_OPPORTUNITY if absent else None,
            behaviour=behaviour,
            place=_place(context.words, number, len(pairs), behaviour),
            yardsticks=context.yardsticks.get(behaviour.id, ()),
        )


def _place(words: Words, number: int, of: int, behaviour: Behaviour) -> str:
    """Such as `rating 4 of 12`, and the group where the rubric has groups."""
    place = words("place.rating", n=number, all=of)
    return f"{place} · {behaviour.group}" if behaviour.group else place


def so_what(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """The opposite or a follow-up, the insight, and the rubric's own questions."""
    if context.depth == "quick":
        return
    answered = list(_other_ways_answered(context, answers))
    yield from answered
    room_for_another = (
        context.rubric.behaviours and not context.has_feedback and not context.older_plans
    )
    if room_for_another and not answered:
        yield _other_way(context, answers)
    for field in OWN_TEXTS:
        if field.always_asked:
            about, ask = context.words(f"about.{field.kind}"), context.wording(field.kind)
            yield Question(field.question_head, field.step, Kind.TEXT, about, ask)
    for question in context.rubric.questions:
        kind = {"short": Kind.LINE, "choice": Kind.CHOICE}.get(question.kind, Kind.TEXT)
        choices = tuple(Choice(option, option) for option in question.options)
        yield Question(
            f"question:{question.id}", Step.SO_WHAT, kind, question.ask, question.ask, choices
        )


def _other_ways_answered(
    context: SittingContext, answers: Mapping[str, AnswerValue]
) -> Iterator[Question]:
    """The follow-ups and the opposite that have an answer, even if ratings changed since."""
    for question_id in answers:
        head, _, about = question_id.partition(":")
        kind, _, behaviour_id = about.partition(":")
        behaviour = context.rubric.behaviour(behaviour_id)
        if head == "follow-up" and behaviour is not None and is_answered(answers, question_id):
            yield _follow_up(context, answers, kind, behaviour)
    if is_answered(answers, "opposite"):
        yield _opposite(context, answers)


def _other_way(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Question:
    """The question that looks the other way: what follows from an answer, or the opposite of all.

    Somebody else's words do the same, so a sitting that asks what was heard has neither; one
    that looks back on older plans, too, asks for enough.
    """
    following = _what_follows(context, answers)
    if following is not None and context.sittings % 2:
        return _follow_up(context, answers, following.kind, following.behaviour)
    return _opposite(context, answers)


def _what_follows(context: SittingContext, answers: Mapping[str, AnswerValue]) -> FollowUp | None:
    focus = chosen_focus(context, answers)
    return follow_up(context.rubric.behaviours, focus, answers, context.recent, context.words)


def _follow_up(
    context: SittingContext, answers: Mapping[str, AnswerValue], kind: str, behaviour: Behaviour
) -> Question:
    """With the reason why it is asked, as long as it is one."""
    following = _what_follows(context, answers)
    is_reason = following is not None and (following.kind, following.behaviour) == (kind, behaviour)
    ask = context.wording("follow-up", kind, kind=kind)
    about = context.words("about.follow-up", name=behaviour.name)
    question_id = f"follow-up:{kind}:{behaviour.id}"
    preface = (following.reason,) if following is not None and is_reason else ()
    return Question(question_id, Step.SO_WHAT, Kind.TEXT, about, ask, preface=preface)


def _opposite(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Question:
    towards = tendency(answers, context.recent)
    ask = context.wording("opposite", f"opposite-{towards}", tendency=towards)
    about = context.words("about.opposite")
    return Question("opposite", Step.SO_WHAT, Kind.TEXT, about, ask)
