"""One series for a person: chart, beginning and end, verdict, and what to beware of."""

from __future__ import annotations

from learnlead.reports.lines import Layout, Line, Span, Style, wrapped
from learnlead.reports.sparkline import axis, blocks, digits
from learnlead.reports.words import caveats, counted, monthly_change, thirds, verdict
from learnlead.trends.model import Trends
from learnlead.trends.series import Series

_PLAIN_PERIODS = 13
"""Figures in plain mode: a quarter of weeks."""


def series_text(trends: Trends, series: Series, subject: str, layout: Layout) -> list[Line]:
    """Chart, thirds, verdict and caveats.

    Args:
        trends: what the series is part of.
        series: of a behaviour, or of all together.
        subject: whose ratings, as `your own rating of Open doors`.
        layout: plain lines hold figures in place of blocks.
    """
    lines = _chart(trends, series, layout)
    for change in (thirds(series), monthly_change(series)):
        if change is not None:
            lines += wrapped(change, layout.width, indent=2)
    claim = series.verdict in ("rising", "falling")
    style: Style = "strong" if claim else "plain"
    lines += wrapped(verdict(series, subject), layout.width, style=style, indent=2)
    for sentence in caveats(series):
        lines += wrapped(sentence, layout.width, indent=2)
    return lines


def _chart(trends: Trends, series: Series, layout: Layout) -> list[Line]:
    if series.first is None or series.last is None:
        return []
    if layout.plain and series.verdict == "values-only":
        return []  # the values are told with the verdict
    most = _PLAIN_PERIODS if layout.plain else layout.width - 2
    along = axis(series.first, series.last, trends.rubric.rhythm, most)
    unit = trends.cadence.unit
    if layout.plain:
        shown = counted(len(along), unit) if len(along) > 1 else unit
        return wrapped(
            f"Ratings, newest {shown}, oldest first: {digits(series.dated, along)}.",
            layout.width,
            indent=2,
        )
    return [(Span("  "), Span(blocks(series.dated, along), "chart"))]
