"""Judging all series of one look: their tests, corrected for persistence, and what may be called.

The composite is a question of its own; the behaviours are one family, by Benjamini and Hochberg.
No slope is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from typing import Literal, NamedTuple

from learnlead.trends.stats import persistence
from learnlead.trends.stats.averages import mean
from learnlead.trends.stats.lags import (
    Lags,
    Times,
    autocorrelations,
    halfway,
    line_residuals,
    pooled,
)
from learnlead.trends.stats.mann_kendall import (
    MannKendall,
    benjamini_hochberg,
    mann_kendall,
    z_and_p,
)
from learnlead.trends.stats.observations import Observations
from learnlead.trends.stats.student import normal_tail

Direction = Literal["rising", "falling"]

FIRST_LOOK = 6
"""Values from which a direction is shown at all."""

FIRST_VERDICT = 12
"""Values that a test needs."""

FEWEST_FOR_LAGS = 5
"""Values from which a series tells something of persistence."""

BOUNDARY = 2.40
"""The bound of |z| at a look of 52 sittings or more."""

YEAR = 52

SHARP, BLUNT = 8.0, 2.0
"""How much a misfit counts in the grid of models: of all behaviours together, and of one series."""

PRIOR = -0.5
"""The exponent of F in the weights of the grid."""


def bound_at(sittings: int) -> float:
    """The |z| that a claim has to pass at the look of so many sittings: 2.40 √(52 / min(k, 52))."""
    return BOUNDARY * sqrt(YEAR / min(sittings, YEAR))


def level_at(sittings: int) -> float:
    """The level of the behaviours' family: how often |z| passes the bound by chance."""
    return 2 * normal_tail(bound_at(sittings))


class Factors(NamedTuple):
    """F of one series, by what it was estimated from.

    Attributes:
        pooled: all behaviours together.
        composite: the composite, never less than `pooled`.
        own: half the series itself, half all behaviours; None for the composite.
        used: what the variance of S is multiplied by.
    """

    pooled: float
    composite: float
    own: float | None
    used: float


class Judgement(NamedTuple):
    """The test of one series at a look, or beyond it for the figures alone.

    Attributes:
        n: the number of values.
        mann_kendall: the test under independence; None below two values.
        factors: of the variance; None below two values.
        var_s_corrected: the variance of S times the factor used.
        z: S with continuity correction, in standard deviations of the corrected variance.
        p_corrected: its p, two-sided.
        p_adjusted: p adjusted for its family; None below twelve values.
    """

    n: int
    mann_kendall: MannKendall | None = None
    factors: Factors | None = None
    var_s_corrected: float | None = None
    z: float | None = None
    p_corrected: float | None = None
    p_adjusted: float | None = None

    def called(self, level: float) -> Direction | None:
        """What it calls at that level of its family."""
        if self.p_adjusted is None or self.z is None or self.p_adjusted >= level:
            return None
        return "rising" if self.z > 0 else "falling"


class Memory(NamedTuple):
    """How much the series of one person remember.

    Attributes:
        series: the autocorrelations of each behaviour, in the order of `judge`'s argument.
        pooled: of all behaviours together.
        n: the mean number of values of those that tell any.
        composite: of the composite.
    """

    series: tuple[Lags, ...]
    pooled: Lags
    n: float
    composite: Lags


class Judgements(NamedTuple):
    """The judgements of one look; `behaviours` in the order of `judge`'s argument."""

    composite: Judgement
    behaviours: tuple[Judgement, ...]
    memory: Memory


def judge(
    *, behaviours: Sequence[Observations], composite: Observations, times: Times | None
) -> Judgements:
    """Judge all series of one person.

    Args:
        behaviours: the ratings of each behaviour, empty ones among them.
        composite: the overall ratings; empty where behaviours are judged without one.
        times: of all sittings, which the weeks of all series are taken from; None below two.
    """
    memory = memory_of(behaviours, composite, times)
    if times is None:
        alone = tuple(Judgement(observations.n) for observations in behaviours)
        return Judgements(Judgement(composite.n), alone, memory)
    tested = [
        _tested(observations, _factors(observations, own, memory, composite.n, times.gap))
        for observations, own in zip(behaviours, memory.series, strict=True)
    ]
    testable = {
        index: judgement.p_corrected
        for index, judgement in enumerate(tested)
        if judgement.n >= FIRST_VERDICT and judgement.p_corrected is not None
    }
    p_adjusted = dict(zip(testable, benjamini_hochberg(list(testable.values())), strict=True))
    overall = _tested(composite, _factors(composite, None, memory, composite.n, times.gap))
    return Judgements(
        composite=overall
        if overall.n < FIRST_VERDICT
        else overall._replace(p_adjusted=overall.p_corrected),
        behaviours=tuple(
            judgement._replace(p_adjusted=p_adjusted.get(index))
            for index, judgement in enumerate(tested)
        ),
        memory=memory,
    )


def memory_of(
    behaviours: Sequence[Observations], composite: Observations, times: Times | None
) -> Memory:
    """The autocorrelations of residuals about a line, of each series and together."""
    series = tuple(_lags(observations, times) for observations in behaviours)
    telling = [
        observations.n for observations, lags in zip(behaviours, series, strict=True) if lags
    ]
    return Memory(
        series,
        pooled(series),
        mean(telling) if telling else 0.0,
        _lags(composite, times),
    )


def _lags(observations: Observations, times: Times | None) -> Lags:
    if observations.n < FEWEST_FOR_LAGS:
        return ()
    return autocorrelations(observations.weeks, line_residuals(observations), times)


def _factors(
    observations: Observations, own: Lags | None, memory: Memory, composite_n: int, gap: float
) -> Factors | None:
    """F of one series at its own times; `own` is None for the composite."""
    if observations.n < 2:
        return None
    at = persistence.inflations(tuple(observations.weeks), gap)
    pooled = _estimate(memory.pooled, memory.n, SHARP, at)
    composite = pooled
    if memory.composite:
        composite = max(pooled, _estimate(memory.composite, composite_n, BLUNT, at))
    if own is None:
        return Factors(pooled, composite, None, composite)
    half = _estimate(halfway(own, memory.pooled), observations.n, BLUNT, at)
    return Factors(pooled, composite, half, max(sqrt(pooled * sqrt(pooled * composite)), half))


@lru_cache(maxsize=64)
def _estimate(lags: Lags, n: float, sharpness: float, at: tuple[float, ...]) -> float:
    """F by the weighed models; series with the same dates share what all of them say."""
    expected = persistence.expected_about_line(max(round(n), 3))
    weighed = persistence.weights(lags, expected, at, n=n, sharpness=sharpness, prior=PRIOR)
    return persistence.factor(weighed, at)


def _tested(observations: Observations, factors: Factors | None) -> Judgement:
    test = mann_kendall(observations.values)
    if test is None or factors is None:
        return Judgement(observations.n)
    variance = test.var_s * factors.used
    z, p = z_and_p(test.s, variance)
    return Judgement(observations.n, test, factors, variance, z, p)
