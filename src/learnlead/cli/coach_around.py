"""What the coach's commands share: the coach's own notes, and a bundle that was checked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.wiring import Desk

if TYPE_CHECKING:  # the models of a bundle would double the time of `learnlead --version`
    from learnlead.coaching.manifest import Received
    from learnlead.storage.coach_shelf import CoachShelf

Identity = Annotated[
    str | None,
    typer.Option(metavar="KEY", help="The file with your age key, for encrypted bundles."),
]


def coach_shelf(desk: Desk) -> CoachShelf:
    """The coach's notes on this machine; they need no workspace.

    Raises:
        LearnleadError: there is no home folder to keep them in.
    """
    from learnlead.storage.coach_shelf import CoachShelf
    from learnlead.storage.state import coach_folder

    return CoachShelf(coach_folder(os.environ, desk.home))


def received_in_time(desk: Desk, bundle: str, identity: str | None) -> Received:
    """A bundle that was checked and may still be read.

    Raises:
        LearnleadError: it cannot be read, or its time is over.
    """
    from learnlead.coaching.review import is_over
    from learnlead.errors import LearnleadError, Problem
    from learnlead.reports.words import day
    from learnlead.storage.bundle_reading import receive

    received = receive(bundle, identity)
    if is_over(received.manifest, desk.today):
        until = received.manifest.terms.until
        message = f"this was lent until {day(until) if until else 'a day gone by'}"
        remedy = "`learnlead coach forget --expired` deletes what you have"
        raise LearnleadError(Problem(message, remedy, bundle))
    return received
