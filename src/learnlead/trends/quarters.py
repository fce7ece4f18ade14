"""The focus of a quarter as a bet: the power to detect a rise, and whether one was detected."""

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
"""The columns of `POWER`: autocorrelation from one sitting to the next."""

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
"""The share of simulated journals whose focus is called rising, by their number of sittings."""


QUARTER = 13
"""The sittings after which a new focus is offered."""

USUAL_PHI = 0.3
"""The autocorrelation assumed for a journal that is too short for an estimate."""

_EVEN = 0.5


class Bet(NamedTuple):
    """The power of a number of sittings to detect a rise.

    Attributes:
        sittings: their number; all of them rate the focus.
        phi: the autocorrelation assumed.
        chance: the probability that a rise of one point from the first sitting to the last is
            called rising.
        even: the number of sittings from which that probability is at least 0.5; None if no
            simulated journal reaches it.
    """

    sittings: int
    phi: float
    chance: float
    even: int | None


def bet(sittings_left: int, phi: float | None, rhythm: Rhythm = "weekly") -> Bet:
    """The bet on a focus that is rated in that many sittings.

    Interpolated linearly between the cells of the calibration table, which end at an
    autocorrelation of 0.6 and at 104 weekly or 52 monthly sittings, and constant beyond. Below
    twelve sittings there is no verdict.

    Args:
        sittings_left: the number of sittings that rate the focus.
        phi: the journal's own autocorrelation; None if it cannot be estimated yet.
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
    """Linear interpolation, constant beyond the ends."""
    right = min(max(bisect_right(steps, at), 1), len(steps) - 1)
    left = right - 1
    part = (at - steps[left]) / (steps[right] - steps[left])
    return values[left] + (values[right] - values[left]) * min(max(part, 0.0), 1.0)


BetOutcome = Literal["seen", "not-seen", "too-few-to-say"]
"""Whether a rise of the focus was detected."""


class Quarter(NamedTuple):
    """One focus, from the day it was declared to the last page that carries it.

    Attributes:
        behaviour: its id; the rubric may no longer have it.
        since: the day it was declared.
        until: the date of the last page with it.
        changed: whether the newest page has another focus, or none.
        held: the number of sittings with it.
        pages: the stems of those that rate it.
        series: their ratings, judged as a focus is.
        bet: for thirteen sittings while it runs, then for the number of ratings.
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
        """The result after thirteen sittings or when the focus has changed; None before."""
        if not self.changed and self.held < QUARTER:
            return None
        if self.series.n < FIRST_VERDICT:
            return "too-few-to-say"
        return "seen" if self.series.verdict == "rising" else "not-seen"


def quarters(trends: Trends) -> tuple[Quarter, ...]:
    """The focus of the newest page, preceded by the one it replaced.

    A focus of which the period holds only a part, of less than a quarter, is left out. The earlier
    one is included only until the newer can have a verdict, so that one focus is tested at a time
    and the error rate stays as stated.
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
    """The autocorrelation of the journal's behaviours; None below twelve dates."""
    if len(trends.window.dates) < FIRST_VERDICT:
        return None
    return _phi(trends)


def _holds(trends: Trends, day: date) -> bool:
    """Whether the window reaches back to that day."""
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
    """The autocorrelation used for the behaviours: the same for each with two values or more."""
    known = (trend.series.judgement.phi for trend in trends.behaviours)
    return next((phi for phi in known if phi is not None), None)
