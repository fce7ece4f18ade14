"""Autocorrelations of residuals at several lags, over pairs of real dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from learnlead.trends.stats.averages import mean
from learnlead.trends.stats.observations import Observations

MOST_LAGS = 8
VALUES_A_LAG = 4
"""Values for each lag: with fewer, residuals hardly tell anything of it."""

_NEAR = 0.45
"""How far a distance may be from a number of gaps, in gaps."""

_NO_VARIANCE = 1e-12
_ROUNDING = 1e-9


class Lag(NamedTuple):
    """The autocorrelation at one lag, from −1 to 1, and its pairs; r is 0 without pairs."""

    r: float
    pairs: int


Lags = tuple[Lag, ...]
"""From lag 1 on."""


def lags_of(n: float) -> int:
    """The lags that n values can tell of."""
    return min(MOST_LAGS, int(n // VALUES_A_LAG))


class Times:
    """The times of a journal's sittings, and the pairs of them that lie a number of gaps apart.

    Attributes:
        weeks: the times, in order.
        gap: the median gap.
        place: of each time, its index.
        pairs: for each lag the indexes of the earlier and the later times of all its pairs. Their
            distance is that number of gaps, within 0.45 of a gap.
    """

    __slots__ = ("gap", "pairs", "place", "weeks")

    def __init__(self, weeks: tuple[float, ...], gap: float) -> None:
        self.weeks = weeks
        self.gap = gap
        self.place = {week: number for number, week in enumerate(weeks)}
        self.pairs = [_pairs(weeks, gap, lag) for lag in range(1, lags_of(len(weeks)) + 1)]


@lru_cache(maxsize=64)
def times_of(weeks: tuple[float, ...], gap: float) -> Times:
    """The times with their pairs, computed once."""
    return Times(weeks, gap)


def _pairs(weeks: tuple[float, ...], gap: float, lag: int) -> tuple[list[int], list[int]]:
    near, far = (lag - _NEAR) * gap - _ROUNDING, (lag + _NEAR) * gap + _ROUNDING
    earlier: list[int] = []
    later: list[int] = []
    start = 0
    for i, week in enumerate(weeks):
        while start < len(weeks) and weeks[start] - week < near:
            start += 1
        j = start
        while j < len(weeks) and weeks[j] - week <= far:
            earlier.append(i)
            later.append(j)
            j += 1
    return earlier, later


def autocorrelations(
    weeks: Sequence[float], residuals: Sequence[float], times: Times | None
) -> Lags:
    """The autocorrelations of residuals: mean product of pairs over the mean square of all.

    None at all (an empty tuple) below four values, without times, and where residuals do not vary.

    Args:
        weeks: the times of the residuals, some of those of `times`.
        residuals: in their order.
        times: of all sittings; None below two.
    """
    n = len(residuals)
    if times is None or not lags_of(n):
        return ()
    square = sum(map(mul, residuals, residuals)) / n
    if square <= _NO_VARIANCE:
        return ()
    dense: Sequence[float] = residuals
    present: list[int] | None = None
    if n < len(times.weeks):
        dense, present = [0.0] * len(times.weeks), [0] * len(times.weeks)
        for week, residual in zip(weeks, residuals, strict=True):
            place = times.place[week]
            dense[place], present[place] = residual, 1
    result = []
    for earlier, later in times.pairs[: lags_of(n)]:
        product = _product(dense, earlier, later)
        pairs = len(earlier) if present is None else _product(present, earlier, later)
        r = product / pairs / square if pairs else 0.0
        result.append(Lag(min(max(r, -1.0), 1.0), int(pairs)))
    return tuple(result)


def _product(values: Sequence[float], earlier: list[int], later: list[int]) -> float:
    at = values.__getitem__
    return float(sum(map(mul, map(at, earlier), map(at, later))))


def pooled(of: Iterable[Lags]) -> Lags:
    """The mean autocorrelation at each lag of several series, weighed by their pairs."""
    series = list(of)
    result = []
    for k in range(max(map(len, series), default=0)):
        here = [each[k] for each in series if len(each) > k]
        pairs = sum(lag.pairs for lag in here)
        r = sum(lag.r * lag.pairs for lag in here) / pairs if pairs else 0.0
        result.append(Lag(r, pairs))
    return tuple(result)


def halfway(own: Lags, other: Lags) -> Lags:
    """Half of both at each lag of the first; where one has no pairs, the other alone."""
    result = []
    for k, lag in enumerate(own):
        second = other[k] if k < len(other) else Lag(0.0, 0)
        if lag.pairs and second.pairs:
            result.append(Lag((lag.r + second.r) / 2, lag.pairs))
        else:
            result.append(lag if lag.pairs else second)
    return tuple(result)


def line(observations: Observations) -> tuple[float, float]:
    """Slope and level at week 0 of the least-squares line; of at least two values."""
    weeks_mean, values_mean = mean(observations.weeks), mean(observations.values)
    weeks = [week - weeks_mean for week in observations.weeks]
    slope = sum(map(mul, weeks, observations.values)) / sum(map(mul, weeks, weeks))
    return slope, values_mean - slope * weeks_mean


def line_residuals(observations: Observations) -> list[float]:
    """The residuals about the least-squares line; of at least two values."""
    slope, level = line(observations)
    return [
        value - level - slope * week
        for week, value in zip(observations.weeks, observations.values, strict=True)
    ]
