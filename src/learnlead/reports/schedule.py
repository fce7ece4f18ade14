"""Installed reminders, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.own_name import as_typed
from learnlead.reminders.schedule.backend import Backend
from learnlead.reminders.schedule.job import JobContext, When

InstalledJobs = Sequence[tuple[Backend, When | None]]
"""The jobs of a workspace; the time is None if somebody edited it."""


def status_lines(
    jobs: InstalledJobs, available: Sequence[Backend], here: JobContext
) -> Iterator[str]:
    """Each job with its files, or how to install one; and the available schedulers."""
    for backend, when in jobs:
        places = ", ".join(str(place) for place in backend.places(here))
        yield f"{backend.name} reminds you: {when.words if when else 'at an edited time'}"
        yield f"  in {places}"
    if not jobs:
        yield as_typed("Nothing reminds you by itself: learnlead remind install sets that up.")
    yield f"This machine has: {', '.join(backend.name for backend in available)}."


def status_json(
    jobs: InstalledJobs, available: Sequence[Backend], here: JobContext
) -> dict[str, object]:
    """The jobs and the available schedulers as JSON."""
    return {
        "schema": "learnlead/remind-status/1",
        "workspace": here.workspace,
        "installed": [
            {
                "using": backend.name,
                "day": when.day if when else None,
                "at": when.time if when else None,
                "places": [str(place) for place in backend.places(here)],
            }
            for backend, when in jobs
        ],
        "available": [backend.name for backend in available],
    }
