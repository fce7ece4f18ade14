"""Time along a drawing: where a date lies, and which months are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from learnlead.reports.words import month

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 24000)
"""Months between two names; in steps of the last the whole calendar has five."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The time from one date to another, drawn from `left` to `right` (parts of the width)."""

    first: date
    last: date
    left: float = 0.0
    right: float = 1.0

    def place(self, day: date) -> float:
        """Where the date lies, as a part of the width; in the middle when there is only one."""
        days = (self.last - self.first).days
        part = (day - self.first).days / days if days else 0.5
        return self.left + part * (self.right - self.left)

    def names(self, most: int = 7) -> Iterator[tuple[date, str]]:
        """At most so many first days of months, each with its name; of January the year too."""
        months = _index(self.last) - _index(self.first) + 1
        step = next(step for step in _STEPS if months / step <= most)
        start = -(-_index(self.first) // step) * step
        for number in range(start, _index(self.last) + 1, step):
            when = date(number // 12, number % 12 + 1, 1)
            if when < self.first:
                continue
            yield when, str(when.year) if step >= 12 or when.month == 1 else month(when)[:3]


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1
