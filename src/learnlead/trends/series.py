"""The values of one behaviour or of the composite, with their verdict, slope and signals."""

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
"""The number of values that control limits need."""

_FALSE_SIGNAL_RISK = 0.025
_LEAST_FACTOR = 3.0
_ROUNDING = 1e-9
"""The precision of the composite: a value nearer than this to a limit is not beyond it."""


class Signal(NamedTuple):
    """A value beyond a control limit, with that limit."""

    date: date
    value: float
    limit: float

    @property
    def high(self) -> bool:
        """Whether the value lies above its limit."""
        return self.value > self.limit


def signals(dated: DatedValues, phi: float | None) -> tuple[Signal, ...]:
    """The values of the composite beyond their control limits, by date; none below eight values.

    For the composite alone: with limits on every behaviour, nearly every journal without a trend
    would have a signal within half a year.

    Args:
        dated: the composite's values.
        phi: its autocorrelation, as used for its verdict.
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
    """The distance of a limit from the mean in standard deviations: max(3, z(1 − 0.025/n)).

    It grows with n so that long series have no more false signals than short ones. The normal
    quantile z is found by bisection, since `statistics` takes long to import.
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
    """The mean and the number of the first or the last third of the values."""

    mean: float
    n: int


class Slope(NamedTuple):
    """The change a week, in points of the scale, with 95 % intervals.

    `corrected` allows for autocorrelation; it is computed for the composite alone.
    """

    per_week: float
    interval: Interval
    corrected: Interval | None


class Series(NamedTuple):
    """One value a date, with the results of the statistics.

    Attributes:
        dated: the values.
        judgement: the tests and the verdict.
        slope: None below two values.
        signals: values beyond their control limits, for the composite alone.
    """

    dated: DatedValues
    judgement: Judgement
    slope: Slope | None
    signals: tuple[Signal, ...] = ()

    @property
    def n(self) -> int:
        """The number of values."""
        return len(self.dated.values)

    @property
    def verdict(self) -> Verdict:
        """What may be claimed."""
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
        """Both, from six values on; with fewer they would be taken for a verdict."""
        first, last = self.first_third, self.last_third
        if self.verdict == "values-only" or first is None or last is None:
            return None
        return first, last

    @property
    def reread(self) -> tuple[date, date] | None:
        """The dates of the first third's highest and the last third's lowest value.

        Reading both pages shows whether the behaviour or the scale of the rater changed. None
        below three values.
        """
        size = self.n // 3
        if not size:
            return None
        pairs = list(zip(self.dated.values, self.dated.dates, strict=True))
        return max(pairs[:size], key=_value)[1], min(pairs[-size:], key=_value)[1]

    @property
    def depths(self) -> Counter[str]:
        """The number of sittings of each depth behind the values."""
        return _counted(self.dated.depths)

    @property
    def depths_changed(self) -> bool:
        """Whether the share of a depth differs by 1/3 or more between first and last third."""
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
    """The series of the composite, with the corrected interval of its slope and signals."""
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
