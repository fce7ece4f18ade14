"""Periods of a rhythm: ISO weeks, calendar months, calendar quarters."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from learnlead.rubric.model import Rhythm


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One period of a rhythm, by its first and last day, both inside."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def overlaps(self, first: date, last: date) -> bool:
        """Whether the period shares a day with the range from first to last."""
        return self.first <= last and first <= self.last

    def within(self, first: date, last: date) -> bool:
        """Whether every day of the period lies in the range from first to last."""
        return first <= self.first and self.last <= last


def period_of(day: date, rhythm: Rhythm) -> Period:
    """The period of the rhythm in which the day lies; weeks begin on Monday (ISO 8601).

    The very last one ends with the calendar, on 9999-12-31.
    """
    if rhythm == "weekly":
        first = day - timedelta(days=day.weekday())
        return Period(first, _days_later(first, 6))
    months = 1 if rhythm == "monthly" else 3
    start_month = (day.month - 1) // months * months + 1
    first = day.replace(month=start_month, day=1)
    final_month = first.replace(month=start_month + months - 1)
    return Period(first, final_month.replace(day=monthrange(day.year, final_month.month)[1]))


def next_period(period: Period, rhythm: Rhythm) -> Period:
    """The period that follows."""
    return period_of(period.last + timedelta(days=1), rhythm)


def periods(first: date, last: date, rhythm: Rhythm) -> Iterator[Period]:
    """Every period from the one that holds `first` to the one that holds `last`, in order."""
    current = period_of(first, rhythm)
    if current.first <= last:
        yield current
    while current.last < last:
        current = next_period(current, rhythm)
        yield current


def one_period_later(day: date, rhythm: Rhythm) -> date:
    """The day one period on, as the due date of a plan: a week, a month, or three months."""
    if rhythm == "weekly":
        return _days_later(day, 7)
    index = day.year * 12 + day.month - 1 + (1 if rhythm == "monthly" else 3)
    year, month = index // 12, index % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_away(period: Period, away: Sequence[tuple[date, date]]) -> bool:
    """Whether nobody is at work in the period: no reflection is due in it, none is missed.

    That is so when every one of its weekdays, Monday to Friday, lies in some away range. Each
    range is (first, last), both inside; ranges may touch, overlap, and stand in any order.
    """
    days = (period.last - period.first).days + 1
    return all(
        any(first <= day <= last for first, last in away)
        for day in (period.first + timedelta(days=n) for n in range(days))
        if day.weekday() < 5
    )


def _days_later(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
