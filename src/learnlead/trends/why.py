"""Why: one verdict taken apart, so that a sceptic can work it out again by hand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator

from learnlead.trends.autocorrelation import (
    HIGHEST_PHI,
    UNKNOWN_PHI,
    inflation,
    neighbours,
)
from learnlead.trends.averages import mean
from learnlead.trends.dated import Dated
from learnlead.trends.model import Trends
from learnlead.trends.series import Series
from learnlead.trends.verdict import FAMILY_LEVEL
from learnlead.trends.why_model import Family, Pool, Rank, Step, Why


def why(trends: Trends, subject: str) -> Why | None:
    """The verdict on one series, taken apart.

    Args:
        trends: of one rubric.
        subject: the id of one of its behaviours, `overall`, or `focus`.

    Returns:
        None where there is no such series: no focus, or no such behaviour.
    """
    found = _series(trends, subject)
    if found is None:
        return None
    behaviour, family, series = found
    window = trends.window
    behaviours = _pool(window.behaviours.items(), window.gap)
    composite = _pool([("overall", window.composite)], window.gap)
    pooled = UNKNOWN_PHI if behaviours.phi is None else behaviours.phi
    phi_composite = pooled if composite.phi is None else max(pooled, composite.phi)
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
        phi=(pooled + phi_composite) / 2,
        phi_composite=phi_composite,
        factor=None
        if used is None or window.gap is None
        else inflation(series.dated.track.weeks, used, window.gap),
        ranks=_ranks(trends) if family == "behaviours" else (),
    )


def _series(trends: Trends, subject: str) -> tuple[str | None, Family, Series] | None:
    for one in trends.behaviours:
        if one.behaviour.id == subject:
            return subject, "behaviours", one.series
    if subject == "overall":
        return None, "composite", trends.composite
    if subject == "focus" and trends.focus is not None:
        return trends.focus.focus.behaviour, "focus", trends.focus.series
    return None


def _steps(dated: Dated, phi: float | None, gap: float | None) -> Iterator[Step]:
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


def _pool(series: Iterable[tuple[str, Dated]], gap: float | None) -> Pool:
    compared = ((one, neighbours(dated.track, gap)) for one, dated in series)
    of = tuple((one, found) for one, found in compared if found is not None)
    if not of:
        return Pool(of, None, None, None, None)
    r = mean([found.r for _, found in of])
    n = mean([found.n for _, found in of])
    raw = (r + 2 / n) / (1 - 4 / n)
    return Pool(of, r, n, raw, min(max(raw, 0.0), HIGHEST_PHI))


def _usual(behaviours: Iterable[tuple[str, Dated]]) -> tuple[tuple[str, float], ...]:
    return tuple((one, mean(dated.values)) for one, dated in behaviours if dated.values)


def _ranks(trends: Trends) -> tuple[Rank, ...]:
    tested = [
        (judged.p_corrected, judged.p_adjusted, one.behaviour.id)
        for one in trends.behaviours
        for judged in [one.series.judgement]
        if judged.p_corrected is not None and judged.p_adjusted is not None
    ]
    return tuple(
        Rank(one, rank, p, FAMILY_LEVEL * rank / len(tested), p_adjusted)
        for rank, (p, p_adjusted, one) in enumerate(sorted(tested), 1)
    )
