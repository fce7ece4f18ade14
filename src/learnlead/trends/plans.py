"""The plans of a journal with their outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from learnlead.page.facts import PlanLine, Sitting
from learnlead.page.plans import reported_outcomes, superseded_plans
from learnlead.sitting.mark import Outcome

_BOXES: dict[str, Outcome] = {"x": "done", "/": "partly", "-": "dropped"}
"""The outcome that a box stands for, without a look-back."""


class PlanItem(NamedTuple):
    """One plan line and its outcome.

    Attributes:
        id: the stem of its page.
        page: its page, relative to the workspace.
        kept: whether it carries on an earlier plan.
        carried_on: whether a newer plan carries on this one.
        outcome: None while none is reported.
        open: whether it has no outcome and is the newest plan of its chain.
    """

    id: str
    page: str
    behaviour: str
    cue: str
    action: str
    due: date | None
    kept: bool
    carried_on: bool
    outcome: Outcome | None
    open: bool

    def overdue(self, today: date) -> bool:
        """Whether it is open and was due before today."""
        return self.open and self.due is not None and self.due < today


def plan_items(sittings: Iterable[Sitting], journal: Sequence[Sitting]) -> tuple[PlanItem, ...]:
    """The plans made in the sittings, in their order.

    Outcomes are reported by later pages, so they come from the whole journal, which is in the
    order of dates. The newest look-back overrides the box. Carrying a plan on is no outcome; a box
    `[/]` of a plan that was carried on was set by the program's first versions and is ignored.
    """
    outcomes = reported_outcomes(journal)
    replaced = superseded_plans(journal)

    def item(sitting: Sitting, plan: PlanLine) -> PlanItem:
        outcome = (
            outcomes[sitting.stem].outcome if sitting.stem in outcomes else _BOXES.get(plan.box)
        )
        is_replaced = sitting.stem in replaced
        if sitting.stem not in outcomes and outcome == "partly" and is_replaced:
            outcome = None
        return PlanItem(
            id=sitting.stem,
            page=sitting.file,
            behaviour=plan.behaviour,
            cue=plan.cue,
            action=plan.action,
            due=plan.due,
            kept=plan.kept is not None,
            carried_on=is_replaced,
            outcome=outcome,
            open=outcome is None and not is_replaced,
        )

    return tuple(item(sitting, sitting.plan) for sitting in sittings if sitting.plan is not None)
