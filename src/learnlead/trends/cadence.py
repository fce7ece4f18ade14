"""Cadence: in how many weeks, months or quarters a sitting was held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from learnlead.journal.week import Period, is_away, period_of, periods
from learnlead.rubric.model import Rhythm

Unit = Literal["week", "month", "quarter"]

_UNITS: dict[Rhythm, Unit] = {"weekly": "week", "monthly": "month", "quarterly": "quarter"}


class Cadence(NamedTuple):
    """Periods of the rubric's rhythm since the first sitting.

    Attributes:
        unit: what one period is.
        held: periods with at least one sitting.
        missed: periods that are over, without a sitting, and not away.
        excused: periods without a sitting that were away.
    """

    unit: Unit
    held: int
    missed: int
    excused: int

    @property
    def expected(self) -> int:
        """Periods in which a sitting was held or would have been: all but the excused ones."""
        return self.held + self.missed


def periods_with(days: Iterable[date], rhythm: Rhythm) -> list[Period]:
    """The periods in which the days lie, each once; the days are in order."""
    found: list[Period] = []
    for day in days:
        if not found or day not in found[-1]:
            found.append(period_of(day, rhythm))
    return found


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
        begun: the day from which periods count, None when no sitting was ever held. A period
            that began earlier is never called missed.
        today: a period that is not over is not missed yet.
        last: the newest day of interest; a period that ends later is never called missed.
        away: first and last days of absences; `is_away` says which periods they excuse.
    """
    held = set(periods_with(held_on, rhythm))
    missed = excused = 0
    if begun is not None:
        until = today if last is None else min(today, last)
        for period in periods(begun, until, rhythm):
            if period in held:
                continue
            if is_away(period, away):
                excused += 1
            elif begun <= period.first and period.last <= until and period.last < today:
                missed += 1
    return Cadence(_UNITS[rhythm], len(held), missed, excused)
