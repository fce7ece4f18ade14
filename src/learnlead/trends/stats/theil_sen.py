"""The Theil-Sen slope: the median of the slopes between all pairs of values.

Theil (1950), Indagationes Mathematicae 12; the interval by ranks is Sen's (1968), JASA 63.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import comb, sqrt
from operator import sub
from typing import NamedTuple

from learnlead.trends.stats.averages import median_of_sorted

Z_95 = 1.959963984540054
"""The standard normal quantile of 0.975, for intervals of 95 %."""


class Interval(NamedTuple):
    """A 95 % interval, in the slope's unit."""

    low: float
    high: float


class PairSlopes(NamedTuple):
    """The sorted slopes between all pairs of values; at least one."""

    slopes: Sequence[float]

    @property
    def median(self) -> float:
        """The Theil-Sen slope, in the values' unit per unit of time."""
        return median_of_sorted(self.slopes)

    def interval(self, var_s: float) -> Interval:
        """The 95 % interval by ranks, from the variance of Mann-Kendall's S.

        With the variance for independent values it equals scipy's; a variance corrected for
        autocorrelation widens it accordingly.
        """
        low, high = _ranks(len(self.slopes), var_s)
        return Interval(self.slopes[low], self.slopes[high])


def slope_is_surely_zero(values: Sequence[float], s: int, var_s: float) -> bool:
    """Whether slope and interval are certainly 0 whatever the times, without computing slopes.

    True for most series of ratings, whose many pairs of equal values take the middle ranks. False
    decides nothing. Times must be distinct.

    Args:
        values: in the order of their times, at least two.
        s: Mann-Kendall's S.
        var_s: its variance.
    """
    count = comb(len(values), 2)
    level = sum(comb(times, 2) for times in Counter(values).values())
    falling = (count - level - s) // 2
    low, high = _ranks(count, var_s)
    return falling <= low and high < falling + level


def _ranks(count: int, var_s: float) -> tuple[int, int]:
    """The indexes of the ends of the 95 % interval among `count` sorted slopes."""
    width = Z_95 * sqrt(var_s)
    return max(round((count - width) / 2) - 1, 0), min(round((count + width) / 2), count - 1)


def pair_slopes(times: Sequence[float], values: Sequence[float]) -> PairSlopes | None:
    """The slopes of all pairs whose times differ; None if there is no such pair.

    Quadratic in the number of values, in time and memory.
    """
    slopes: list[float] = []
    for lag in range(1, len(values)):
        rises = map(sub, values[lag:], values)
        runs = map(sub, times[lag:], times)
        slopes += [rise / run for rise, run in zip(rises, runs, strict=False) if run]
    slopes.sort()
    return PairSlopes(slopes) if slopes else None
