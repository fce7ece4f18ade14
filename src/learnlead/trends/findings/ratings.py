"""Findings about ratings: verdicts, unusual weeks, steadily high and unchanged ratings."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from learnlead.page.facts import Sitting
from learnlead.trends.dated import ratings_of
from learnlead.trends.finding import COMPOSITE, Finding, FindingKind
from learnlead.trends.model import Trends
from learnlead.trends.series import Judged, Series
from learnlead.trends.themes import NEWEST

HIGH = 4.0
"""The mean of the first and of the last third from which ratings are high."""

RUN_LENGTH = 3
"""The number of times in a row that make a pattern."""


def claims(trends: Trends) -> Iterator[Finding]:
    """What the newest look calls and what it took back; overall first.

    Where overall is called, only behaviours that differ from it are named: those that changed more
    or less than the others, and those called in the other direction.
    """
    overall = trends.composite.claim
    yield from _called(trends, trends.composite, COMPOSITE)
    for trend in trends.behaviours:
        key, claim = trend.behaviour.id, trend.series.claim
        if overall is None or (claim is not None and claim.direction != overall.direction):
            yield from _called(trends, trend.series, key)
        if key in trends.differences:
            higher = (trends.differences[key].z or 0.0) > 0
            kind: FindingKind = "above-the-rest" if higher else "below-the-rest"
            yield Finding(kind, key, _pages(trends, trend.series, key), trend.series.n)
    for subject, series in (
        (COMPOSITE, trends.composite),
        *((trend.behaviour.id, trend.series) for trend in trends.behaviours),
    ):
        if series.lost is not None:
            yield Finding("taken-back", subject, (), series.judgement.n, on=series.lost.on)


def _called(trends: Trends, series: Series, subject: str) -> Iterator[Finding]:
    if series.claim is not None and series.judged is not None:
        pages = _pages(trends, series.judged, subject)
        yield Finding(series.claim.direction, subject, pages, series.judgement.n)


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


def _pages(trends: Trends, series: Series | Judged, subject: str) -> tuple[str, ...]:
    """The pages of a series: those of its dates, which rate its behaviour if it has one."""
    sittings = trends.window.sittings
    if subject != COMPOSITE:
        sittings = tuple(s for s in sittings if ratings_of(s, [subject]))
    return _on(set(series.dated.dates), sittings)


def _on(dates: Collection[date], sittings: Collection[Sitting]) -> tuple[str, ...]:
    return tuple(sitting.stem for sitting in sittings if sitting.date in dates)
