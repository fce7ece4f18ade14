"""The values of one behaviour or of the composite, with their verdict, slope and signals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import erfc, sqrt
from typing import Literal, NamedTuple

from learnlead.trends.dated import DatedValues
from learnlead.trends.looks import Claim, Look, Standing
from learnlead.trends.stats.averages import mean, median
from learnlead.trends.stats.comparisons import control_limits
from learnlead.trends.stats.mann_kendall import MannKendall, mann_kendall
from learnlead.trends.stats.theil_sen import Interval, pair_slopes, slope_is_surely_zero
from learnlead.trends.verdict import FIRST_LOOK, FIRST_VERDICT, Judgement

Verdict = Literal["figures-only", "values-only", "early", "rising", "falling", "no-trend-detected"]
"""What may be said of a series: see `Series.verdict`."""

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


class Judged(NamedTuple):
    """What the newest look says of one series.

    Attributes:
        look: the look.
        standing: of the series.
        dated: the values that it rests on.
    """

    look: Look
    standing: Standing
    dated: DatedValues


class Series(NamedTuple):
    """One value a date, with the results of the statistics.

    Attributes:
        dated: the values.
        judged: by the newest look; None before the first, and where only figures are shown.
        figures_only: whether no verdict is ever given on it: a chosen period, a quarterly rubric,
            and a focus, which is settled by its bet.
        mann_kendall: of all values; None below two. What is judged is the newest look's.
        slope: None below two values.
        phi: the autocorrelation from one sitting to the next; None without figures of change.
        signals: values beyond their control limits, for the composite alone.
    """

    dated: DatedValues
    judged: Judged | None
    figures_only: bool
    mann_kendall: MannKendall | None
    slope: Slope | None
    phi: float | None = None
    signals: tuple[Signal, ...] = ()

    @property
    def n(self) -> int:
        """The number of values."""
        return len(self.dated.values)

    @property
    def judgement(self) -> Judgement:
        """The test of the newest look; an empty one before the first."""
        return self.judged.standing.judgement if self.judged else Judgement(self.n)

    @property
    def claim(self) -> Claim | None:
        """The rise or fall that is called."""
        return self.judged.standing.claim if self.judged else None

    @property
    def lost(self) -> Claim | None:
        """A claim that the newest look took back."""
        return self.judged.standing.lost if self.judged else None

    @property
    def verdict(self) -> Verdict:
        """What may be said, as of the newest look.

        Before it, or with fewer than twelve values at it, `values-only` below six and else `early`.
        """
        if self.figures_only:
            return "figures-only"
        if self.claim is not None:
            return self.claim.direction
        if self.judged is None or self.judgement.n < FIRST_VERDICT:
            return "values-only" if self.n < FIRST_LOOK else "early"
        return "no-trend-detected"

    @property
    def claims(self) -> bool:
        """Whether a rise or a fall is claimed."""
        return self.claim is not None

    @property
    def first_look(self) -> bool:
        """Whether it is enough for a first look at the means of both thirds."""
        return self.n >= FIRST_LOOK

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
        if not self.first_look or first is None or last is None:
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


def series_of(
    dated: DatedValues, judged: Judged | None, phi: float | None, *, figures_only: bool = False
) -> Series:
    """The series of one behaviour's values."""
    test = mann_kendall(dated.values)
    return Series(dated, judged, figures_only, test, _slope(dated, test, None), test and phi)


def composite_series(
    dated: DatedValues, judged: Judged | None, phi: float | None, *, figures_only: bool = False
) -> Series:
    """The series of the composite, with the corrected interval of its slope and signals.

    The interval is corrected by the factor of the newest look; None before it.
    """
    test = mann_kendall(dated.values)
    factors = judged.standing.judgement.factors if judged else None
    slope = _slope(dated, test, factors.used if factors else None)
    known = test and phi
    return Series(dated, judged, figures_only, test, slope, known, signals(dated, known))


def _slope(dated: DatedValues, test: MannKendall | None, factor: float | None) -> Slope | None:
    if test is None:
        return None
    if factor is None and slope_is_surely_zero(dated.values, test.s, test.var_s):
        return Slope(0.0, Interval(0.0, 0.0), None)
    pairs = pair_slopes(*dated.observations)
    if pairs is None:
        return None
    wider = None if factor is None else pairs.interval(test.var_s * factor)
    return Slope(pairs.median, pairs.interval(test.var_s), wider)


def _value(pair: tuple[float, date]) -> float:
    return pair[0]


def _counted(depths: Sequence[tuple[str, ...]]) -> Counter[str]:
    return Counter(depth for day_depths in depths for depth in day_depths)


def _third(values: Sequence[float]) -> Third | None:
    return Third(mean(values), len(values)) if values else None
