"""A reflection with a slot in place of each answer: what the page of a sitting is made of."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from learnlead.journal.plan_line import write_plan
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.fields import MOMENT_FIELDS, OWN_TEXTS, WHAT
from learnlead.reflection.mark import NO_OPPORTUNITY
from learnlead.reflection.model import Moment, Plan, PlanReview, Reflection
from learnlead.rubric.model import ALL, OTHER, Behaviour, Rubric

SLOT = "\ue000"
"""Begins a text that no person has typed: a character for private use."""

THE_FOCUS = "focus"
"""Stands for a plan's behaviour where the plan is for whatever focus the page has."""


def with_slots(around: Circumstances, asked: Collection[str]) -> Reflection:
    """What a sitting would leave if each of its questions, named by their ids, were answered.

    Each text is `SLOT` and the id of the question to ask there, each rating *no opportunity*.
    """
    rubric, focus = around.rubric, around.current_focus
    kinds = {one.split(":")[0] for one in asked}
    slots: dict[str, Any] = {}
    if "look-back" in kinds:
        slots["looking_back"] = _looking_back(around)
    if "moment" in kinds:
        slots["moments"] = [_moment(one) for one in (*_relationships(rubric), OTHER)]
    if rubric.behaviours:
        marks = dict.fromkeys(_relationships(rubric), NO_OPPORTUNITY)
        shared = around.depth == "full" and bool(marks)
        slots["ratings"] = {
            b.id: marks if shared and b.relationship == ALL else NO_OPPORTUNITY
            for b in _rated(rubric, asked)
        }
        slots["plan"] = Plan(behaviour=_planned(around), cue=SLOT, action=SLOT)
    return Reflection(
        date=around.day,
        rubric=rubric.id,
        rubric_version=rubric.version,
        depth=around.depth,
        focus=focus.behaviour if focus else None,
        focus_notice=around.pending.notice if around.pending else None,
        **{field.name: SLOT + field.asks for field in OWN_TEXTS if field.asks in kinds},
        answers={
            one.removeprefix("question:"): f"{SLOT}{one}"
            for one in asked
            if one.startswith("question:")
        },
        **slots,
    )


def kept_plan(around: Circumstances) -> str | None:
    """The line that carries the newest open plan on; on the page a `#` before it takes it out."""
    if not around.plans:
        return None
    old = around.plans[0]
    plan = Plan(behaviour=old.behaviour, cue=old.cue, action=old.action, kept=old.stem)
    return write_plan(plan, around.words)


def _relationships(rubric: Rubric) -> list[str]:
    return [one.id for one in rubric.relationships]


def _looking_back(around: Circumstances) -> list[PlanReview]:
    """Each plan that is asked about; a note is asked for only on the newest."""
    notes = {around.plans[0].stem: f"{SLOT}look-back-note"}
    return [
        PlanReview(
            plan=old.stem,
            cue=old.cue,
            action=old.action,
            outcome="done",
            note=notes.get(old.stem),
        )
        for old in (around.plans[0], *around.older_plans)
    ]


def _moment(relationship: str) -> Moment:
    slots = {
        field.name: SLOT + (field.asks if field is not WHAT else "") for field in MOMENT_FIELDS
    }
    return Moment.model_validate({"relationship": relationship, **slots})


def _rated(rubric: Rubric, asked: Collection[str]) -> list[Behaviour]:
    """Those that are asked; all where only the focus is, and it is yet to be chosen."""
    ids = {one.split(":")[1] for one in asked if one.startswith("rating:")}
    return [b for b in rubric.behaviours if b.id in ids or not ids]


def _planned(around: Circumstances) -> str:
    """The page's focus; its own id where a behaviour goes by the name that stands for it."""
    if around.rubric.behaviour(THE_FOCUS) is not None and around.current_focus is not None:
        return around.current_focus.behaviour
    return THE_FOCUS
