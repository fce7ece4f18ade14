"""Quarters: the focus of each as a bet, its odds, and what became of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from learnlead.page.facts import Sitting
from learnlead.page.periods import Period
from learnlead.rubric.model import Rhythm
from learnlead.trends.dated import DatedValues, ratings_of
from learnlead.trends.model import Trends
from learnlead.trends.series import Series, series_of
from learnlead.trends.stats.autocorrelation import UNKNOWN_PHI
from learnlead.trends.verdict import FIRST_VERDICT, judge_alone

Rows = Literal["weekly", "monthly"]

PHIS = (0.0, 0.3, 0.6)
"""Autocorrelation from one sitting to the next, a column each."""

POWER: Mapping[Rows, Mapping[int, tuple[float, float, float]]] = {
    "weekly": {
        12: (0.08, 0.07, 0.04),
        26: (0.22, 0.16, 0.08),
        52: (0.54, 0.33, 0.16),
        104: (0.87, 0.63, 0.36),
    },
    "monthly": {
        12: (0.08, 0.06, 0.06),
        26: (0.24, 0.15, 0.07),
        52: (0.54, 0.33, 0.17),
    },
}
"""The share of journals whose focus is called rising, by how many sittings they have."""


QUARTER = 13
"""Sittings after which a focus is offered anew."""

USUAL_PHI = 0.3
"""The autocorrelation taken where a journal is too young to tell its own."""

_EVEN = 0.5


class Bet(NamedTuple):
    """What a number of sittings can show.

    Attributes:
        sittings: how many; all of them rate the focus.
        phi: the autocorrelation that was taken.
        chance: that a rise of one point from the first sitting to the last is called one.
        even: the sittings from which that is as likely as not; None where even the longest
            journals that were tried do not reach it.
    """

    sittings: int
    phi: float
    chance: float
    even: int | None


def bet(sittings_left: int, phi: float | None, rhythm: Rhythm = "weekly") -> Bet:
    """The bet on a focus that is to be rated in that many sittings.

    Interpolated between the cells of the calibration table, which end at an autocorrelation of
    0.6 and at 104 weekly or 52 monthly sittings: what lies beyond is as at the edge. Below twelve
    sittings nothing is ever called a rise.

    Args:
        sittings_left: from the first to the last that are to count.
        phi: the journal's own autocorrelation; None if it cannot tell yet.
        rhythm: of the rubric. Quarterly sittings count as monthly ones.
    """
    rows: Rows = "weekly" if rhythm == "weekly" else "monthly"
    taken = USUAL_PHI if phi is None else phi
    sizes = list(POWER[rows])
    shares = [_between(PHIS, POWER[rows][size], taken) for size in sizes]
    even = (n for n in range(sizes[0], sizes[-1] + 1) if _between(sizes, shares, n) >= _EVEN)
    chance = _between(sizes, shares, sittings_left) if sittings_left >= FIRST_VERDICT else 0.0
    return Bet(sittings_left, taken, round(chance, 4), next(even, None))


def _between(steps: Sequence[float], values: Sequence[float], at: float) -> float:
    """The value at a point between steps, on the straight line from one to the next."""
    right = min(max(bisect_right(steps, at), 1), len(steps) - 1)
    left = right - 1
    part = (at - steps[left]) / (steps[right] - steps[left])
    return values[left] + (values[right] - values[left]) * min(max(part, 0.0), 1.0)


BetOutcome = Literal["seen", "not-seen", "too-few-to-say"]
"""Whether a rise of the focus was seen."""


class Quarter(NamedTuple):
    """One focus, from the day it was declared to the last page that carries it.

    Attributes:
        behaviour: its id; the rubric may no longer have it.
        since: the day it was declared.
        until: the date of the last page with it.
        changed: whether the newest page has another focus, or none.
        held: sittings with it.
        pages: the stems of those that rate it.
        series: their ratings, judged as a focus is.
        bet: before the end on what thirteen sittings can show, then on the ratings there are.
    """

    behaviour: str
    since: date
    until: date
    changed: bool
    held: int
    pages: tuple[str, ...]
    series: Series
    bet: Bet

    @property
    def answer(self) -> BetOutcome | None:
        """What thirteen sittings, or those before the focus changed, have shown; None till then."""
        if not self.changed and self.held < QUARTER:
            return None
        if self.series.n < FIRST_VERDICT:
            return "too-few-to-say"
        return "seen" if self.series.verdict == "rising" else "not-seen"


def quarters(trends: Trends) -> tuple[Quarter, ...]:
    """The focus of the newest page and, before it, the one that it took the place of.

    A focus of which the period holds but a part, and less than a quarter, is left out. The earlier
    one stands here only until the newer can have a verdict: at any time one focus and
    no more is judged, so that looking back at many of them makes no claim out of noise.
    """
    runs = list(_runs(trends.window.sittings))
    now = trends.focus
    current = runs.pop() if now and runs and runs[-1][0].focus == now.focus.behaviour else []
    chosen = []
    if now is not None and (len(current) >= QUARTER or _holds(trends, now.focus.since)):
        chosen.append(_quarter(trends, now.focus.behaviour, now.focus.since, current, now.series))
    if runs and (now is None or now.series.n < FIRST_VERDICT):
        chosen.insert(0, _earlier(trends, runs[-1]))
    return tuple(chosen)


def own_phi(trends: Trends) -> float | None:
    """The autocorrelation of the journal's behaviours; None while it is too young to tell."""
    if len(trends.window.dates) < FIRST_VERDICT:
        return None
    return _phi(trends)


def _holds(trends: Trends, day: date) -> bool:
    """Whether the window reaches back to that day: a period may begin later."""
    return bool(trends.window.dates) and trends.window.dates[0] <= day


def _runs(sittings: Sequence[Sitting]) -> Iterator[list[Sitting]]:
    """The unbroken runs of sittings with one focus, in order; those without one are left out."""
    for focus, run in groupby(sittings, key=lambda sitting: sitting.focus):
        if focus is not None:
            yield list(run)


def _earlier(trends: Trends, run: Sequence[Sitting]) -> Quarter:
    behaviour = run[0].focus or ""
    period = Period(run[0].date, run[-1].date)
    dated = trends.window.behaviours.get(behaviour, DatedValues()).within(period)
    phi = _phi(trends)
    judged = judge_alone(dated.observations, UNKNOWN_PHI if phi is None else phi, trends.window.gap)
    series = series_of(dated, judged)
    return _quarter(trends, behaviour, run[0].date, run, series, changed=True)


def _quarter(
    trends: Trends,
    behaviour: str,
    since: date,
    run: Sequence[Sitting],
    series: Series,
    *,
    changed: bool = False,
) -> Quarter:
    over = changed or len(run) >= QUARTER
    rated = [sitting for sitting in run if ratings_of(sitting, [behaviour])]
    return Quarter(
        behaviour=behaviour,
        since=since,
        until=run[-1].date if run else since,
        changed=changed,
        held=len(run),
        pages=tuple(sitting.stem for sitting in rated),
        series=series,
        bet=bet(series.n if over else QUARTER, own_phi(trends), trends.rubric.rhythm),
    )


def _phi(trends: Trends) -> float | None:
    """The phi of every behaviour with two values or more is the same."""
    known = (trend.series.judgement.phi for trend in trends.behaviours)
    return next((phi for phi in known if phi is not None), None)
