"""The steps of one verdict's computation, so that a reader can check it by hand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from learnlead.trends.dated import DatedValues
from learnlead.trends.model import Trends
from learnlead.trends.series import Series
from learnlead.trends.stats.autocorrelation import (
    LagOne,
    bias_corrected,
    bounded_phi,
    lag_one_terms,
    variance_inflation,
)
from learnlead.trends.stats.averages import mean
from learnlead.trends.stats.mann_kendall import z_and_p
from learnlead.trends.verdict import FAMILY_LEVEL, phis_used

Family = Literal["focus", "composite", "behaviours"]


class Step(NamedTuple):
    """One value, with its terms of S and of the correction.

    Attributes:
        date: its date.
        days: since the first value.
        value: the rating, or the composite.
        lower: the number of earlier values that are lower.
        higher: the number of earlier values that are higher. S is the sum of lower less higher.
        shared: phi^Δ (previous shared + 1), where Δ is the distance in median gaps; 0 at first.
            None without a correction.
    """

    date: date
    days: int
    value: float
    lower: int
    higher: int
    shared: float | None


class Pool(NamedTuple):
    """The computation of a pooled autocorrelation.

    Attributes:
        of: the series with an estimate, and the estimate's terms.
        r: the mean of the estimates; None without any.
        n: the mean number of values.
        raw: r without its small-sample bias: (r + 2/n) / (1 − 4/n).
        phi: raw limited to 0 to 0.9; None without an estimate.
    """

    of: tuple[tuple[str, LagOne], ...]
    r: float | None
    n: float | None
    raw: float | None
    phi: float | None


class Rank(NamedTuple):
    """One behaviour in Benjamini and Hochberg's procedure.

    Attributes:
        behaviour: its id.
        rank: 1 for the smallest p.
        p: corrected for autocorrelation.
        threshold: level · rank / number of tests. The largest rank whose p is below its threshold,
            and all before it, are claims.
        p_adjusted: the minimum of p · number / rank over this rank and those after it.
    """

    behaviour: str
    rank: int
    p: float
    threshold: float
    p_adjusted: float


class Why(NamedTuple):
    """The computation of one verdict.

    Attributes:
        subject: `focus`, `overall`, or the id of a behaviour.
        behaviour: the id of the behaviour; None for `overall`.
        family: the family of tests that it belongs to.
        series: the values with their verdict.
        steps: one a value.
        ties: the values that occur more than once, each with its count.
        gap: the median gap between sittings in weeks; None below two sittings.
        usual: the mean of each rated behaviour, for the composite; else empty.
        behaviours_pool: the pooled autocorrelation of the behaviours.
        composite_pool: that of the composite.
        phi: the autocorrelation used for behaviours; see `phis_used`.
        phi_composite: the one used for the composite.
        factor: the factor of the variance of S; None below two values.
        ranks: the behaviours tested together, smallest p first; empty for the other families.
    """

    subject: str
    behaviour: str | None
    family: Family
    series: Series
    steps: tuple[Step, ...]
    ties: tuple[tuple[float, int], ...]
    gap: float | None
    usual: tuple[tuple[str, float], ...]
    behaviours_pool: Pool
    composite_pool: Pool
    phi: float
    phi_composite: float
    factor: float | None
    ranks: tuple[Rank, ...]

    @property
    def lower(self) -> int:
        """The number of rising pairs."""
        return sum(step.lower for step in self.steps)

    @property
    def higher(self) -> int:
        """The number of falling pairs."""
        return sum(step.higher for step in self.steps)

    @property
    def shared(self) -> float:
        """The sum of the steps' `shared`; 0 without a correction."""
        return sum(step.shared or 0.0 for step in self.steps)

    @property
    def tied(self) -> tuple[int, ...]:
        """The sizes of the ties."""
        return tuple(times for _, times in self.ties)

    @property
    def z(self) -> float | None:
        """S with continuity correction, in standard deviations of the corrected variance."""
        judged = self.series.judgement
        if judged.mann_kendall is None or judged.var_s_corrected is None:
            return None
        return z_and_p(judged.mann_kendall.s, judged.var_s_corrected)[0]

    @property
    def own_rank(self) -> Rank | None:
        """The subject's rank among the behaviours, if it has one."""
        return next((rank for rank in self.ranks if rank.behaviour == self.subject), None)


def why(trends: Trends, subject: str) -> Why | None:
    """The computation of the verdict on one series.

    Args:
        trends: of one rubric.
        subject: the id of one of its behaviours, `overall`, or `focus`.

    Returns:
        None if there is no such series.
    """
    result = _series(trends, subject)
    if result is None:
        return None
    behaviour, family, series = result
    window = trends.window
    behaviours = _pool(window.behaviours.items(), window.gap)
    composite = _pool([("overall", window.composite)], window.gap)
    phis = phis_used(behaviours.phi, composite.phi)
    used = series.judgement.phi
    tied = Counter(series.dated.values)
    return Why(
        subject=subject,
        behaviour=behaviour,
        family=family,
        series=series,
        steps=tuple(_steps(series.dated, used, window.gap)),
        ties=tuple(sorted((value, n) for value, n in tied.items() if n > 1)),
        gap=window.gap,
        usual=_usual(window.behaviours.items()) if family == "composite" else (),
        behaviours_pool=behaviours,
        composite_pool=composite,
        phi=phis.behaviours,
        phi_composite=phis.composite,
        factor=None
        if used is None or window.gap is None
        else variance_inflation(series.dated.observations.weeks, used, window.gap),
        ranks=_ranks(trends) if family == "behaviours" else (),
    )


def _series(trends: Trends, subject: str) -> tuple[str | None, Family, Series] | None:
    for trend in trends.behaviours:
        if trend.behaviour.id == subject:
            return subject, "behaviours", trend.series
    if subject == "overall":
        return None, "composite", trends.composite
    if subject == "focus" and trends.focus is not None:
        return trends.focus.focus.behaviour, "focus", trends.focus.series
    return None


def _steps(dated: DatedValues, phi: float | None, gap: float | None) -> Iterator[Step]:
    earlier: list[float] = []
    shared = 0.0
    days = [(day - dated.dates[0]).days for day in dated.dates]
    for i, value in enumerate(dated.values):
        lower = bisect_left(earlier, value)
        higher = len(earlier) - bisect_right(earlier, value)
        if i and phi is not None and gap is not None:
            shared = phi ** ((days[i] - days[i - 1]) / 7 / gap) * (shared + 1)
        known = None if phi is None or gap is None else shared
        yield Step(dated.dates[i], days[i], value, lower, higher, known)
        insort(earlier, value)


def _pool(series: Iterable[tuple[str, DatedValues]], gap: float | None) -> Pool:
    compared = ((name, lag_one_terms(dated.observations, gap)) for name, dated in series)
    estimates = tuple((name, estimate) for name, estimate in compared if estimate is not None)
    if not estimates:
        return Pool(estimates, None, None, None, None)
    r = mean([estimate.r for _, estimate in estimates])
    n = mean([estimate.n for _, estimate in estimates])
    raw = bias_corrected(r, n)
    return Pool(estimates, r, n, raw, bounded_phi(raw))


def _usual(behaviours: Iterable[tuple[str, DatedValues]]) -> tuple[tuple[str, float], ...]:
    return tuple((behaviour, mean(dated.values)) for behaviour, dated in behaviours if dated.values)


def _ranks(trends: Trends) -> tuple[Rank, ...]:
    tested = [
        (judged.p_corrected, judged.p_adjusted, trend.behaviour.id)
        for trend in trends.behaviours
        for judged in [trend.series.judgement]
        if judged.p_corrected is not None and judged.p_adjusted is not None
    ]
    return tuple(
        Rank(behaviour, rank, p, FAMILY_LEVEL * rank / len(tested), p_adjusted)
        for rank, (p, p_adjusted, behaviour) in enumerate(sorted(tested), 1)
    )
