"""The periods in which a sitting was held, missed or excused: their counts, and one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from learnlead.page.periods import Period, is_away, period_of, periods
from learnlead.rubric.model import Rhythm

Unit = Literal["week", "month", "quarter"]

_UNITS: dict[Rhythm, Unit] = {"weekly": "week", "monthly": "month", "quarterly": "quarter"}


class Cadence(NamedTuple):
    """Periods of the rubric's rhythm since the first sitting.

    Attributes:
        unit: what one period is.
        held: periods with at least one sitting.
        missed: periods that are over, without a sitting, and not away.
        excused: periods away, without a sitting.
    """

    unit: Unit
    held: int
    missed: int
    excused: int

    @property
    def expected(self) -> int:
        """The periods that are not excused."""
        return self.held + self.missed


def periods_with(days: Iterable[date], rhythm: Rhythm) -> list[Period]:
    """The periods in which the days lie, each once; the days are in order."""
    result: list[Period] = []
    for day in days:
        if not result or day not in result[-1]:
            result.append(period_of(day, rhythm))
    return result


def cadence(
    held_on: Iterable[date],
    rhythm: Rhythm,
    *,
    begun: date | None,
    today: date,
    last: date | None = None,
    away: Sequence[tuple[date, date]] = (),
) -> Cadence:
    """Count the periods.

    Args:
        held_on: the dates of the sittings, in order.
        rhythm: the rubric's.
        begun: the day from which periods count, None if no sitting was ever held. A period that
            began earlier is never missed.
        today: a period that is not over is not missed yet.
        last: the newest day of interest; a period that ends later is never missed.
        away: ranges of days off, first and last; `is_away` says which periods they excuse.
    """
    periods_held = set(periods_with(held_on, rhythm))
    missed = excused = 0
    if begun is not None:
        until = today if last is None else min(today, last)
        for period in periods(begun, until, rhythm):
            if period in periods_held:
                continue
            if is_away(period, away):
                excused += 1
            elif begun <= period.first and period.last <= until and period.last < today:
                missed += 1
    return Cadence(_UNITS[rhythm], len(periods_held), missed, excused)


State = Literal["held", "excused", "none"]

MAX_PERIODS = 5 * 53
"""The periods listed at most, five years of weeks, so that a mistyped year costs little."""

PERIODS_A_YEAR: dict[Rhythm, int] = {"weekly": 53, "monthly": 12, "quarterly": 4}
"""The number of periods in a year at most."""

_DAYS: dict[Rhythm, int] = {"weekly": 7, "monthly": 31, "quarterly": 92}


class Week(NamedTuple):
    """One week (month or quarter, in those rhythms) of a year.

    Attributes:
        year: its year, for a week by ISO 8601.
        place: its index in the year, counted from 0.
        state: `held` with at least one sitting, `excused` if away, else `none`.
    """

    period: Period
    year: int
    place: int
    state: State


def weeks(held_on: Sequence[date], rhythm: Rhythm, away: Sequence[tuple[date, date]]) -> list[Week]:
    """The periods from the first sitting to the last, at most the newest `MAX_PERIODS`.

    Args:
        held_on: the dates of the sittings, in order.
        rhythm: the rubric's.
        away: ranges of days off, first and last.
    """
    if not held_on:
        return []
    periods_held = frozenset(periods_with(held_on, rhythm))
    earliest = max(held_on[0].toordinal(), held_on[-1].toordinal() - MAX_PERIODS * _DAYS[rhythm])
    all_of_them = list(periods(date.fromordinal(earliest), held_on[-1], rhythm))
    return [_week(period, rhythm, periods_held, away) for period in all_of_them[-MAX_PERIODS:]]


def by_year(all_weeks: Iterable[Week]) -> dict[int, dict[int, Week]]:
    """The weeks by their year and their place in it."""
    years: dict[int, dict[int, Week]] = {}
    for week in all_weeks:
        years.setdefault(week.year, {})[week.place] = week
    return years


def _week(
    period: Period,
    rhythm: Rhythm,
    periods_held: frozenset[Period],
    away: Sequence[tuple[date, date]],
) -> Week:
    if period in periods_held:
        state: State = "held"
    else:
        state = "excused" if is_away(period, away) else "none"
    if rhythm == "weekly":
        year, number, _ = period.first.isocalendar()
        return Week(period, year, number - 1, state)
    months = 1 if rhythm == "monthly" else 3
    return Week(period, period.first.year, (period.first.month - 1) // months, state)
