"""Installed reminders and days off, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from learnlead.own_name import as_typed
from learnlead.page.periods import is_away, periods
from learnlead.reminders.schedule.backend import Backend, InstalledJob
from learnlead.reminders.schedule.job import JobContext
from learnlead.reports.words import counted, span

Days = tuple[date, date]


def away_lines(
    requested: Days | None, added: Days | None, marked: Sequence[Days], today: date, file: str
) -> Iterator[str]:
    """The result of marking the requested days; without a request, all days off.

    Args:
        requested: the days to mark; None to list only.
        added: those days, or None if they were marked already.
        marked: all days off now, in any order.
        today: earlier days are called over.
        file: the settings file.
    """
    if requested is not None:
        if added is None:
            yield f"{span(*requested)}: marked as off already; nothing was changed."
            return
        weeks = sum(is_away(week, marked) for week in periods(*added, "weekly"))
        yield f"Off: {span(*added)}."
        yield (
            f"No weekly sitting is due in {counted(weeks, 'whole week')}."
            if weeks
            else "That makes no whole week: a week is off when its Monday to Friday are."
        )
        yield f"Changed: {file}"
        return
    if not marked:
        yield as_typed("No weeks off are marked. `learnlead away FROM TO` marks some.")
        return
    for first, last in sorted(marked):
        over = " (over)" if last < today else " (now)" if first <= today else ""
        yield f"{span(first, last)}{over}"
    yield f"They stand under `away` in {file}; change them there."


def away_json(
    added: Days | None, marked: Sequence[Days], today: date, file: str
) -> dict[str, object]:
    """Days off as JSON (`schemas/away-1.json`)."""
    return {
        "schema": "learnlead/away/1",
        "file": file,
        "today": today.isoformat(),
        "added": None if added is None else _days(added),
        "away": [_days(days) for days in sorted(marked)],
    }


def _days(days: Days) -> dict[str, object]:
    return {"from": days[0].isoformat(), "to": days[1].isoformat()}


_WAYS = {"desktop": "a message on the desktop", "mail": "a mail", "address": "to your address"}


def status_lines(
    jobs: Sequence[InstalledJob], available: Sequence[Backend], here: JobContext
) -> Iterator[str]:
    """Each job with its files, or how to install one; and the available schedulers."""
    for job in jobs:
        backend = job.backend
        places = ", ".join(str(place) for place in backend.places(here))
        when = job.when.words if job.when else "at an edited time"
        ways = " and ".join(_WAYS[way] for way in job.ways)
        yield f"{backend.name} reminds you: {when}" + (f", {ways}" if ways else "")
        yield f"  in {places}"
    if not jobs:
        yield as_typed("Nothing reminds you by itself: `learnlead remind on` turns it on.")
    yield f"This machine has: {', '.join(backend.name for backend in available)}."


def status_json(
    jobs: Sequence[InstalledJob], available: Sequence[Backend], here: JobContext
) -> dict[str, object]:
    """The jobs and the available schedulers as JSON."""
    return {
        "schema": "learnlead/remind-status/1",
        "workspace": here.workspace,
        "installed": [
            {
                "using": job.backend.name,
                "day": job.when.day if job.when else None,
                "at": job.when.time if job.when else None,
                "ways": list(job.ways),
                "places": [str(place) for place in job.backend.places(here)],
            }
            for job in jobs
        ],
        "available": [backend.name for backend in available],
    }
