"""Periods of a rhythm: ISO weeks, calendar months, calendar quarters."""

from __future__ import annotations

from collections.abc import Iterator
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
    """The period of the rhythm in which the day lies; weeks begin on Monday (ISO 8601)."""
    if rhythm == "weekly":
        first = day - timedelta(days=day.weekday())
        return Period(first, first + timedelta(days=6))
    months = 1 if rhythm == "monthly" else 3
    start_month = (day.month - 1) // months * months + 1
    first = day.replace(month=start_month, day=1)
    return Period(first, _months_later(first, months) - timedelta(days=1))


def next_period(period: Period, rhythm: Rhythm) -> Period:
    """The period that follows."""
    return period_of(period.last + timedelta(days=1), rhythm)


def periods(first: date, last: date, rhythm: Rhythm) -> Iterator[Period]:
    """Every period from the one that holds `first` to the one that holds `last`, in order."""
    current = period_of(first, rhythm)
    while current.first <= last:
        yield current
        current = next_period(current, rhythm)


def one_period_later(day: date, rhythm: Rhythm) -> date:
    """The day one period on, as the due date of a plan: a week, a month, or three months."""
    if rhythm == "weekly":
        return day + timedelta(days=7)
    months = 1 if rhythm == "monthly" else 3
    start = _months_later(day.replace(day=1), months)
    end = _months_later(start, 1) - timedelta(days=1)
    return start.replace(day=min(day.day, end.day))


def _months_later(first_of_month: date, months: int) -> date:
    index = first_of_month.year * 12 + first_of_month.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
