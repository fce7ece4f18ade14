"""Builds `Answers` from a session's answers by question, and a `Reflection` from `Answers`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from learnlead.sitting.answers import Answers, FocusAnswer, LookBack, PlanAnswer
from learnlead.sitting.context import OpenPlan, SittingContext
from learnlead.sitting.fields import MOMENT_FIELDS, OWN_TEXTS, own_texts
from learnlead.sitting.model import Moment, Plan, PlanReview, Reflection
from learnlead.sitting.question import ADJUST, KEEP, NO_FOCUS, AnswerValue
from learnlead.sitting.script_moments import moment_relationship
from learnlead.sitting.script_plans import planned
from learnlead.sitting.session import Session


def collect_answers(session: Session, minutes: int | None = None) -> Answers:
    """The session's answers in the format in which a file of answers has them."""
    answers = session.current_answers()
    context = session.context
    looked_back = _look_back(answers, context)
    return Answers(
        rubric=context.rubric.id,
        date=context.day,
        depth=context.depth,
        minutes=minutes,
        focus=_focus_answer(answers, context),
        look_back=looked_back,
        relationships=answers.get("live"),
        moments=_moments(answers, context),
        ratings=_ratings(answers),
        count=_with_prefix("count:", answers),
        evidence=_evidence(answers),
        plan=_plan_answer(answers, context, looked_back),
        answers=_open_answers(answers, context),
        **{field.name: answers.get(field.question_head) for field in OWN_TEXTS},
    )


def _with_prefix(prefix: str, answers: Mapping[str, AnswerValue]) -> dict[str, Any]:
    return {k.removeprefix(prefix): v for k, v in answers.items() if k.startswith(prefix)}


def _evidence(answers: Mapping[str, AnswerValue]) -> dict[str, Any]:
    """The evidence of each behaviour, with the answers to its follow-ups appended."""
    evidence = _with_prefix("evidence:", answers)
    for key, words in _with_prefix("follow-up:", answers).items():
        behaviour = key.partition(":")[2]
        evidence[behaviour] = (
            f"{evidence[behaviour]}\n\n{words}" if behaviour in evidence else words
        )
    return evidence


def _focus_answer(
    answers: Mapping[str, AnswerValue], context: SittingContext
) -> FocusAnswer | None:
    chosen = answers.get("focus")
    if not isinstance(chosen, str) or chosen == NO_FOCUS:
        return None
    if chosen == KEEP:
        chosen = context.focus.behaviour if context.focus else ""
    notice = answers.get("focus-notice")
    return FocusAnswer(behaviour=chosen, notice=notice if isinstance(notice, str) else None)


def _look_back(answers: Mapping[str, AnswerValue], context: SittingContext) -> tuple[LookBack, ...]:
    reviews = []
    outcome, note = answers.get("look-back"), answers.get("look-back-note")
    if outcome is not None or note is not None:
        reviews.append(LookBack(plan=context.plans[0].stem, outcome=outcome, note=note))
    done = answers.get("look-back-older")
    if isinstance(done, list):
        for plan in context.older_plans:
            became = "done" if plan.stem in done else "dropped"
            reviews.append(LookBack(plan=plan.stem, outcome=became))
    return tuple(reviews)


def _moments(answers: Mapping[str, AnswerValue], context: SittingContext) -> tuple[Moment, ...]:
    moments = []
    for suffix in ("", *(f":{relationship.id}" for relationship in context.rubric.relationships)):
        texts = {field.name: answers.get(field.question_head + suffix) for field in MOMENT_FIELDS}
        if any(text is not None for text in texts.values()):
            relationship = moment_relationship(context, answers, suffix)
            moments.append(Moment.model_validate({"relationship": relationship, **texts}))
    return tuple(moments)


def _ratings(answers: Mapping[str, AnswerValue]) -> dict[str, Any]:
    ratings: dict[str, Any] = {}
    for key, mark in _with_prefix("rating:", answers).items():
        behaviour, _, relationship = key.partition(":")
        if relationship:
            ratings.setdefault(behaviour, {})[relationship] = mark
        else:
            ratings[behaviour] = mark
    return ratings


def _plan_answer(
    answers: Mapping[str, AnswerValue], context: SittingContext, looked_back: tuple[LookBack, ...]
) -> Any:
    way = answers.get("plan")
    cue, action = answers.get("cue"), answers.get("action")
    if way == "none" or (way is None and not (cue and action)):
        return way
    old = context.plans[0] if context.plans and way in (KEEP, ADJUST) else None
    if way == KEEP:
        only = looked_back[0].plan if len(looked_back) == 1 else None
        if old is None or only in (None, old.stem):
            return KEEP
        cue, action = old.cue, old.action  # a bare `keep` would mean the one looked back on
    if not cue or not action:
        return None
    return PlanAnswer.model_validate(
        {
            "behaviour": old.behaviour if old else _lent(answers, context),
            "cue": cue,
            "action": action,
            "kept": old.stem if old else None,
        }
    )


def _lent(answers: Mapping[str, AnswerValue], context: SittingContext) -> str | None:
    """The behaviour of a new plan where a sitting began without a focus; else the focus has it."""
    if context.current_focus is not None:
        return None
    behaviour = planned(context, answers)
    return behaviour.id if behaviour else None


def _open_answers(answers: Mapping[str, AnswerValue], context: SittingContext) -> dict[str, Any]:
    open_answers = _with_prefix("question:", answers)
    for question in context.rubric.questions:
        text = open_answers.get(question.id)
        if question.kind == "list" and isinstance(text, str):
            open_answers[question.id] = tuple(line for line in text.split("\n") if line.strip())
    return open_answers


def reviewed_stem(answers: Answers, context: SittingContext) -> str | None:
    """The stem of the plan that `keep` continues: the only reviewed one, else the newest open."""
    if len(answers.look_back) == 1 and answers.look_back[0].plan:
        return answers.look_back[0].plan
    return context.plans[0].stem if context.plans else None


def build_reflection(
    answers: Answers, context: SittingContext, plans: Mapping[str, OpenPlan], due: date
) -> Reflection:
    """The reflection made of those answers.

    Args:
        answers: checked by `misfits`.
        context: of the sitting; gives day, depth and focus.
        plans: by stem, every plan that the answers name, and the newest open one.
        due: the day one period on, for a plan that names none.
    """
    focus, notice = _focus(answers, context)
    return Reflection(
        date=context.day,
        rubric=context.rubric.id,
        rubric_version=context.rubric.version,
        depth=context.depth,
        focus=focus,
        focus_notice=notice,
        relationships=answers.relationships,
        minutes=answers.minutes,
        written=context.today if context.day < context.today else None,
        looking_back=_looking_back(answers, context, plans),
        moments=answers.moments,
        ratings=answers.ratings,
        count=answers.count,
        evidence={k: v for k, v in answers.evidence.items() if v is not None},
        plan=_plan(answers, context, plans, due, focus),
        answers={k: v for k, v in answers.answers.items() if v is not None},
        **{field.name: text for field, text in own_texts(answers)},
    )


def _focus(answers: Answers, context: SittingContext) -> tuple[str | None, str | None]:
    if answers.focus is not None:
        return answers.focus.behaviour, answers.focus.notice
    if context.pending is not None:
        return context.pending.behaviour, context.pending.notice
    return (context.focus.behaviour if context.focus else None), None


def _looking_back(
    answers: Answers, context: SittingContext, plans: Mapping[str, OpenPlan]
) -> tuple[PlanReview, ...]:
    newest = context.plans[0].stem if context.plans else ""
    reviews = []
    for review in answers.look_back:
        plan = plans[review.plan or newest]
        reviews.append(
            PlanReview(
                plan=plan.stem,
                cue=plan.cue,
                action=plan.action,
                outcome=review.outcome,
                note=review.note,
            )
        )
    return tuple(reviews)


def _plan(
    answers: Answers,
    context: SittingContext,
    plans: Mapping[str, OpenPlan],
    due: date,
    focus: str | None,
) -> Plan | None:
    answer = answers.plan
    if answer == "keep":
        old = plans[reviewed_stem(answers, context) or ""]
        return Plan(behaviour=old.behaviour, cue=old.cue, action=old.action, due=due, kept=old.stem)
    if not isinstance(answer, PlanAnswer):
        return None
    carried = plans[answer.kept].behaviour if answer.kept else None
    return Plan(
        behaviour=answer.behaviour or carried or focus or "",
        cue=answer.cue,
        action=answer.action,
        due=answer.due or due,
        kept=answer.kept,
    )
