"""Weeks: period by period, whether a sitting was held in it or whether it was off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from learnlead.journal.week import Period, is_away, periods
from learnlead.rubric.model import Rhythm
from learnlead.trends.cadence import periods_with

State = Literal["held", "excused", "none"]

MOST = 5 * 53
"""Periods looked back on: five years of weeks. A mistyped year costs no walk through centuries."""

A_YEAR: dict[Rhythm, int] = {"weekly": 53, "monthly": 12, "quarterly": 4}
"""How many periods a year has at most."""

_DAYS: dict[Rhythm, int] = {"weekly": 7, "monthly": 31, "quarterly": 92}


class Week(NamedTuple):
    """One week (month or quarter, in those rhythms) of a year.

    Attributes:
        year: its year; of a week by ISO 8601, so that each belongs to one.
        place: its place in the year, counted from 0.
        state: held with at least one sitting; excused where it was off; else none.
    """

    period: Period
    year: int
    place: int
    state: State


def weeks(held_on: Sequence[date], rhythm: Rhythm, away: Sequence[tuple[date, date]]) -> list[Week]:
    """From the first sitting to the last, at most the newest five years of weeks.

    Args:
        held_on: the dates of the sittings, in order.
        rhythm: the rubric's.
        away: first and last days of absences.
    """
    if not held_on:
        return []
    held = frozenset(periods_with(held_on, rhythm))
    earliest = max(held_on[0].toordinal(), held_on[-1].toordinal() - MOST * _DAYS[rhythm])
    all_of_them = list(periods(date.fromordinal(earliest), held_on[-1], rhythm))
    return [_week(period, rhythm, held, away) for period in all_of_them[-MOST:]]


def by_year(given: Iterable[Week]) -> dict[int, dict[int, Week]]:
    """The weeks by their year and their place in it."""
    years: dict[int, dict[int, Week]] = {}
    for week in given:
        years.setdefault(week.year, {})[week.place] = week
    return years


def _week(
    period: Period,
    rhythm: Rhythm,
    held: frozenset[Period],
    away: Sequence[tuple[date, date]],
) -> Week:
    if period in held:
        state: State = "held"
    else:
        state = "excused" if is_away(period, away) else "none"
    if rhythm == "weekly":
        year, number, _ = period.first.isocalendar()
        return Week(period, year, number - 1, state)
    months = 1 if rhythm == "monthly" else 3
    return Week(period, period.first.year, (period.first.month - 1) // months, state)
