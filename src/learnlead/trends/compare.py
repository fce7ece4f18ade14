"""Comparison of two periods: medians, and the nonoverlap of all pairs of ratings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import sqrt
from typing import NamedTuple

from learnlead.page.facts import Sitting
from learnlead.page.periods import Period
from learnlead.rubric.model import Behaviour, Rubric
from learnlead.trends.dated import CountedMedian, DatedValues, counted_median
from learnlead.trends.focus import focus_of
from learnlead.trends.looks import series_at
from learnlead.trends.stats.comparisons import nap
from learnlead.trends.stats.theil_sen import Z_95
from learnlead.trends.verdict import FIRST_LOOK, Factors
from learnlead.trends.window import Window, scored, window_of


class Pair(NamedTuple):
    """One behaviour, or overall, in both periods.

    Attributes:
        before: in the earlier period.
        after: in the later one.
        nap: nonoverlap of all pairs, from 0 to 1; None if a period has no value. It is
            descriptive, not a test.
        reach: how far from a half chance alone takes it in 95 of 100 such pairs of periods; None
            if a period has no value.
    """

    before: CountedMedian
    after: CountedMedian
    nap: float | None
    reach: float | None

    @property
    def enough(self) -> bool:
        """Whether both periods have as many values as a first look needs."""
        return min(self.before.n, self.after.n) >= FIRST_LOOK


class Comparison(NamedTuple):
    """Two periods of one rubric.

    Attributes:
        rubric: as it stands now.
        before: the earlier period.
        after: the later one.
        sittings: in each, those whose ratings may be compared.
        apart: sittings in either whose version of the rubric may not be joined; in no figure.
        older: sittings in either that lie before the newest 260 dates; in no figure.
        focus: the id of the focus at the end of the later period, if it has one.
        overall: all behaviours together, from means over both periods.
        behaviours: each of the rubric's, in its order.
    """

    rubric: Rubric
    before: Period
    after: Period
    sittings: tuple[int, int]
    apart: int
    older: int
    focus: str | None
    overall: Pair
    behaviours: tuple[tuple[Behaviour, Pair], ...]


def compare(
    sittings: Iterable[Sitting], rubric: Rubric, before: Period, after: Period
) -> Comparison:
    """Compare two periods that share no day.

    Args:
        sittings: all pages; those of other rubrics are left aside.
        rubric: the rubric as it stands now.
        before: the earlier period.
        after: the later one.
    """
    inside = sorted(
        (s for s in sittings if s.rubric == rubric.id and (s.date in before or s.date in after)),
        key=_date,
    )
    joined = scored(inside, rubric)
    window = window_of(joined, rubric)
    focus = focus_of(joined)
    overall, factors = _factors(window)
    return Comparison(
        rubric=rubric,
        before=before,
        after=after,
        sittings=(_sittings_in(window, before), _sittings_in(window, after)),
        apart=len(inside) - len(joined),
        older=len(joined) - len(window.sittings),
        focus=focus.behaviour if focus else None,
        overall=_pair(window.composite, before, after, overall),
        behaviours=tuple(
            (
                behaviour,
                _pair(window.behaviours[behaviour.id], before, after, factors.get(behaviour.id)),
            )
            for behaviour in rubric.behaviours
        ),
    )


def _pair(dated: DatedValues, before: Period, after: Period, factors: Factors | None) -> Pair:
    earlier, later = dated.within(before), dated.within(after)
    n, m = len(earlier.values), len(later.values)
    reach = None
    if n and m:
        factor = 1.0 if factors is None else factors.used
        reach = min(Z_95 * sqrt((n + m + 1) / (12 * n * m) * factor), 0.5)
    overlap = nap(earlier.values, later.values)
    return Pair(counted_median(earlier), counted_median(later), overlap, reach)


def _factors(window: Window) -> tuple[Factors | None, dict[str, Factors | None]]:
    """How much neighbours resemble each other over both periods: overall, and by behaviour."""
    if len(window.dates) < 2:
        return None, {}
    series = series_at(window, window.dates)
    judged = series.judged()
    pairs = zip(series.behaviours, judged.behaviours, strict=True)
    return judged.composite.factors, {key: judgement.factors for key, judgement in pairs}


def _sittings_in(window: Window, period: Period) -> int:
    return sum(sitting.date in period for sitting in window.sittings)


def _date(sitting: Sitting) -> date:
    return sitting.date
