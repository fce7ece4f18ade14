"""learnlead coach: what a coach does with the bundles that leaders gave."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import group_of

if TYPE_CHECKING:
    from learnlead.adapters.disk.bundles.reviewed import CoachNotes
    from learnlead.coach.manifest import ReceivedBundle


group = typer.Typer(
    cls=group_of({"review": "coach_review", "reply": "coach_reply", "forget": "coach_forget"}),
    help="For coaches: review, reply, forget.",
    no_args_is_help=True,
)


Identity = Annotated[
    str | None,
    typer.Option(metavar="KEY", help="The file with your age key, for encrypted bundles."),
]


def coach_notes(app: AppContext) -> CoachNotes:
    """The coach's notes on this machine; they need no workspace.

    Raises:
        LearnleadError: there is no home folder to keep them in.
    """
    from learnlead.adapters.disk.bundles.reviewed import CoachNotes
    from learnlead.adapters.disk.state import coach_folder

    return CoachNotes(coach_folder(os.environ, app.home))


def received_in_time(app: AppContext, bundle: str, identity: str | None) -> ReceivedBundle:
    """A bundle that was checked and may still be read.

    Raises:
        LearnleadError: it cannot be read, or its time is over.
    """
    from learnlead.adapters.disk.bundles.reading import receive
    from learnlead.coach.review import has_expired
    from learnlead.errors import LearnleadError, Problem
    from learnlead.reports.words import day

    received = receive(bundle, identity)
    if has_expired(received.manifest, app.today):
        until = received.manifest.terms.until
        message = f"this was lent until {day(until) if until else 'a day gone by'}"
        remedy = "`learnlead coach forget --expired` deletes what you have"
        raise LearnleadError(Problem(message, remedy, bundle))
    return received
