"""The newest dates of a journal, their ratings, and the composite of all behaviours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from learnlead.page.facts import Sitting
from learnlead.rubric.model import Rubric
from learnlead.trends.dated import DatedValues, by_date, ratings_of
from learnlead.trends.stats.averages import mean, median


def composite(
    ratings: Mapping[str, float], usual: Mapping[str, float], behaviours: int
) -> float | None:
    """One sitting's overall rating, on the rubric's scale; None if less than half is rated.

    The mean deviation of the rated behaviours from their own means, plus the mean of those means.
    A plain mean of ratings would change when a behaviour that is mostly low is no longer rated.
    Rounded to 9 decimals, so that equal sittings tie.

    Args:
        ratings: by behaviour.
        usual: the mean over the window of each behaviour that is rated in any sitting.
        behaviours: the number of the rubric's behaviours.
    """
    if not ratings or 2 * len(ratings) < behaviours:
        return None
    deviation = mean([rating - usual[behaviour] for behaviour, rating in ratings.items()])
    return round(deviation + mean(usual.values()), 9)


WIDTH = 260
"""The dates of a window at most, five years of weeks: slopes take quadratic time."""


class Window(NamedTuple):
    """The sittings of the newest dates, and their values by behaviour.

    Attributes:
        sittings: in the order of their dates.
        dates: each date once, in order.
        behaviours: values by behaviour, all of the rubric's, in its order.
        composite: the overall values.
    """

    sittings: tuple[Sitting, ...]
    dates: tuple[date, ...]
    behaviours: dict[str, DatedValues]
    composite: DatedValues

    @property
    def gap(self) -> float | None:
        """The median gap between sittings, in weeks; None below two dates."""
        if len(self.dates) < 2:
            return None
        days = [day.toordinal() for day in self.dates]
        return median([b - a for a, b in pairwise(days)]) / 7


def window_of(sittings: Sequence[Sitting], rubric: Rubric) -> Window:
    """The window of comparable sittings, which are in the order of their dates.

    Ratings of behaviours that the rubric does not have are ignored.
    """
    newest, dates = _newest(sittings)
    ids = [behaviour.id for behaviour in rubric.behaviours]
    rated = [(sitting, ratings_of(sitting, ids)) for sitting in newest]
    behaviours = {
        behaviour_id: by_date(
            (sitting, ratings[behaviour_id])
            for sitting, ratings in rated
            if behaviour_id in ratings
        )
        for behaviour_id in ids
    }
    together = [behaviour.id for behaviour in rubric.in_overall]
    usual = {key: mean(behaviours[key].values) for key in together if behaviours[key].values}
    overall = [
        (sitting, value)
        for sitting, ratings in rated
        if (value := composite(_of(ratings, together), usual, len(together))) is not None
    ]
    return Window(newest, dates, behaviours, by_date(overall))


def _of(ratings: Mapping[str, float], behaviours: Sequence[str]) -> dict[str, float]:
    return {key: ratings[key] for key in behaviours if key in ratings}


def _newest(sittings: Sequence[Sitting]) -> tuple[tuple[Sitting, ...], tuple[date, ...]]:
    dates: list[date] = []
    start = len(sittings)
    for sitting in reversed(sittings):
        if sitting.date not in dates[-1:]:
            if len(dates) == WIDTH:
                break
            dates.append(sitting.date)
        start -= 1
    return tuple(sittings[start:]), tuple(reversed(dates))
