"""Plans: what was meant, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from learnlead.page.facts import PlanLine, Sitting
from learnlead.page.plans import reported_outcomes, superseded_plans
from learnlead.sitting.mark import Outcome

_BOXES: dict[str, Outcome] = {"x": "done", "/": "partly", "-": "dropped"}
"""What a box says on its own, without a look-back."""


class PlanItem(NamedTuple):
    """One plan line and its outcome.

    Attributes:
        id: the stem of its page.
        page: its page, relative to the workspace.
        kept: whether it carries an earlier plan on.
        carried_on: whether a newer plan carries this one on.
        outcome: None while nobody has said what became of it.
        open: whether it still waits: it has no outcome, and is the newest of its chain.
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

    What became of a plan is told by later pages, so outcomes come from the whole journal, which
    is in the order of dates. The newest look-back wins over the box. To carry a plan on says
    nothing of how it went; and a box `[/]` on the page of one that was carried on was set by the
    program's first versions, not by its writer, so it says nothing either.
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
