"""Ratings of a behaviour relative to the others, in the two phases of a bet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from learnlead.trends.dated import DatedValues, weeks_since
from learnlead.trends.stats.averages import mean

OTHERS = 6
"""The other behaviours that a sitting has to rate, and that the mean before is shrunk over."""

ENOUGH_OF_OTHERS = 4
"""The values that each side needs of these."""


class Phases(NamedTuple):
    """d of one behaviour in both phases."""

    mean: float
    dates: tuple[date, ...]
    weeks: tuple[float, ...]
    before: list[float]
    since: list[float]

    @property
    def residuals(self) -> list[float]:
        """Each value less the mean of its phase."""
        first, second = mean(self.before), mean(self.since)
        return [*(d - first for d in self.before), *(d - second for d in self.since)]


def ratings_on(
    behaviours: Mapping[str, DatedValues], dates: set[date]
) -> dict[date, dict[str, float]]:
    """The ratings of these dates by behaviour, the dates in order."""
    by_date: dict[date, dict[str, float]] = {day: {} for day in sorted(dates)}
    for key, dated in behaviours.items():
        for day, value in zip(dated.dates, dated.values, strict=True):
            if day in by_date:
                by_date[day][key] = value
    return by_date


def relative(
    ratings: Mapping[date, Mapping[str, float]], before: set[date], origin: date
) -> dict[str, Phases]:
    """D of each behaviour that has enough on both sides."""
    sums: dict[str, list[float]] = {}
    for rated in ratings.values():
        for key, value in rated.items():
            sums.setdefault(key, []).append(value)
    means = {key: mean(values) for key, values in sums.items()}
    days: dict[str, list[date]] = {key: [] for key in means}
    phases: dict[str, tuple[list[float], list[float]]] = {key: ([], []) for key in means}
    for day, rated in ratings.items():
        others = len(rated) - 1
        if others < OTHERS:
            continue
        total = sum(value - means[key] for key, value in rated.items())
        for key, value in rated.items():
            rest = (total - value + means[key]) / others
            phases[key][day not in before].append(value - rest)
            days[key].append(day)
    return {
        key: Phases(means[key], tuple(days[key]), weeks_since(origin, days[key]), first, second)
        for key, (first, second) in phases.items()
        if min(len(first), len(second)) >= ENOUGH_OF_OTHERS
    }
