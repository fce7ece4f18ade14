"""Autocorrelation: how much a value resembles its neighbour, beyond a common trend.

Values that resemble their neighbours carry less information than their number says, so the
variance of Mann-Kendall's S is too small for them; `inflation` says by what factor.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import mul
from typing import NamedTuple

from learnlead.trends.stats.averages import mean
from learnlead.trends.stats.observations import Observations

UNKNOWN_PHI = 0.5
"""Assumed where no series tells: the cautious side."""

HIGHEST_PHI = 0.9

_NEAR, _FAR = 0.55, 1.45
_NO_VARIANCE = 1e-12


class LagOne(NamedTuple):
    """How the lag-1 autocorrelation of one series comes about.

    Attributes:
        n: the number of values.
        slope: of the least-squares line, in points a week.
        level: that line's height at week 0.
        square: the mean square of the residuals about it.
        product: the mean product of the residuals of two neighbours.
        pairs: how many neighbours those are.
    """

    n: int
    slope: float
    level: float
    square: float
    product: float
    pairs: int

    @property
    def r(self) -> float:
        """The autocorrelation."""
        return self.product / self.square


def lag_one(observations: Observations, gap: float | None) -> float | None:
    """Lag-1 autocorrelation of the residuals about a least-squares line; see `neighbours`."""
    estimate = lag_one_terms(observations, gap)
    return None if estimate is None else estimate.r


def lag_one_terms(observations: Observations, gap: float | None) -> LagOne | None:
    """The residuals about a least-squares line, compared with their neighbours.

    Neighbours are consecutive values whose distance is 0.55 to 1.45 times `gap`, the usual gap
    between sittings in weeks. None below five values, below three such neighbours, and where
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
    """One autocorrelation for several series of one person, its small-sample bias corrected.

    Each short series says little of its own; their mean says more. Between 0 and 0.9; None
    where no series has a `lag_one`.
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
    return min(max((r + 2 / n) / (1 - 4 / n), 0.0), HIGHEST_PHI)


def variance_inflation(weeks: Sequence[float], phi: float, gap: float) -> float:
    """By what factor autocorrelation widens the variance of S: 1/n ΣΣ phi^(|w_i − w_j| / gap).

    In linear time: what value i shares with all earlier ones is phi^Δ times what its forerunner
    shared with them, plus the forerunner itself.
    """
    shared = total = 0.0
    for i in range(1, len(weeks)):
        shared = phi ** ((weeks[i] - weeks[i - 1]) / gap) * (shared + 1)
        total += shared
    return 1 + 2 * total / len(weeks)


def _line(observations: Observations) -> tuple[float, float]:
    """Slope and height at week 0 of the least-squares line."""
    weeks_mean, values_mean = mean(observations.weeks), mean(observations.values)
    weeks = [week - weeks_mean for week in observations.weeks]
    values = [value - values_mean for value in observations.values]
    slope = sum(map(mul, weeks, values)) / sum(map(mul, weeks, weeks))
    return slope, values_mean - slope * weeks_mean
