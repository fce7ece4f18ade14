"""Answers become a reflection: defaults that the contract names, plans carried on by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from learnlead.reflection.answers import Answers, PlanAnswer
from learnlead.reflection.circumstances import Circumstances, OpenPlan
from learnlead.reflection.fields import own_texts
from learnlead.reflection.model import Plan, PlanReview, Reflection


def reviewed_stem(answers: Answers, around: Circumstances) -> str | None:
    """The stem of the plan that `keep` carries on: the one looked back on, else the newest open."""
    if len(answers.look_back) == 1 and answers.look_back[0].plan:
        return answers.look_back[0].plan
    return around.plans[0].stem if around.plans else None


def hold(
    answers: Answers, around: Circumstances, plans: Mapping[str, OpenPlan], due: date
) -> Reflection:
    """The reflection that those answers are.

    Args:
        answers: checked by `misfits`.
        around: the sitting's circumstances; they give day, depth and focus.
        plans: by stem, every plan that the answers name, and the newest open one.
        due: the day one period on, for a plan that names none.
    """
    focus, notice = _focus(answers, around)
    return Reflection(
        date=around.day,
        rubric=around.rubric.id,
        rubric_version=around.rubric.version,
        depth=around.depth,
        focus=focus,
        focus_notice=notice,
        relationships=answers.relationships,
        minutes=answers.minutes,
        written=around.today if around.day < around.today else None,
        looking_back=_looking_back(answers, around, plans),
        moments=answers.moments,
        ratings=answers.ratings,
        evidence={k: v for k, v in answers.evidence.items() if v is not None},
        plan=_plan(answers, around, plans, due, focus),
        answers={k: v for k, v in answers.answers.items() if v is not None},
        **{field.name: text for field, text in own_texts(answers)},
    )


def _focus(answers: Answers, around: Circumstances) -> tuple[str | None, str | None]:
    if answers.focus is not None:
        return answers.focus.behaviour, answers.focus.notice
    if around.pending is not None:
        return around.pending.behaviour, around.pending.notice
    return (around.focus.behaviour if around.focus else None), None


def _looking_back(
    answers: Answers, around: Circumstances, plans: Mapping[str, OpenPlan]
) -> tuple[PlanReview, ...]:
    newest = around.plans[0].stem if around.plans else ""
    reviews = []
    for one in answers.look_back:
        plan = plans[one.plan or newest]
        reviews.append(
            PlanReview(
                plan=plan.stem,
                cue=plan.cue,
                action=plan.action,
                outcome=one.outcome,
                note=one.note,
            )
        )
    return tuple(reviews)


def _plan(
    answers: Answers,
    around: Circumstances,
    plans: Mapping[str, OpenPlan],
    due: date,
    focus: str | None,
) -> Plan | None:
    given = answers.plan
    if given == "keep":
        kept = plans[reviewed_stem(answers, around) or ""]
        return Plan(
            behaviour=kept.behaviour, cue=kept.cue, action=kept.action, due=due, kept=kept.stem
        )
    if not isinstance(given, PlanAnswer):
        return None
    carried = plans[given.kept].behaviour if given.kept else None
    return Plan(
        behaviour=given.behaviour or carried or focus or "",
        cue=given.cue,
        action=given.action,
        due=given.due or due,
        kept=given.kept,
    )
