"""Quarters: each focus as a bet, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from learnlead.journal.sitting import Sitting
from learnlead.journal.week import Period
from learnlead.trends.autocorrelation import UNKNOWN_PHI
from learnlead.trends.bet import QUARTER, Bet, bet
from learnlead.trends.dated import Dated
from learnlead.trends.marks import settled
from learnlead.trends.model import Trends
from learnlead.trends.series import Series, series_of
from learnlead.trends.verdict import FIRST_VERDICT, judge_alone

Answer = Literal["seen", "not-seen", "too-few-to-say"]
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
    def answer(self) -> Answer | None:
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
    found = []
    if now is not None and (len(current) >= QUARTER or _holds(trends, now.focus.since)):
        found.append(_quarter(trends, now.focus.behaviour, now.focus.since, current, now.series))
    if runs and (now is None or now.series.n < FIRST_VERDICT):
        found.insert(0, _earlier(trends, runs[-1]))
    return tuple(found)


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
    dated = trends.window.behaviours.get(behaviour, Dated()).within(period)
    phi = _phi(trends)
    judged = judge_alone(dated.track, UNKNOWN_PHI if phi is None else phi, trends.window.gap)
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
    rated = [s for s in run if isinstance(settled(s.ratings.get(behaviour)), int | float)]
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
    known = (one.series.judgement.phi for one in trends.behaviours)
    return next((phi for phi in known if phi is not None), None)
