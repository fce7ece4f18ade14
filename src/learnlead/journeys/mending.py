"""What a run that was killed between a page and the older page's box has left undone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.plan_chains import told_outcomes
from learnlead.journal.plan_line import BOX_OF
from learnlead.journeys.keeping import mark_plan
from learnlead.journeys.pages import read_sittings
from learnlead.journeys.ports import Shelf

_NEWEST = 26
"""Pages that are looked at: the one that was being written is among them, unless back-dated far."""

_OPEN = " "


def mend_boxes(shelf: Shelf) -> Iterator[Problem]:
    """Set the open boxes of plans whose outcome a later page tells; each is told as a warning.

    A box with another mark is its writer's, and `journal check` says where it disagrees. A box that
    cannot be set is a problem, and stops nothing.
    """
    names = islice(reversed(shelf.page_names()), _NEWEST)
    sittings, _ = read_sittings(shelf, [name.name for name in names])
    told = told_outcomes(sittings)
    for page in sittings:
        if page.plan is None or page.plan.box != _OPEN or page.stem not in told:
            continue
        outcome, later = told[page.stem]
        box = BOX_OF[outcome]
        try:
            mark_plan(shelf, page.stem, box)
        except LearnleadError as error:
            yield from error.problems
        else:
            message = f"the box of this plan was still open, and is [{box}] now"
            remedy = f"{later.stem} tells that it is {outcome.replace('-', ' ')}; nothing to do"
            yield Problem(message, remedy, page.file, None, "warning")
