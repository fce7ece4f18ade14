"""Installed reminders and days off, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from learnlead.i18n.words import Words
from learnlead.page.periods import is_away, periods
from learnlead.reminders.schedule.backend import Backend, InstalledJob
from learnlead.reminders.schedule.job import JobContext, Way, When

Days = tuple[date, date]


def away_lines(
    requested: Days | None,
    added: Days | None,
    marked: Sequence[Days],
    today: date,
    *,
    file: str,
    words: Words,
) -> Iterator[str]:
    """The result of marking the requested days; without a request, all days off.

    Args:
        requested: the days to mark; None to list only.
        added: those days, or None if they were marked already.
        marked: all days off now, in any order.
        today: earlier days are called over.
        file: the settings file.
        words: the language to speak.
    """
    if requested is not None:
        if added is None:
            yield words("days-off.already", days=words.span(*requested))
            return
        weeks = sum(is_away(week, marked) for week in periods(*added, "weekly"))
        yield words("days-off.off", days=words.span(*added))
        whole = words.counted(weeks, "days-off.whole-weeks")
        yield words("days-off.weeks", weeks=whole) if weeks else words("days-off.no-week")
        yield words("days-off.changed", file=file)
        return
    if not marked:
        yield words("days-off.none")
        return
    for first, last in sorted(marked):
        days = words.span(first, last)
        if last < today:
            yield words("days-off.over", days=days)
        else:
            yield words("days-off.now", days=days) if first <= today else days
    yield words("days-off.where", file=file)


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


def when_words(when: When | None, words: Words) -> str:
    """`Fridays from 16:00`; None is a time that somebody edited."""
    if when is None:
        return words("reminder.edited-time")
    return words("reminder.when", day=words("weekdays").split()[when.weekday], time=when.time)


def way_words(ways: Sequence[Way], words: Words) -> str:
    """`a message on this desktop and a mail from cron`; empty where there is no way."""
    first, *more = [words(f"reminder.way.{way}") for way in ways] or [""]
    for way in more:
        first = words("reminder.and", one=first, other=way)
    return first


def status_lines(
    jobs: Sequence[InstalledJob], available: Sequence[Backend], here: JobContext, words: Words
) -> Iterator[str]:
    """Each job with its files, or how to install one; and the available schedulers."""
    for job in jobs:
        backend = job.backend
        places = ", ".join(str(place) for place in backend.places(here))
        how = ", ".join(filter(None, (when_words(job.when, words), way_words(job.ways, words))))
        yield words("reminder.status", scheduler=backend.name, how=how)
        yield f"  {words('reminder.status-in', places=places)}"
    if not jobs:
        yield words("reminder.status-none")
    yield words("reminder.has", schedulers=", ".join(backend.name for backend in available))


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
