"""What one verdict or bet rests on, step by step, so that a reader can redo it by hand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from operator import mul
from typing import NamedTuple

from learnlead.trends.bet_comparison import Comparison, Weighed
from learnlead.trends.bets import Bet
from learnlead.trends.dated import DatedValues, weeks_since
from learnlead.trends.looks import Look, Standing
from learnlead.trends.model import Trends
from learnlead.trends.series import Series
from learnlead.trends.stats import persistence
from learnlead.trends.stats.averages import mean
from learnlead.trends.stats.lags import Lags, halfway, line, line_residuals
from learnlead.trends.stats.observations import Observations
from learnlead.trends.stats.persistence import Model
from learnlead.trends.verdict import BLUNT, PRIOR, SHARP


class Step(NamedTuple):
    """One value, with its terms of S.

    Attributes:
        date: its date.
        days: since the first sitting of the look.
        value: the rating, or the composite.
        lower: the number of earlier values that are lower.
        higher: the number of earlier values that are higher. S is the sum of lower less higher.
    """

    date: date
    days: int
    value: float
    lower: int
    higher: int


class Lagged(NamedTuple):
    """One series about its line: value = level + slope · week, and its autocorrelations."""

    name: str
    n: int
    slope: float
    level: float
    square: float
    lags: Lags


class GridRow(NamedTuple):
    """One model: what it expects, how far that is off, its F, and its weight."""

    model: Model
    expected: tuple[float, ...]
    misfit: float
    factor: float
    weight: float


class GridStep(NamedTuple):
    """One estimate of F.

    Attributes:
        name: `pooled`, `composite` or `own`; of a bet `all` or `alone`.
        lags: the autocorrelations that the models are held against.
        n: the number of values that the misfit counts for.
        sharpness: how much a misfit counts.
        rows: the models.
        factor: the mean of their F by weight.
    """

    name: str
    lags: Lags
    n: float
    sharpness: float
    rows: tuple[GridRow, ...]
    factor: float


class Rank(NamedTuple):
    """One behaviour in Benjamini and Hochberg's procedure.

    Attributes:
        behaviour: its id.
        rank: 1 for the smallest p.
        p: from the corrected variance.
        threshold: level · rank / number of tests. The largest rank whose p is below its threshold,
            and all before it, are called.
        p_adjusted: the minimum of p · number / rank over this rank and those after it.
    """

    behaviour: str
    rank: int
    p: float
    threshold: float
    p_adjusted: float


class Why(NamedTuple):
    """What one verdict rests on.

    Attributes:
        subject: `focus`, `overall`, or the id of a behaviour.
        behaviour: the id of the behaviour; None for `overall`.
        series: the values with their verdict.
        steps: one a value of the newest look; none before it.
        ties: the values that occur more than once, each with its count.
        gap: the median gap between the look's sittings in weeks.
        usual: the mean of each rated behaviour, for overall; else empty.
        lagged: every series that tells of persistence, behaviours first.
        pooled: the autocorrelations of all behaviours together.
        pooled_n: their mean number of values.
        grids: the estimates of F.
        ranks: the behaviours tested together, smallest p first; empty for overall.
        history: the standing at each look, the oldest first.
        bet: for the focus, the newest bet on it.
        bet_grid: what its F comes from, once it is settled.
    """

    subject: str
    behaviour: str | None
    series: Series
    steps: tuple[Step, ...] = ()
    ties: tuple[tuple[float, int], ...] = ()
    gap: float | None = None
    usual: tuple[tuple[str, float], ...] = ()
    lagged: tuple[Lagged, ...] = ()
    pooled: Lags = ()
    pooled_n: float = 0.0
    grids: tuple[GridStep, ...] = ()
    ranks: tuple[Rank, ...] = ()
    history: tuple[tuple[Look, Standing], ...] = ()
    bet: Bet | None = None
    bet_grid: GridStep | None = None

    @property
    def lower(self) -> int:
        """The number of rising pairs."""
        return sum(step.lower for step in self.steps)

    @property
    def higher(self) -> int:
        """The number of falling pairs."""
        return sum(step.higher for step in self.steps)


def why(trends: Trends, subject: str) -> Why | None:
    """What the verdict on one series rests on.

    Args:
        trends: of one rubric.
        subject: the id of one of its behaviours, `overall`, or `focus`.

    Returns:
        None if there is no such series.
    """
    if subject == "focus":
        if trends.focus is None:
            return None
        behaviour = trends.focus.focus.behaviour
        bet = trends.settled.bets[-1] if trends.settled.bets else None
        grid = bet and bet.comparison and _bet_grid(bet.comparison)
        return Why(subject, behaviour, trends.focus.series, bet=bet, bet_grid=grid)
    if subject == "overall":
        return _judged(trends, None, trends.composite)
    for trend in trends.behaviours:
        if trend.behaviour.id == subject:
            return _judged(trends, subject, trend.series)
    return None


def _judged(trends: Trends, behaviour: str | None, series: Series) -> Why:
    result = Why(behaviour or "overall", behaviour, series)
    judged = series.judged
    if judged is None:
        return result
    look = judged.look
    tied = Counter(judged.dated.values)
    memory = look.judgements.memory
    times = look.series.times
    return result._replace(
        steps=tuple(_steps(judged.dated, look.series.dates[0])),
        ties=tuple(sorted((value, n) for value, n in tied.items() if n > 1)),
        gap=None if times is None else times.gap,
        usual=()
        if behaviour
        else tuple(
            (key, mean(dated.values))
            for key, dated in look.series.behaviours.items()
            if dated.values
        ),
        lagged=tuple(_lagged(look)),
        pooled=memory.pooled,
        pooled_n=memory.n,
        grids=tuple(_grids(look, behaviour, judged.dated)),
        ranks=_ranks(look) if behaviour else (),
        history=tuple(
            (look_then, look_then.behaviours[behaviour] if behaviour else look_then.composite)
            for look_then in trends.settled.looks
        ),
    )


def _steps(dated: DatedValues, first: date) -> Iterator[Step]:
    earlier: list[float] = []
    for day, value in zip(dated.dates, dated.values, strict=True):
        lower = bisect_left(earlier, value)
        higher = len(earlier) - bisect_right(earlier, value)
        yield Step(day, (day - first).days, value, lower, higher)
        insort(earlier, value)


def _lagged(look: Look) -> Iterator[Lagged]:
    memory, first = look.judgements.memory, look.series.dates[0]
    everyone = zip(
        (*look.series.behaviours, "overall"),
        (*look.series.behaviours.values(), look.series.composite),
        (*memory.series, memory.composite),
        strict=True,
    )
    for name, dated, lags in everyone:
        if lags:
            observations = dated.observations_since(first)
            slope, level = line(observations)
            residuals = line_residuals(observations)
            square = sum(map(mul, residuals, residuals)) / observations.n
            yield Lagged(name, observations.n, slope, level, square, lags)


def _grids(look: Look, behaviour: str | None, dated: DatedValues) -> Iterator[GridStep]:
    memory, times = look.judgements.memory, look.series.times
    if times is None or len(dated.values) < 2:
        return
    observations = dated.observations_since(look.series.dates[0])
    yield _grid("pooled", memory.pooled, memory.n, SHARP, observations, times.gap)
    if memory.composite:
        n = len(look.series.composite.values)
        yield _grid("composite", memory.composite, n, BLUNT, observations, times.gap)
    if behaviour is not None:
        own = memory.series[list(look.series.behaviours).index(behaviour)]
        lags = halfway(own, memory.pooled)
        yield _grid("own", lags, observations.n, BLUNT, observations, times.gap)


def _grid(  # noqa: PLR0917 - the figures of one step
    name: str, lags: Lags, n: float, sharpness: float, observations: Observations, gap: float
) -> GridStep:
    factors = persistence.inflations(tuple(observations.weeks), gap)
    expected = persistence.expected_about_line(max(round(n), 3))
    weights = persistence.weights(lags, expected, factors, n=n, sharpness=sharpness, prior=PRIOR)
    return _rows(name, Weighed(lags, n, sharpness, weights, of_all=True), expected, factors)


def _bet_grid(comparison: Comparison) -> GridStep:
    weeks = weeks_since(comparison.before[0], (day.date for day in comparison.days))
    return _rows(
        "all" if comparison.weighed.of_all else "alone",
        comparison.weighed,
        persistence.expected_about_phases(comparison.n_before, comparison.n_since),
        persistence.inflations(weeks, comparison.gap),
    )


def _rows(
    name: str,
    weighed: Weighed,
    expected: Sequence[tuple[float, ...]],
    factors: Sequence[float],
) -> GridStep:
    lags = weighed.lags
    rows = tuple(
        GridRow(model, e[: len(lags)], _misfit(lags, e), factor, weight)
        for model, e, factor, weight in zip(
            persistence.GRID, expected, factors, weighed.weights, strict=True
        )
    )
    factor = persistence.factor(weighed.weights, factors)
    return GridStep(name, lags, weighed.n, weighed.sharpness, rows, factor)


def _misfit(lags: Lags, expected: Sequence[float]) -> float:
    pairs = zip(lags, expected, strict=False)
    return sum((lag.r - e) ** 2 for lag, e in pairs if lag.pairs)


def _ranks(look: Look) -> tuple[Rank, ...]:
    tested = [
        (standing.judgement.p_corrected, standing.judgement.p_adjusted, key)
        for key, standing in look.behaviours.items()
        if standing.judgement.p_corrected is not None and standing.judgement.p_adjusted is not None
    ]
    return tuple(
        Rank(behaviour, rank, p, look.level * rank / len(tested), p_adjusted)
        for rank, (p, p_adjusted, behaviour) in enumerate(sorted(tested), 1)
    )
