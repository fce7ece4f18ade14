"""Plans: what was meant, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from learnlead.journal.sitting import PlanLine, Sitting
from learnlead.reflection.mark import Outcome

_BOXES: dict[str, Outcome] = {"x": "done", "X": "done", "/": "partly", "-": "dropped"}
"""What a box says on its own, without a look-back."""


class PlanItem(NamedTuple):
    """One plan line and its outcome.

    Attributes:
        id: the stem of its page.
        page: its page, relative to the workspace.
        kept: whether it carries an earlier plan on.
        outcome: None while nothing is known.
        open: whether it still waits: no outcome, and its box is blank.
    """

    id: str
    page: str
    behaviour: str
    cue: str
    action: str
    due: date | None
    kept: bool
    outcome: Outcome | None
    open: bool

    def overdue(self, today: date) -> bool:
        """Whether it is open and was due before today."""
        return self.open and self.due is not None and self.due < today


def plan_items(sittings: Iterable[Sitting], journal: Sequence[Sitting]) -> tuple[PlanItem, ...]:
    """The plans made in the sittings, in their order.

    What became of a plan is told by later pages, so outcomes come from the whole journal, which
    is in the order of dates: the newest look-back wins over the box; a plan that a later one
    carries on, without either, counts as partly.
    """
    reviews: dict[str, Outcome] = {}
    carried_on: set[str] = set()
    for sitting in journal:
        reviews.update((r.plan, r.outcome) for r in sitting.reviews if r.outcome is not None)
        if sitting.plan is not None and sitting.plan.kept is not None:
            carried_on.add(sitting.plan.kept)

    def item(sitting: Sitting, plan: PlanLine) -> PlanItem:
        outcome = reviews.get(sitting.stem) or _BOXES.get(plan.box)
        if outcome is None and sitting.stem in carried_on:
            outcome = "partly"
        return PlanItem(
            id=sitting.stem,
            page=sitting.file,
            behaviour=plan.behaviour,
            cue=plan.cue,
            action=plan.action,
            due=plan.due,
            kept=plan.kept is not None,
            outcome=outcome,
            open=outcome is None and plan.box == " ",
        )

    return tuple(item(sitting, sitting.plan) for sitting in sittings if sitting.plan is not None)
