"""Series: the values of one behaviour, or of all together, with everything that is said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import erfc, sqrt
from typing import NamedTuple

from learnlead.trends.dated import DatedValues
from learnlead.trends.stats.averages import mean, median
from learnlead.trends.stats.comparisons import control_limits
from learnlead.trends.stats.theil_sen import Interval, pair_slopes, slope_is_surely_zero
from learnlead.trends.verdict import Judgement, Verdict

FIRST_SIGNAL = 8
"""Values from which limits are drawn; fewer do not tell what is usual."""

_FALSE_SIGNAL_RISK = 0.025
_LEAST_FACTOR = 3.0
_ROUNDING = 1e-9
"""The composite is rounded to so much: a nearer value lies on its limit, not beyond it."""


class Signal(NamedTuple):
    """An unusual value, and the limit beyond which it lies, below or above."""

    date: date
    value: float
    limit: float

    @property
    def high(self) -> bool:
        """Whether the value lies above its limit."""
        return self.value > self.limit


def signals(dated: DatedValues, phi: float | None) -> tuple[Signal, ...]:
    """The unusual values of the composite, in the order of dates; none below eight values.

    On every behaviour's series nearly each trendless journal would show one by its half year, so
    this is for the composite alone.

    Args:
        dated: the composite's values.
        phi: its autocorrelation, as its verdict used it.
    """
    values = dated.values
    if len(values) < FIRST_SIGNAL or phi is None:
        return ()
    limits = control_limits(values, k=limit_factor(len(values)), phi=phi)
    if limits is None:
        return ()
    unusual = []
    for day, value in zip(dated.dates, values, strict=True):
        if value > limits.high + _ROUNDING:
            unusual.append(Signal(day, value, limits.high))
        elif value < limits.low - _ROUNDING:
            unusual.append(Signal(day, value, limits.low))
    return tuple(unusual)


def limit_factor(n: int) -> float:
    """How many standard deviations lie between the middle and a limit: max(3, z(1 − 0.025/n)).

    So that long series find no more by chance than short ones. z, the standard normal quantile,
    by halving: the standard library's costs more to import than all of this.
    """
    low, high = _LEAST_FACTOR, 10.0
    if _tail(low) <= _FALSE_SIGNAL_RISK / n:
        return low
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _tail(middle) > _FALSE_SIGNAL_RISK / n else (low, middle)
    return high


def _tail(z: float) -> float:
    return erfc(z / sqrt(2)) / 2


class Third(NamedTuple):
    """The mean of the first or the last third of the values, and how many those are."""

    mean: float
    n: int


class Slope(NamedTuple):
    """The change a week, in points of the scale, with 95 % intervals.

    `corrected` allows for autocorrelation; only the composite's is shown and computed.
    """

    per_week: float
    interval: Interval
    corrected: Interval | None


class Series(NamedTuple):
    """One value a date, and what the statistics make of them.

    Attributes:
        dated: the values.
        judgement: the tests and the verdict.
        slope: None below two values.
        signals: unusual values; only the composite's are looked for.
    """

    dated: DatedValues
    judgement: Judgement
    slope: Slope | None
    signals: tuple[Signal, ...] = ()

    @property
    def n(self) -> int:
        """How many values there are."""
        return len(self.dated.values)

    @property
    def verdict(self) -> Verdict:
        """What may be said."""
        return self.judgement.verdict

    @property
    def claims(self) -> bool:
        """Whether a rise or a fall is claimed."""
        return self.verdict in ("rising", "falling")

    @property
    def first(self) -> date | None:
        """The date of the first value."""
        return self.dated.dates[0] if self.n else None

    @property
    def last(self) -> date | None:
        """The date of the last value."""
        return self.dated.dates[-1] if self.n else None

    @property
    def latest(self) -> float | None:
        """The last value."""
        return self.dated.values[-1] if self.n else None

    @property
    def median(self) -> float | None:
        """The median of the values."""
        return median(self.dated.values) if self.n else None

    @property
    def first_third(self) -> Third | None:
        """The first third of the values, rounded down; None below three values."""
        return _third(self.dated.values[: self.n // 3])

    @property
    def last_third(self) -> Third | None:
        """The last third of the values, as many as the first."""
        return _third(self.dated.values[self.n - self.n // 3 :])

    @property
    def thirds(self) -> tuple[Third, Third] | None:
        """Both, from the first look on; before it they would be read as a verdict."""
        first, last = self.first_third, self.last_third
        if self.verdict == "values-only" or first is None or last is None:
            return None
        return first, last

    @property
    def reread(self) -> tuple[date, date] | None:
        """The two pages that differ most the way of a fall; None below three values.

        The highest value of the first third and the lowest of the last one: reading both shows
        whether the behaviour fell or the yardstick rose.
        """
        size = self.n // 3
        if not size:
            return None
        pairs = list(zip(self.dated.values, self.dated.dates, strict=True))
        return max(pairs[:size], key=_value)[1], min(pairs[-size:], key=_value)[1]

    @property
    def depths(self) -> Counter[str]:
        """How many sittings of each depth gave the values."""
        return _counted(self.dated.depths)

    @property
    def depths_changed(self) -> bool:
        """Whether the share of a depth differs by a third or more between the two thirds."""
        size = self.n // 3
        before, after = _counted(self.dated.depths[:size]), _counted(self.dated.depths[-size:])
        return size > 0 and any(
            abs(before[depth] / before.total() - after[depth] / after.total()) >= 1 / 3
            for depth in before | after
        )


def series_of(dated: DatedValues, judgement: Judgement) -> Series:
    """The series of one behaviour's values."""
    return Series(dated, judgement, _slope(dated, judgement, corrected=False))


def composite_of(dated: DatedValues, judgement: Judgement) -> Series:
    """The series of the overall values: with the slope's corrected interval, and signals."""
    slope = _slope(dated, judgement, corrected=True)
    return Series(dated, judgement, slope, signals(dated, judgement.phi))


def _slope(dated: DatedValues, judgement: Judgement, *, corrected: bool) -> Slope | None:
    test, variance = judgement.mann_kendall, judgement.var_s_corrected
    if test is None or variance is None:
        return None
    if not corrected and slope_is_surely_zero(dated.values, test.s, test.var_s):
        return Slope(0.0, Interval(0.0, 0.0), None)
    pairs = pair_slopes(*dated.observations)
    if pairs is None:
        return None
    wider = pairs.interval(variance) if corrected else None
    return Slope(pairs.median, pairs.interval(test.var_s), wider)


def _value(pair: tuple[float, date]) -> float:
    return pair[0]


def _counted(depths: Sequence[tuple[str, ...]]) -> Counter[str]:
    return Counter(depth for day_depths in depths for depth in day_depths)


def _third(values: Sequence[float]) -> Third | None:
    return Third(mean(values), len(values)) if values else None
