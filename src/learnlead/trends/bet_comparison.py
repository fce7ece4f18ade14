"""The test of a bet: the focus against the time before and against the other behaviours.

Each sitting gives d = the rating of a behaviour less what the other behaviours moved. The mean of d
since the focus was declared is held against its mean before, one-sided. The mean before is shrunk
over all behaviours, as empirical Bayes does: who chooses the lowest one chooses its bad luck, too,
which passes by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import sqrt
from typing import NamedTuple

from learnlead.trends.dated import DatedValues, weeks_since
from learnlead.trends.relative import OTHERS, Phases, ratings_on, relative
from learnlead.trends.stats import persistence
from learnlead.trends.stats.averages import mean
from learnlead.trends.stats.lags import Lags, Times, autocorrelations, pooled, times_of
from learnlead.trends.stats.student import normal_tail, student_quantile, student_tail
from learnlead.trends.verdict import BLUNT, SHARP
from learnlead.trends.window import gap_of

ENOUGH = 8
"""The values that each side needs."""

LEVEL = 0.01
"""The chance, one-sided, below which a rise is seen."""

PRIOR_OF_BETS = -2.0
"""The exponent of F in the weights of the grid: without evidence memory is short."""

_LEAST_DF = 6.0


class ComparedDay(NamedTuple):
    """One value of d: the rating of the focus less what the others moved."""

    date: date
    rating: float
    others: float
    d: float


class Level(NamedTuple):
    """One behaviour: its mean, its mean d before and of how many values, and d's variance."""

    behaviour: str
    mean: float
    before: float
    n_before: int
    variance: float


class Weighed(NamedTuple):
    """The models' weights, and the autocorrelations that they were held against.

    Attributes:
        of_all: whether these are of all behaviours together, else of the focus alone.
    """

    lags: Lags
    n: float
    sharpness: float
    weights: tuple[float, ...]
    of_all: bool


class Comparison(NamedTuple):
    """The test of one bet.

    Attributes:
        before: the dates that count as before.
        since: those that count as since.
        n_before: the values of d before.
        n_since: the values of d since.
        mean_before: the mean rating of the focus before.
        mean_since: the same since.
        others: how much the other behaviours moved from before to since.
        d_before: the mean of d before.
        d_since: the mean of d since.
        usual: the mean of d before over all behaviours.
        spread: how much behaviours truly differ, as a variance.
        variance: of one value of d about its phase mean.
        factor: F over all dates of both sides.
        factor_before: F over those before.
        factor_since: F over those since.
        shrunk: d before, shrunk towards `usual`.
        error: the standard error of `d_since` less `shrunk`.
        t: that difference in standard errors.
        df: the degrees of freedom.
        p: how often chance alone does as much, one-sided.
        days: the values of d, in order.
        levels: of all behaviours that have enough values.
        weighed: what the factors come from.
        gap: the median gap of the dates, in weeks.
    """

    before: tuple[date, ...]
    since: tuple[date, ...]
    n_before: int
    n_since: int
    mean_before: float
    mean_since: float
    others: float
    d_before: float
    d_since: float
    usual: float
    spread: float
    variance: float
    factor: float
    factor_before: float
    factor_since: float
    shrunk: float
    error: float
    t: float
    df: float
    p: float
    days: tuple[ComparedDay, ...]
    levels: tuple[Level, ...]
    weighed: Weighed
    gap: float

    @property
    def size(self) -> float:
        """The rise against the others, from the shrunken mean before."""
        return self.d_since - self.shrunk

    @property
    def chance(self) -> float:
        """About how often a test of this error would see a true rise of one point."""
        return normal_tail(student_quantile(LEVEL, self.df) - 1 / self.error)


def compared(
    focus: str,
    behaviours: Mapping[str, DatedValues],
    before: Sequence[date],
    since: Sequence[date],
) -> Comparison | None:
    """The test of a focus; None where either side has too few values.

    Args:
        focus: the id of the behaviour.
        behaviours: the values of all, by id.
        before: the dates that count as before, all earlier than those of `since`.
        since: the dates that count as since.
    """
    ratings = ratings_on(behaviours, {*before, *since})
    by_behaviour = relative(ratings, set(before), (before[0] if before else since[0]))
    own = by_behaviour.get(focus)
    gap = gap_of([*before, *since])
    if own is None or gap is None or len(by_behaviour) <= OTHERS:
        return None
    if min(len(own.before), len(own.since)) < ENOUGH:
        return None
    spreads = {key: _variance(phases) for key, phases in by_behaviour.items()}
    origin = before[0] if before else since[0]
    times = times_of(weeks_since(origin, [*before, *since]), gap)
    weighed = _weighed(by_behaviour, own, times)
    n0, n1 = len(own.before), len(own.since)
    factor, factor_before, factor_since = (
        persistence.factor(weighed.weights, persistence.inflations(weeks, gap))
        for weeks in (own.weeks, own.weeks[:n0], own.weeks[n0:])
    )
    variance = (spreads[focus] + mean(list(spreads.values()))) / 2
    levels = [mean(phases.before) for phases in by_behaviour.values()]
    usual, count = mean(levels), len(levels)
    sampling = variance * factor_before / n0
    between = sum((level - usual) ** 2 for level in levels) / (count - 1)
    share = mean([1 / len(phases.before) for phases in by_behaviour.values()])
    spread = max(between - variance * factor_before * share, 0.0)
    kept = spread / (spread + sampling) if sampling else 1.0
    d_before, d_since = mean(own.before), mean(own.since)
    shrunk = usual + kept * (d_before - usual)
    error = sqrt(
        variance * factor_since / n1
        + kept * sampling
        + (1 - kept) ** 2 * (spread + sampling) / count
    )
    if not error:
        return None
    t = (d_since - shrunk) / error
    df = max(_LEAST_DF, 2 * (n0 + n1 - 2) / factor)
    raw = behaviours[focus]
    rated = dict(zip(raw.dates, raw.values, strict=True))
    mean_before = mean([rated[day] for day in before if day in rated])
    mean_since = mean([rated[day] for day in since if day in rated])
    return Comparison(
        before=tuple(before),
        since=tuple(since),
        n_before=n0,
        n_since=n1,
        mean_before=mean_before,
        mean_since=mean_since,
        others=(mean_since - mean_before) - (d_since - d_before),
        d_before=d_before,
        d_since=d_since,
        usual=usual,
        spread=spread,
        variance=variance,
        factor=factor,
        factor_before=factor_before,
        factor_since=factor_since,
        shrunk=shrunk,
        error=error,
        t=t,
        df=df,
        p=student_tail(t, df),
        days=tuple(
            ComparedDay(day, rated[day], rated[day] - d, d)
            for day, d in zip(own.dates, (*own.before, *own.since), strict=True)
        ),
        levels=tuple(
            Level(key, phases.mean, mean(phases.before), len(phases.before), spreads[key])
            for key, phases in by_behaviour.items()
        ),
        weighed=weighed,
        gap=gap,
    )


def _variance(phases: Phases) -> float:
    residuals = phases.residuals
    return sum(r * r for r in residuals) / (len(residuals) - 2)


def _weighed(by_behaviour: Mapping[str, Phases], own: Phases, times: Times) -> Weighed:
    """The weights from all behaviours or from the focus alone, by whose F is larger."""
    by_lags = {
        key: autocorrelations(phases.weeks, phases.residuals, times)
        for key, phases in by_behaviour.items()
    }
    n0, n1 = len(own.before), len(own.since)
    at = persistence.inflations(own.weeks, times.gap)
    expected = persistence.expected_about_phases(n0, n1)
    telling = [len(by_behaviour[key].weeks) for key, lags in by_lags.items() if lags]
    own_lags = autocorrelations(own.weeks, own.residuals, times)
    sources = (
        (True, pooled(by_lags.values()), mean(telling) if telling else 0.0, SHARP),
        (False, own_lags, float(n0 + n1), BLUNT),
    )
    weighed = [
        Weighed(
            lags,
            n,
            sharpness,
            persistence.weights(lags, expected, at, n=n, sharpness=sharpness, prior=PRIOR_OF_BETS),
            of_all,
        )
        for of_all, lags, n, sharpness in sources
    ]
    return max(weighed, key=lambda weighing: persistence.factor(weighing.weights, at))
