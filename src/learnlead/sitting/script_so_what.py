"""The questions on what a week means: a follow-up or the other way round, and an insight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from learnlead.rubric.model import Behaviour
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import OWN_TEXTS
from learnlead.sitting.follow_ups import FollowUp, follow_up, tendency
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question, Step, is_answered
from learnlead.sitting.script_behaviours import leading_behaviour

SO_WHAT = "so-what"
"""The screen of what the week means, and of what comes of the plan."""


def so_what(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """The opposite or a follow-up, the insight, and the rubric's own questions.

    A first sitting has the rubric's own alone: it is the shortest.
    """
    if context.depth == "quick":
        return
    is_first = context.sittings == 0 and bool(context.rubric.behaviours)
    answered = list(_other_ways_answered(context, answers))
    yield from answered
    room_for_another = (
        context.rubric.behaviours
        and not context.has_feedback
        and not context.older_plans
        and not is_first
    )
    if room_for_another and not answered:
        yield _other_way(context, answers)
    for field in OWN_TEXTS:
        if field.always_asked and (not is_first or is_answered(answers, field.question_head)):
            about, ask = context.words(f"about.{field.kind}"), context.wording(field.kind)
            head = field.question_head
            yield Question(head, field.step, Kind.TEXT, about, ask, screen=SO_WHAT)
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
    leading = leading_behaviour(context, answers)
    focus = leading.id if leading else None
    rubric = context.rubric
    return follow_up(
        rubric.behaviours,
        focus,
        answers,
        context.recent,
        labels=rubric.scale.labels,
        words=context.words,
    )


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
    return Question(
        question_id, Step.SO_WHAT, Kind.TEXT, about, ask, preface=preface, screen=SO_WHAT
    )


def _opposite(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Question:
    towards = tendency(answers, context.recent)
    ask = context.wording("opposite", f"opposite-{towards}", tendency=towards)
    about = context.words("about.opposite")
    return Question("opposite", Step.SO_WHAT, Kind.TEXT, about, ask, screen=SO_WHAT)
