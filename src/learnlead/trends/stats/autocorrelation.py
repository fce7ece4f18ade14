"""Lag-1 autocorrelation of detrended series: for control limits and for the odds of a bet.

Verdicts rest on more lags: see `persistence`.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import mul
from typing import NamedTuple

from learnlead.trends.stats.averages import mean
from learnlead.trends.stats.observations import Observations

UNKNOWN_PHI = 0.5
"""The autocorrelation assumed where none can be estimated: a cautious value."""

HIGHEST_PHI = 0.9
"""The upper bound of estimates."""

_NEAR, _FAR = 0.55, 1.45
_NO_VARIANCE = 1e-12


class LagOne(NamedTuple):
    """The terms of the lag-1 autocorrelation of one series.

    Attributes:
        n: the number of values.
        slope: of the least-squares line, in points a week.
        level: the intercept of that line, at week 0.
        square: the mean square of the residuals.
        product: the mean product of the residuals of neighbouring values.
        pairs: the number of neighbouring pairs.
    """

    n: int
    slope: float
    level: float
    square: float
    product: float
    pairs: int

    @property
    def r(self) -> float:
        """The autocorrelation; few pairs can make it larger than 1, and it is held there."""
        return min(max(self.product / self.square, -1.0), 1.0)


def lag_one(observations: Observations, gap: float | None) -> float | None:
    """Lag-1 autocorrelation of the residuals about a least-squares line; see `lag_one_terms`."""
    estimate = lag_one_terms(observations, gap)
    return None if estimate is None else estimate.r


def lag_one_terms(observations: Observations, gap: float | None) -> LagOne | None:
    """The terms of the lag-1 autocorrelation of the residuals about a least-squares line.

    Neighbours are consecutive values whose distance is 0.55 to 1.45 times `gap`, the median gap
    between sittings in weeks. None below five values, below three pairs of neighbours, and where
    the residuals do not vary.
    """
    if observations.n < 5 or gap is None:
        return None
    slope, level = _line(observations)
    residuals = [
        v - level - slope * w for w, v in zip(observations.weeks, observations.values, strict=True)
    ]
    square = mean([residual * residual for residual in residuals])
    if square <= _NO_VARIANCE:
        return None
    near, far = _NEAR * gap, _FAR * gap
    products = [
        residuals[i] * residuals[i + 1]
        for i in range(observations.n - 1)
        if near <= observations.weeks[i + 1] - observations.weeks[i] <= far
    ]
    if len(products) < 3:
        return None
    return LagOne(observations.n, slope, level, square, mean(products), len(products))


def pooled_phi(series: Iterable[Observations], gap: float | None) -> float | None:
    """The mean lag-1 autocorrelation of several series of one person, bias-corrected.

    Estimates from single short series vary much; their mean varies less. Between 0 and 0.9; None
    where no series has an estimate.
    """
    estimates = [
        (r, observations.n)
        for observations in series
        if (r := lag_one(observations, gap)) is not None
    ]
    if not estimates:
        return None
    r = mean([r for r, _ in estimates])
    n = mean([n for _, n in estimates])
    return bounded_phi(bias_corrected(r, n))


def bias_corrected(r: float, n: float) -> float:
    """A lag-1 autocorrelation of n detrended values without its small-sample bias."""
    return (r + 2 / n) / (1 - 4 / n)


def bounded_phi(raw: float) -> float:
    """An estimate limited to the range from 0 to 0.9."""
    return min(max(raw, 0.0), HIGHEST_PHI)


class Phis(NamedTuple):
    """The autocorrelations used for the behaviours and for the composite."""

    behaviours: float
    composite: float


def phis_used(behaviours: float | None, composite: float | None) -> Phis:
    """The autocorrelations used, from the two pooled estimates, None where there is none.

    The composite takes the larger estimate, the behaviours the mean of theirs and that one.
    """
    pooled = UNKNOWN_PHI if behaviours is None else behaviours
    larger = pooled if composite is None else max(pooled, composite)
    return Phis((pooled + larger) / 2, larger)


def _line(observations: Observations) -> tuple[float, float]:
    """Slope and intercept of the least-squares line."""
    weeks_mean, values_mean = mean(observations.weeks), mean(observations.values)
    weeks = [week - weeks_mean for week in observations.weeks]
    values = [value - values_mean for value in observations.values]
    slope = sum(map(mul, weeks, values)) / sum(map(mul, weeks, weeks))
    return slope, values_mean - slope * weeks_mean
