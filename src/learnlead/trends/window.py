"""The newest dates of a journal, their ratings that may be compared, and the composite of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from learnlead.page.facts import Sitting
from learnlead.rubric.model import Behaviour, Rubric
from learnlead.sitting.mark import Mark
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


def scored(sittings: Iterable[Sitting], rubric: Rubric) -> list[Sitting]:
    """The sittings of joined versions, in their order, with the ratings that may be compared.

    A rating of an earlier version stays where that version's behaviour may be joined. A reversed
    item counts as 6 minus its rating; the page keeps what was answered.
    """
    same = not any(behaviour.reversed for behaviour in rubric.behaviours)
    return [
        sitting
        if same and sitting.rubric_version in (None, rubric.version)
        else replace(sitting, ratings=_ratings(sitting, rubric))
        for sitting in sittings
        if rubric.joins(sitting.rubric_version)
    ]


def _ratings(sitting: Sitting, rubric: Rubric) -> dict[str, Mark | Mapping[str, Mark]]:
    return {
        behaviour.id: {key: _scored(part, behaviour) for key, part in mark.items()}
        if isinstance(mark, Mapping)
        else _scored(mark, behaviour)
        for behaviour in rubric.behaviours
        if (mark := sitting.ratings.get(behaviour.id)) is not None
        and rubric.joins(sitting.rubric_version, behaviour.id)
    }


def _scored(mark: Mark, behaviour: Behaviour) -> Mark:
    return int(behaviour.scored(mark)) if isinstance(mark, int) else mark


class RatedSitting(NamedTuple):
    """A sitting and its ratings by behaviour; marks that are no ratings are left out."""

    sitting: Sitting
    ratings: Mapping[str, float]


class Window(NamedTuple):
    """The sittings of the newest dates, and their values by behaviour.

    Attributes:
        rated: the sittings in the order of their dates, with their ratings.
        sittings: the same without.
        dates: each date once, in order.
        behaviours: values by behaviour, all of the rubric's, in its order.
        composite: the overall values.
        together: the behaviours that these are made of.
    """

    rated: tuple[RatedSitting, ...]
    sittings: tuple[Sitting, ...]
    dates: tuple[date, ...]
    behaviours: dict[str, DatedValues]
    composite: DatedValues
    together: tuple[str, ...] = ()

    @property
    def gap(self) -> float | None:
        """The median gap between sittings, in weeks; None below two dates."""
        return gap_of(self.dates)


def gap_of(dates: Sequence[date]) -> float | None:
    """The median gap between dates, in weeks; None below two."""
    if len(dates) < 2:
        return None
    days = [day.toordinal() for day in dates]
    return median([b - a for a, b in pairwise(days)]) / 7


def rated_sittings(sittings: Iterable[Sitting], rubric: Rubric) -> list[RatedSitting]:
    """The sittings with their ratings; those of behaviours that the rubric has not are ignored."""
    ids = [behaviour.id for behaviour in rubric.behaviours]
    return [RatedSitting(sitting, ratings_of(sitting, ids)) for sitting in sittings]


def window_of(sittings: Sequence[Sitting], rubric: Rubric) -> Window:
    """The window of comparable sittings, which are in the order of their dates."""
    return window_of_rated(rated_sittings(newest_of(sittings, WIDTH), rubric), rubric)


def window_of_rated(rated: Sequence[RatedSitting], rubric: Rubric) -> Window:
    """The window of all these sittings, which are in the order of their dates."""
    behaviours = {
        behaviour.id: by_date(
            (page.sitting, page.ratings[behaviour.id])
            for page in rated
            if behaviour.id in page.ratings
        )
        for behaviour in rubric.behaviours
    }
    together = tuple(behaviour.id for behaviour in rubric.in_overall)
    return Window(
        tuple(rated),
        tuple(page.sitting for page in rated),
        tuple(dict.fromkeys(page.sitting.date for page in rated)),
        behaviours,
        composite_of(rated, behaviours, together),
        together,
    )


def composite_of(
    rated: Sequence[RatedSitting], behaviours: Mapping[str, DatedValues], together: Sequence[str]
) -> DatedValues:
    """The overall values of these sittings.

    Args:
        rated: the sittings.
        behaviours: their values by behaviour.
        together: the behaviours that form one overall value.
    """
    usual = {key: mean(behaviours[key].values) for key in together if behaviours[key].values}
    return by_date(
        (page.sitting, value)
        for page in rated
        if (value := composite(_of(page.ratings, together), usual, len(together))) is not None
    )


def _of(ratings: Mapping[str, float], behaviours: Sequence[str]) -> dict[str, float]:
    return {key: ratings[key] for key in behaviours if key in ratings}


def newest_of(sittings: Sequence[Sitting], most: int) -> Sequence[Sitting]:
    """The sittings of the newest dates, at most so many."""
    dates = list(dict.fromkeys(sitting.date for sitting in sittings))
    if len(dates) <= most:
        return sittings
    return [sitting for sitting in sittings if sitting.date >= dates[-most]]
