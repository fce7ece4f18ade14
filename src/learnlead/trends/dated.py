"""The values of one series by date, and the ratings that they are made of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from learnlead.page.facts import Sitting
from learnlead.page.periods import Period
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE, Mark
from learnlead.trends.stats.averages import mean, median
from learnlead.trends.stats.observations import Observations


class DatedValues(NamedTuple):
    """One value a date, in the order of dates.

    Attributes:
        dates: each one once.
        values: one a date.
        depths: for each value, the depths of the sittings that gave it.
    """

    dates: tuple[date, ...] = ()
    values: tuple[float, ...] = ()
    depths: tuple[tuple[str, ...], ...] = ()

    @property
    def observations(self) -> Observations:
        """The values for the statistics, with their times in weeks since the first value."""
        return self.observations_since(self.dates[0]) if self.dates else Observations((), ())

    def observations_since(self, first: date) -> Observations:
        """The same in weeks since that day."""
        return Observations(weeks_since(first, self.dates), self.values)

    def since(self, day: date) -> DatedValues:
        """The values of that day and later."""
        start = bisect_left(self.dates, day)
        return DatedValues(self.dates[start:], self.values[start:], self.depths[start:])

    def within(self, period: Period) -> DatedValues:
        """The values of the days from the first to the last of the period."""
        return self.between(period.first, period.last)

    def between(self, first: date, last: date) -> DatedValues:
        """The values of the days from the first to the last."""
        here = slice(bisect_left(self.dates, first), bisect_right(self.dates, last))
        return DatedValues(self.dates[here], self.values[here], self.depths[here])


def weeks_since(first: date, dates: Iterable[date]) -> tuple[float, ...]:
    """The days as weeks since the first, real-valued."""
    origin = first.toordinal()
    return tuple((day.toordinal() - origin) / 7 for day in dates)


def by_date(sitting_values: Iterable[tuple[Sitting, float]]) -> DatedValues:
    """One value a date from sittings in the order of dates; several of a date give their mean.

    Rounded to 12 decimals, so that equal means tie however they were computed.
    """
    values: dict[date, list[float]] = {}
    depths: dict[date, list[str]] = {}
    for sitting, value in sitting_values:
        values.setdefault(sitting.date, []).append(value)
        depths.setdefault(sitting.date, []).append(sitting.depth)
    return DatedValues(
        tuple(values),
        tuple(round(mean(day_values), 12) for day_values in values.values()),
        tuple(tuple(day_depths) for day_depths in depths.values()),
    )


class CountedMedian(NamedTuple):
    """The median of some values, None without any, and their number."""

    median: float | None
    n: int


def counted_median(dated: DatedValues) -> CountedMedian:
    """The median and number of these values."""
    return CountedMedian(median(dated.values) if dated.values else None, len(dated.values))


Absence = Literal["no-opportunity", "none-made"]


def combined_mark(mark: Mark | Mapping[str, Mark] | None) -> float | Absence | None:
    """The marks of one behaviour as a single one: a rating, an absence, or None for skipped.

    Marks by relationship (depth full) become the mean of their ratings. Without a rating, *none
    made* goes before *no opportunity*.
    """
    if not isinstance(mark, Mapping):
        return mark
    marks = mark.values()
    ratings = [rating for rating in marks if isinstance(rating, int)]
    if ratings:
        return mean(ratings)
    if NONE_MADE in marks:
        return NONE_MADE
    return NO_OPPORTUNITY if marks else None


def ratings_of(sitting: Sitting, behaviours: Iterable[str]) -> dict[str, float]:
    """The sitting's ratings of these behaviours, by id; marks that are no ratings are left out."""
    marks = ((behaviour, combined_mark(sitting.ratings.get(behaviour))) for behaviour in behaviours)
    return {behaviour: mark for behaviour, mark in marks if isinstance(mark, int | float)}


def asks_for_rating(sitting: Sitting, behaviour: str) -> bool:
    """Whether the sitting asked for a rating of the behaviour; a quick one asks for the focus."""
    return sitting.depth != "quick" or sitting.focus == behaviour
