"""All plans of the journal, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learnlead.errors import Problem
from learnlead.journeys.pages import read_sittings
from learnlead.journeys.ports import Shelf
from learnlead.reports.json import problem_json
from learnlead.trends.plans import PlanItem, plan_items


def all_plans(shelf: Shelf) -> tuple[list[PlanItem], list[Problem]]:
    """Every plan of every rubric, newest first."""
    sittings, problems = read_sittings(shelf)
    return list(reversed(plan_items(sittings, sittings))), problems


def plan_lines(plans: Sequence[PlanItem], today: date, *, every: bool) -> list[str]:
    """Two lines a plan: what it says, and where and when it stands."""
    if not plans:
        return ["No plan yet." if every else "No plan is open."]
    lines = []
    for plan in plans:
        without_outcome = "open" if plan.open else "carried on"
        state = (plan.outcome or without_outcome).replace("-", " ")
        if plan.due is not None and plan.open:
            state += f", for {plan.due}" if not plan.overdue(today) else f", was for {plan.due}"
        lines += [f"If {plan.cue}, then I will {plan.action}", f"  {plan.id}: {state}"]
    return lines


def plans_json(
    plans: Sequence[PlanItem], problems: Sequence[Problem], today: date
) -> dict[str, object]:
    """The same for programs, with what could not be read."""
    return {
        "schema": "learnlead/plans/1",
        "today": today.isoformat(),
        "plans": [
            {
                "id": plan.id,
                "behaviour": plan.behaviour,
                "cue": plan.cue,
                "action": plan.action,
                "due": plan.due.isoformat() if plan.due else None,
                "outcome": plan.outcome,
                "open": plan.open,
                "overdue": plan.overdue(today),
                "kept": plan.kept,
                "page": plan.page,
            }
            for plan in plans
        ],
        "problems": [problem_json(problem) for problem in problems],
    }
