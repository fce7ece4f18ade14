"""Findings about ratings: verdicts, unusual weeks, steadily high and unchanged ratings."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from learnlead.page.facts import Sitting
from learnlead.trends.dated import ratings_of
from learnlead.trends.finding import COMPOSITE, Finding
from learnlead.trends.model import Trends
from learnlead.trends.series import Series
from learnlead.trends.themes import NEWEST

HIGH = 4.0
"""The mean of the first and of the last third from which ratings are high."""

RUN_LENGTH = 3
"""The number of times in a row that make a pattern."""


def claims(trends: Trends) -> Iterator[Finding]:
    """Every verdict of rising or falling, of the focus, the composite and the behaviours.

    A behaviour's claim that repeats the focus's is left out.
    """
    focus_claim = None
    if trends.focus is not None:
        focus_id = trends.focus.focus.behaviour
        for claim in _claim(trends, trends.focus.series, focus_id, focus=True):
            focus_claim = (claim.kind, claim.subject)
            yield claim
    yield from _claim(trends, trends.composite, COMPOSITE)
    for trend in trends.behaviours:
        for claim in _claim(trends, trend.series, trend.behaviour.id):
            if (claim.kind, claim.subject) != focus_claim:
                yield claim


def _claim(
    trends: Trends, series: Series, subject: str, *, focus: bool = False
) -> Iterator[Finding]:
    verdict = series.verdict
    if verdict in ("rising", "falling"):
        yield Finding(
            verdict,
            subject,
            _pages(trends, series, subject),
            series.n,
            interval=None if series.slope is None else series.slope.corrected,
            focus=focus,
        )


def unusual_weeks(trends: Trends) -> Iterator[Finding]:
    """Signals among the newest sittings, newest first. One unusual week is never a trend."""
    newest = set(trends.window.dates[-NEWEST:])
    for signal in reversed(trends.composite.signals):
        if signal.date in newest:
            pages = _on({signal.date}, trends.window.sittings)
            yield Finding("unusual-week", COMPOSITE, pages, trends.composite.n, on=signal.date)


def steadily_high(trends: Trends) -> Iterator[Finding]:
    """Behaviours whose first and last third are high, without a trend; the highest first."""
    steady = []
    for trend in trends.behaviours:
        first, last = trend.series.first_third, trend.series.last_third
        if trend.series.verdict == "no-trend-detected" and first is not None and last is not None:
            level = min(first.mean, last.mean)
            if level >= HIGH:
                steady.append((level, trend))
    for _, trend in sorted(steady, key=lambda pair: -pair[0]):
        pages = _pages(trends, trend.series, trend.behaviour.id)
        yield Finding("steady-high", trend.behaviour.id, pages, trend.series.n)


def same_again(trends: Trends) -> Iterator[Finding]:
    """The newest three or more sittings, if all their ratings are the same.

    Sittings that rated less than half of the behaviours, such as quick ones, are left out.
    """
    behaviours = {trend.behaviour.id for trend in trends.behaviours}
    rated = [
        s for s in trends.window.sittings if 2 * len(ratings_of(s, behaviours)) >= len(behaviours)
    ]
    if not behaviours or not rated:
        return
    running: list[Sitting] = []
    for sitting in reversed(rated):
        if sitting.ratings != rated[-1].ratings:
            break
        running.append(sitting)
    if len(running) >= RUN_LENGTH:
        pages = tuple(sitting.stem for sitting in reversed(running))
        yield Finding("same-again", COMPOSITE, pages, len(running))


def _pages(trends: Trends, series: Series, subject: str) -> tuple[str, ...]:
    """The pages of a series: those of its dates, which rate its behaviour if it has one."""
    sittings = trends.window.sittings
    if subject != COMPOSITE:
        sittings = tuple(s for s in sittings if ratings_of(s, [subject]))
    return _on(set(series.dated.dates), sittings)


def _on(dates: Collection[date], sittings: Collection[Sitting]) -> tuple[str, ...]:
    return tuple(sitting.stem for sitting in sittings if sitting.date in dates)
