"""Tables of ratings by behaviour and relationship, and by calendar month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from learnlead.page.facts import Sitting
from learnlead.page.periods import Period, period_of
from learnlead.rubric.model import Rubric
from learnlead.trends.dated import CountedMedian, counted_median
from learnlead.trends.model import Trends
from learnlead.trends.stats.averages import mean


class Cell(NamedTuple):
    """The mean and the number of ratings of one behaviour in one relationship."""

    mean: float
    n: int


class Grid(NamedTuple):
    """Ratings by behaviour and relationship.

    Attributes:
        sittings: the number of sittings at depth full.
        cells: by behaviour and relationship, without empty ones.
    """

    sittings: int
    cells: Mapping[tuple[str, str], Cell]


def grid(sittings: Sequence[Sitting], rubric: Rubric) -> Grid:
    """The grid of the sittings at depth full; shorter ones do not rate by relationship."""
    full = [sitting for sitting in sittings if sitting.depth == "full"]
    cells: dict[tuple[str, str], Cell] = {}
    for behaviour in rubric.behaviours:
        by_relationship: dict[str, list[int]] = {}
        for sitting in full:
            mark = sitting.ratings.get(behaviour.id)
            marks = mark if isinstance(mark, Mapping) else {behaviour.relationship: mark}
            for relationship_id, rating in marks.items():
                if isinstance(rating, int):
                    by_relationship.setdefault(relationship_id, []).append(rating)
        for relationship in rubric.relationships:
            if ratings := by_relationship.get(relationship.id):
                cells[behaviour.id, relationship.id] = Cell(mean(ratings), len(ratings))
    return Grid(len(full), cells)


class Month(NamedTuple):
    """One calendar month with at least one sitting.

    Attributes:
        period: its first and last day.
        sittings: how many were held.
        moments: the number of moments.
        overall: the median of the composite.
        focus: the median of the focus's ratings since it was declared; None without a focus.
    """

    period: Period
    sittings: int
    moments: int
    overall: CountedMedian
    focus: CountedMedian | None


def months(trends: Trends) -> tuple[Month, ...]:
    """The months of the window, in order; those without a sitting are left out."""
    by_month = groupby(trends.window.sittings, key=_month)
    return tuple(_month_summary(trends, period, list(group)) for period, group in by_month)


def _month_summary(trends: Trends, period: Period, sittings: list[Sitting]) -> Month:
    focus = trends.focus
    return Month(
        period=period,
        sittings=len(sittings),
        moments=sum(len(sitting.moments) for sitting in sittings),
        overall=counted_median(trends.composite.dated.within(period)),
        focus=None if focus is None else counted_median(focus.series.dated.within(period)),
    )


def _month(sitting: Sitting) -> Period:
    return period_of(sitting.date, "monthly")
