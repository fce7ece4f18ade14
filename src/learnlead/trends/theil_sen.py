"""The Theil-Sen slope: the median of the slopes between all pairs of values.

Theil (1950), Indagationes Mathematicae 12; the interval by ranks is Sen's (1968), JASA 63.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from operator import sub

from learnlead.trends.averages import median_of_sorted

Z_95 = 1.959963984540054
"""The standard normal quantile of 0.975, for intervals of 95 %."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, in the slope's unit."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PairSlopes:
    """The slopes between all pairs of values, in rising order; at least one."""

    slopes: Sequence[float]

    @property
    def median(self) -> float:
        """The Theil-Sen slope, in the values' unit per unit of time."""
        return median_of_sorted(self.slopes)

    def interval(self, var_s: float) -> Interval:
        """The 95 % interval by ranks, given the variance of Mann-Kendall's S.

        With the variance for independent values it is scipy's; with a variance corrected for
        autocorrelation it is as much wider as that variance says.
        """
        count = len(self.slopes)
        reach = Z_95 * sqrt(var_s)
        low = max(round((count - reach) / 2) - 1, 0)
        high = min(round((count + reach) / 2), count - 1)
        return Interval(self.slopes[low], self.slopes[high])


def pair_slopes(times: Sequence[float], values: Sequence[float]) -> PairSlopes | None:
    """The slopes of all pairs whose times differ, in any order; None where there is no such pair.

    Takes time and memory in the square of the number of values.
    """
    slopes: list[float] = []
    for lag in range(1, len(values)):
        rises = map(sub, values[lag:], values)
        runs = map(sub, times[lag:], times)
        slopes += [rise / run for rise, run in zip(rises, runs, strict=False) if run]
    slopes.sort()
    return PairSlopes(slopes) if slopes else None
