"""The behaviours of a rubric, one row each; at narrow widths and in plain mode a few lines each."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.journal.week import Period
from learnlead.reports.cells import broken, padded
from learnlead.reports.lines import Layout, Line, Span, wrapped
from learnlead.reports.sparkline import axis, blocks, digits
from learnlead.reports.words import little_room, response_shift, short_verdict, thirds, verdict
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.series import Series

_PERIODS = 13
"""A quarter of weeks: as far back as a row shows."""

_TABLE = 72
"""Columns from which a row holds everything side by side."""

_RIGHT = 2 + _PERIODS + 2 + 9 + 2 + 3 + 2 + 17
"""Columns of a row beside the name: chart, thirds, n, verdict, and two blanks before each."""


def behaviours_text(trends: Trends, layout: Layout) -> list[Line]:
    """All behaviours of the rubric, in its order; empty when it has none."""
    dates = trends.window.dates
    if not trends.behaviours or not dates:
        return []
    along = axis(dates[0], dates[-1], trends.rubric.rhythm, _PERIODS)
    lines = _legend(trends, layout)
    for one in trends.behaviours:
        if layout.plain:
            lines += _sentences(one, trends, along, layout)
            continue
        rows = _stacked if layout.width < _TABLE else _row
        lines += rows(one, _words(one, trends), along, layout)
        if not _is_told(one, trends) and (note := response_shift(one.series)) is not None:
            lines += wrapped(note, layout.width, style="dim", indent=4)
    if high := [one.behaviour.name for one in trends.behaviours if little_room(one.series)]:
        said = f"Steadily high, with little room left on this scale: {'; '.join(high)}."
        lines += wrapped(said, layout.width, style="dim", indent=2)
    return lines


def _is_told(one: BehaviourTrend, trends: Trends) -> bool:
    """Whether the focus, which leads, has told the same values with a verdict of its own."""
    focus = trends.focus
    return (
        focus is not None
        and focus.focus.behaviour == one.behaviour.id
        and focus.series.n == one.series.n > 0
    )


def _words(one: BehaviourTrend, trends: Trends) -> Span:
    if _is_told(one, trends):
        return Span("your focus, above", "dim")
    claim = one.series.verdict in ("rising", "falling")
    return Span(short_verdict(one.series), "strong" if claim else "dim")


def _legend(trends: Trends, layout: Layout) -> list[Line]:
    unit, labels = trends.cadence.unit, trends.rubric.scale.labels
    lowest, highest = labels[0], labels[-1]
    if layout.plain:
        legend = (
            f"From 1, {lowest}, to 5, {highest}, for each {unit} of the newest {_PERIODS}, "
            f"oldest first; a dash is a {unit} without a rating."
        )
    else:
        legend = (
            f"The newest {_PERIODS} {unit}s, low for {lowest}, high for {highest}, a gap for no "
            "rating; the mean of the first and of the last third; how many ratings."
        )
    return wrapped(legend, layout.width, style="dim", indent=2)


def _row(one: BehaviourTrend, words: Span, along: Sequence[Period], layout: Layout) -> list[Line]:
    width = layout.width - _RIGHT
    name, *more = broken(one.behaviour.name, width - 2)
    chart = padded(blocks(one.series.dated, along), _PERIODS)
    return [
        (
            Span(padded(f"  {name}", width)),
            Span(f"  {chart}", "chart"),
            Span(f"  {_arrow(one.series):9}  {one.series.n:3}  "),
            words,
        ),
        *((Span(f"  {piece}"),) for piece in more),
    ]


def _stacked(
    one: BehaviourTrend, words: Span, along: Sequence[Period], layout: Layout
) -> list[Line]:
    chart = padded(blocks(one.series.dated, along), _PERIODS)
    return [
        *wrapped(one.behaviour.name, layout.width, indent=2),
        (Span(f"    {chart}", "chart"), Span(f"  {_arrow(one.series):9}  {one.series.n:3}")),
        (Span("    "), words),
    ]


def _sentences(
    one: BehaviourTrend, trends: Trends, along: Sequence[Period], layout: Layout
) -> list[Line]:
    series = one.series
    said: list[str | None] = [f"{one.behaviour.name}:"]
    if _is_told(one, trends):
        said.append("your focus, above.")
    elif series.verdict == "values-only":
        said.append(verdict(series, "your own rating"))
    else:
        said += [thirds(series), verdict(series, "your own rating"), response_shift(series)]
        said.append(f"Newest: {digits(series.dated, along)}.")
    text = " ".join(sentence for sentence in said if sentence is not None)
    return wrapped(text, layout.width, indent=2, hanging=2)


def _arrow(series: Series) -> str:
    first, last = series.first_third, series.last_third
    if series.verdict == "values-only" or first is None or last is None:
        return ""
    return f"{first.mean:.1f} → {last.mean:.1f}"
