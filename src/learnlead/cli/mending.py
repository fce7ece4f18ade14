"""What a run that was killed has left undone is made up for, before a sitting or for plans."""

from __future__ import annotations

from learnlead.cli.wiring import Desk


def mend(desk: Desk) -> None:
    """Set the boxes that a new page could not set any more, and say so; nothing stops the command.

    Raises:
        MachineFailed: the journal cannot be listed.
    """
    from learnlead.journeys.mending import mend_boxes

    if desk.found is not None:
        desk.warn(list(mend_boxes(desk.shelf)))
