"""The tables for whoever checks: every rating, and what the tests computed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learnlead.reports.document import Column, Table
from learnlead.reports.words import number, short_day
from learnlead.trends.marks import settled
from learnlead.trends.model import Trends
from learnlead.trends.series import Series

_MARKS = {"no-opportunity": "–", "none-made": "○"}
"""Absences in the table of all ratings; skipped stays empty."""


def ratings_table(trends: Trends) -> Table:
    """Every sitting of the window with every mark, newest first; `overall` where there is one."""
    overall = dict(zip(trends.composite.dated.dates, trends.composite.dated.values, strict=True))
    shown: set[date] = set()
    rows: list[tuple[str, ...]] = []
    for sitting in reversed(trends.window.sittings):
        value = overall.get(sitting.date) if sitting.date not in shown else None
        shown.add(sitting.date)
        marks = (settled(sitting.ratings.get(one.behaviour.id)) for one in trends.behaviours)
        rows.append(
            (
                short_day(sitting.date),
                *(_mark(mark) for mark in marks),
                "" if value is None else f"{value:.1f}",
            )
        )
    return Table(
        "Newest first. A dash: no opportunity. A ring: none made. Empty: skipped, or not asked.",
        (
            Column("Date", figures=False),
            *(Column(one.behaviour.name) for one in trends.behaviours),
            Column("Overall"),
        ),
        tuple(rows),
        look="matrix",
    )


def figures_table(trends: Trends) -> Table:
    """What the tests computed, for whoever wants to check a verdict."""
    heads = ("n", "median", "slope a week", "95 % interval", "S", "φ", "p", "p adjusted")
    return Table(
        "Theil–Sen slope with its interval, Mann–Kendall S, autocorrelation φ, p allowing for it, "
        "and p adjusted for the number of behaviours.",
        (Column("Series", figures=False), *map(Column, heads)),
        tuple(_figures(name, series) for name, series in _all_series(trends)),
    )


def _all_series(trends: Trends) -> Sequence[tuple[str, Series]]:
    focus = [] if trends.focus is None else [("Your focus", trends.focus.series)]
    return [
        *focus,
        ("Overall", trends.composite),
        *((one.behaviour.name, one.series) for one in trends.behaviours),
    ]


def _figures(name: str, series: Series) -> tuple[str, ...]:
    slope, judged = series.slope, series.judgement
    interval = slope and (slope.corrected or slope.interval)
    test = judged.mann_kendall
    return (
        name,
        str(series.n),
        "" if series.median is None else number(series.median),
        "" if slope is None else _signed(slope.per_week),
        f"{_signed(interval.low)} to {_signed(interval.high)}" if interval else "",
        "" if test is None else _minus(f"{test.s:g}"),
        _decimals(judged.phi, 2),
        _decimals(judged.p_corrected, 3),
        _decimals(judged.p_adjusted, 3),
    )


def _mark(mark: float | str | None) -> str:
    if mark is None:
        return ""
    return _MARKS[mark] if isinstance(mark, str) else number(mark)


def _decimals(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def _signed(value: float) -> str:
    return _minus(f"{value:+.3f}")


def _minus(text: str) -> str:
    return text.replace("-", "−")
