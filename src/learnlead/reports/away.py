"""Weeks off in the settings, as text lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from learnlead.own_name import as_typed
from learnlead.page.periods import is_away, periods
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
