"""What a sitting would leave if all were answered: the reflection that the page is made of."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from learnlead.page.plans import write_plan
from learnlead.rubric.model import ALL, OTHER, Behaviour, Rubric
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import MOMENT_FIELDS, OWN_TEXTS, WHAT
from learnlead.sitting.mark import NO_OPPORTUNITY
from learnlead.sitting.model import Moment, Plan, PlanReview, Reflection

SLOT = "\ue000"
"""Begins a text that no person has typed: a character for private use."""

THE_FOCUS = "focus"
"""Stands for a plan's behaviour where the plan is for whatever focus the page has."""


def reflection_with_slots(context: SittingContext, question_ids: Collection[str]) -> Reflection:
    """What a sitting would leave if each of its questions, named by their ids, were answered.

    Each text is `SLOT` and the id of the question to ask there, each rating *no opportunity*.
    """
    rubric, focus = context.rubric, context.current_focus
    kinds = {question_id.split(":")[0] for question_id in question_ids}
    slots: dict[str, Any] = {}
    if "look-back" in kinds:
        slots["looking_back"] = _looking_back(context)
    if WHAT.question_head in kinds:
        slots["moments"] = [
            _moment(relationship) for relationship in (*_relationships(rubric), OTHER)
        ]
    if rubric.behaviours:
        marks = dict.fromkeys(_relationships(rubric), NO_OPPORTUNITY)
        shared = context.depth == "full" and bool(marks)
        slots["ratings"] = {
            b.id: marks if shared and b.relationship == ALL else NO_OPPORTUNITY
            for b in _rated(rubric, question_ids)
        }
        slots["plan"] = Plan(behaviour=_planned(context), cue=SLOT, action=SLOT)
    return Reflection(
        date=context.day,
        rubric=rubric.id,
        rubric_version=rubric.version,
        depth=context.depth,
        focus=focus.behaviour if focus else None,
        focus_notice=context.pending.notice if context.pending else None,
        **{
            field.name: SLOT + field.question_head
            for field in OWN_TEXTS
            if field.question_head in kinds
        },
        answers={
            question_id.removeprefix("question:"): f"{SLOT}{question_id}"
            for question_id in question_ids
            if question_id.startswith("question:")
        },
        **slots,
    )


def kept_plan_line(context: SittingContext) -> str | None:
    """The line that carries the newest open plan on; on the page a `#` before it takes it out."""
    if not context.plans:
        return None
    old = context.plans[0]
    plan = Plan(behaviour=old.behaviour, cue=old.cue, action=old.action, kept=old.stem)
    return write_plan(plan, context.words)


def _relationships(rubric: Rubric) -> list[str]:
    return [relationship.id for relationship in rubric.relationships]


def _looking_back(context: SittingContext) -> list[PlanReview]:
    """Each plan that is asked about; a note is asked for only on the newest."""
    notes = {context.plans[0].stem: f"{SLOT}look-back-note"}
    return [
        PlanReview(
            plan=old.stem,
            cue=old.cue,
            action=old.action,
            outcome="done",
            note=notes.get(old.stem),
        )
        for old in (context.plans[0], *context.older_plans)
    ]


def _moment(relationship: str) -> Moment:
    slots = {
        field.name: SLOT + ("" if field is WHAT or field.label else field.question_head)
        for field in MOMENT_FIELDS
    }
    return Moment.model_validate({"relationship": relationship, **slots})


def _rated(rubric: Rubric, question_ids: Collection[str]) -> list[Behaviour]:
    """Those that are asked; all where only the focus is, and it is yet to be chosen."""
    ids = {
        question_id.split(":")[1]
        for question_id in question_ids
        if question_id.startswith("rating:")
    }
    return [b for b in rubric.behaviours if b.id in ids or not ids]


def _planned(context: SittingContext) -> str:
    """The page's focus; its own id where a behaviour goes by the name that stands for it."""
    if context.rubric.behaviour(THE_FOCUS) is not None and context.current_focus is not None:
        return context.current_focus.behaviour
    return THE_FOCUS
