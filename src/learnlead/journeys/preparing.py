"""Before the first question: what the journal says about this sitting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learnlead.journal.naming import stem
from learnlead.journal.scan import scan
from learnlead.journeys.pages import read_sittings
from learnlead.journeys.ports import Shelf
from learnlead.reflection.circumstances import Circumstances, FocusChoice, OpenPlan
from learnlead.rubric.model import Depth, Rubric
from learnlead.rubric.prompts import PromptBank
from learnlead.trends.plans import PlanItem, plan_items

NEWEST = 26
"""A sitting looks at so many pages and no more, however long the journal is."""


def prepare(
    shelf: Shelf,
    rubric: Rubric,
    bank: PromptBank | None,
    *,
    day: date,
    today: date,
    depth: Depth,
    pending: FocusChoice | None = None,
    people: Sequence[str] = (),
    steady: bool = False,
) -> Circumstances:
    """The circumstances of a sitting on that day, from the newest earlier pages of the rubric."""
    earlier = [n for n in shelf.page_names() if n.rubric == rubric.id and n.day <= day]
    sittings, _ = read_sittings(shelf, [n.name for n in earlier[-NEWEST:]])
    newest = sittings[-1] if sittings else None
    focus = None
    if newest is not None and newest.focus is not None:
        notice = next((s.focus_notice for s in reversed(sittings) if s.focus_notice), None)
        focus = FocusChoice(newest.focus, notice)
    made = {s.stem: s.date for s in sittings}
    plans = [_open_plan(i, made[i.id]) for i in plan_items(sittings, sittings) if i.open]
    return Circumstances(
        rubric=rubric,
        day=day,
        today=today,
        depth=depth,
        sittings=len(earlier),
        last=earlier[-1].day if earlier else None,
        focus=focus,
        pending=pending,
        plans=tuple(reversed(plans)),
        people=tuple(people),
        bank=bank,
        steady=steady,
    )


def plan_of(shelf: Shelf, plan_stem: str) -> OpenPlan | None:
    """The plan on the page of that stem, whatever its box says; None if there is none."""
    name = f"{plan_stem}.md"
    if name not in shelf.listing().names:
        return None
    sitting, _ = scan(shelf.read(name), shelf.shown(name), stem(name))
    if sitting is None or sitting.plan is None:
        return None
    plan = sitting.plan
    return OpenPlan(plan_stem, plan.behaviour, plan.cue, plan.action, sitting.date)


def _open_plan(item: PlanItem, made: date) -> OpenPlan:
    return OpenPlan(item.id, item.behaviour, item.cue, item.action, made)
