"""Window: the newest dates of a journal, on which every slope, test and count of marks rests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from learnlead.journal.sitting import Sitting
from learnlead.rubric.model import Rubric
from learnlead.trends.averages import mean, median
from learnlead.trends.composite import composite
from learnlead.trends.dated import Dated, by_date
from learnlead.trends.marks import settled

WIDTH = 260
"""How many dates a window holds at most: five years of weeks. Slopes take time in its square."""


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
    behaviours: dict[str, Dated]
    composite: Dated

    @property
    def gap(self) -> float | None:
        """The median gap between sittings, in weeks; None below two dates."""
        if len(self.dates) < 2:
            return None
        days = [day.toordinal() for day in self.dates]
        return median([b - a for a, b in pairwise(days)]) / 7


def window_of(sittings: Sequence[Sitting], rubric: Rubric) -> Window:
    """The window of sittings that are in the order of their dates and may stand in one series.

    Ratings of behaviours that the rubric does not have enter nothing.
    """
    newest, dates = _newest(sittings)
    ids = [behaviour.id for behaviour in rubric.behaviours]
    rated = [(sitting, _ratings(sitting, ids)) for sitting in newest]
    behaviours = {
        one: by_date((sitting, ratings[one]) for sitting, ratings in rated if one in ratings)
        for one in ids
    }
    usual = {one: mean(dated.values) for one, dated in behaviours.items() if dated.values}
    overall = [
        (sitting, value)
        for sitting, ratings in rated
        if (value := composite(ratings, usual, len(ids))) is not None
    ]
    return Window(newest, dates, behaviours, by_date(overall))


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


def _ratings(sitting: Sitting, ids: Sequence[str]) -> dict[str, float]:
    marks = ((one, settled(sitting.ratings.get(one))) for one in ids)
    return {one: mark for one, mark in marks if isinstance(mark, int | float)}
