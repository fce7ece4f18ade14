"""The questions on what the ratings mean: the other way, an insight, the rubric's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.fields import OWN_TEXTS
from learnlead.reflection.follow_ups import FollowUp, follow_up, tendency
from learnlead.reflection.question import Choice, Given, Kind, Question, Step, holds
from learnlead.reflection.script_focus import chosen_focus
from learnlead.rubric.model import Behaviour


def so_what(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    """The other way, what one takes from it, and the rubric's own questions."""
    if around.depth == "quick":
        return
    answered = list(_other_ways_answered(around, answers))
    yield from answered
    asked = around.rubric.behaviours and not around.hears and not around.older_plans
    if asked and not answered:
        yield _other_way(around, answers)
    for field in OWN_TEXTS:
        if field.always_asked:
            about, ask = around.words(f"about.{field.kind}"), around.wording(field.kind)
            yield Question(field.asks, field.step, Kind.TEXT, about, ask)
    for one in around.rubric.questions:
        kind = {"short": Kind.LINE, "choice": Kind.CHOICE}.get(one.kind, Kind.TEXT)
        choices = tuple(Choice(option, option) for option in one.options)
        yield Question(f"question:{one.id}", Step.SO_WHAT, kind, one.ask, one.ask, choices)


def _other_ways_answered(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    """What was asked the other way and has an answer, whatever the ratings have become since."""
    for question_id in answers:
        head, _, about = question_id.partition(":")
        kind, _, behaviour_id = about.partition(":")
        behaviour = around.rubric.behaviour(behaviour_id)
        if head == "follow-up" and behaviour is not None and holds(answers, question_id):
            yield _follow_up(around, answers, kind, behaviour)
    if holds(answers, "opposite"):
        yield _opposite(around, answers)


def _other_way(around: Circumstances, answers: Mapping[str, Given]) -> Question:
    """The question that looks the other way: what follows from an answer, or the opposite of all.

    Somebody else's words do the same, so a sitting that asks what was heard has neither; one
    that looks back on older plans, too, asks for enough.
    """
    found = _what_follows(around, answers)
    if found is not None and around.sittings % 2:
        return _follow_up(around, answers, found.kind, found.behaviour)
    return _opposite(around, answers)


def _what_follows(around: Circumstances, answers: Mapping[str, Given]) -> FollowUp | None:
    focus = chosen_focus(around, answers)
    return follow_up(around.rubric.behaviours, focus, answers, around.recent, around.words)


def _follow_up(
    around: Circumstances, answers: Mapping[str, Given], kind: str, behaviour: Behaviour
) -> Question:
    """With the reason why it is asked, as long as it is one."""
    found = _what_follows(around, answers)
    is_reason = found is not None and (found.kind, found.behaviour) == (kind, behaviour)
    ask = around.wording("follow-up", kind, kind=kind)
    about = around.words("about.follow-up", name=behaviour.name)
    question_id = f"follow-up:{kind}:{behaviour.id}"
    preface = (found.reason,) if found is not None and is_reason else ()
    return Question(question_id, Step.SO_WHAT, Kind.TEXT, about, ask, preface=preface)


def _opposite(around: Circumstances, answers: Mapping[str, Given]) -> Question:
    towards = tendency(answers, around.recent)
    ask = around.wording("opposite", f"opposite-{towards}", tendency=towards)
    about = around.words("about.opposite")
    return Question("opposite", Step.SO_WHAT, Kind.TEXT, about, ask)
