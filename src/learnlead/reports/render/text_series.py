"""Series on a screen: rows of blocks, or figures for ears; what may be said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.journal.week import Period
from learnlead.reports.cells import broken, padded
from learnlead.reports.document import SeriesFigure, SeriesRow, SeriesRows
from learnlead.reports.lines import Layout, Line, Span, Style, wrapped
from learnlead.reports.render.sparkline import axis, blocks, digits
from learnlead.reports.words import LITTLE_ROOM, counted, short_verdict, thirds, verdict
from learnlead.trends.series import Series

_PERIODS = 13
"""A quarter of weeks: as far back as a row shows, and figures in plain mode."""

_TABLE = 72
"""Columns from which a row holds everything side by side."""

_RIGHT = 2 + _PERIODS + 2 + 9 + 2 + 3 + 2 + 17
"""Columns of a row beside the name: chart, thirds, n, verdict, and two blanks before each."""


def figure_text(figure: SeriesFigure, layout: Layout) -> list[Line]:
    """Chart, thirds, verdict and caveats; plain lines hold figures in place of blocks."""
    lines = _chart(figure, layout)
    for change in figure.changes:
        lines += wrapped(change, layout.width, indent=2)
    style: Style = "strong" if figure.series.claims else "plain"
    lines += wrapped(figure.verdict, layout.width, style=style, indent=2)
    for note in figure.notes:
        lines += wrapped(note, layout.width, indent=2)
    return lines


def _chart(figure: SeriesFigure, layout: Layout) -> list[Line]:
    series = figure.series
    if series.first is None or series.last is None:
        return []
    if layout.plain and series.verdict == "values-only":
        return []  # the values are told with the verdict
    most = _PERIODS if layout.plain else layout.width - 2
    along = axis(series.first, series.last, figure.rhythm, most)
    if layout.plain:
        shown = counted(len(along), figure.unit) if len(along) > 1 else figure.unit
        said = f"Ratings, newest {shown}, oldest first: {digits(series.dated, along)}."
        return wrapped(said, layout.width, indent=2)
    return [(Span("  "), Span(blocks(series.dated, along), "chart"))]


def rows_text(block: SeriesRows, layout: Layout) -> list[Line]:
    """One row a series; at narrow widths and in plain mode a few lines each."""
    along = axis(block.first, block.last, block.rhythm, _PERIODS)
    lines = wrapped(_legend(block, plain=layout.plain), layout.width, style="dim", indent=2)
    for row in block.rows:
        if layout.plain:
            lines += wrapped(_sentences(row, along), layout.width, indent=2, hanging=2)
            continue
        lines += _row(row, along, layout)
        if row.note and not row.told:
            lines += wrapped(row.note, layout.width, style="dim", indent=4)
    if high := [row.name for row in block.rows if row.high]:
        said = f"{LITTLE_ROOM.removesuffix('.')}: {'; '.join(high)}."
        lines += wrapped(said, layout.width, style="dim", indent=2)
    return lines


def _legend(block: SeriesRows, *, plain: bool) -> str:
    unit, lowest, highest = block.unit, block.scale.label(1), block.scale.label(5)
    if plain:
        return (
            f"From 1, {lowest}, to 5, {highest}, for each {unit} of the newest {_PERIODS}, "
            f"oldest first; a dash is a {unit} without a rating."
        )
    return (
        f"The newest {_PERIODS} {unit}s, low for {lowest}, high for {highest}, a gap for no "
        "rating; the mean of the first and of the last third; how many ratings."
    )


def _row(row: SeriesRow, along: Sequence[Period], layout: Layout) -> Iterator[Line]:
    series = row.series
    words = Span(short_verdict(series), "strong" if series.claims else "dim")
    if row.told:
        words = Span("your focus, above", "dim")
    chart = padded(blocks(series.dated, along), _PERIODS)
    figures = f"  {_arrow(series):9}  {series.n:3}"
    if layout.width < _TABLE:
        yield from wrapped(row.name, layout.width, indent=2)
        yield (Span(f"    {chart}", "chart"), Span(figures))
        yield (Span("    "), words)
        return
    width = layout.width - _RIGHT
    name, *more = broken(row.name, width - 2)
    name = padded(f"  {name}", width)
    yield (Span(name), Span(f"  {chart}", "chart"), Span(f"{figures}  "), words)
    yield from ((Span(f"  {piece}"),) for piece in more)


def _sentences(row: SeriesRow, along: Sequence[Period]) -> str:
    series, said = row.series, verdict(row.series, "your own rating")
    if row.told:
        return f"{row.name}: your focus, above."
    if series.verdict == "values-only":
        return f"{row.name}: {said}"
    newest = f"Newest: {digits(series.dated, along)}."
    return " ".join(filter(None, (f"{row.name}:", thirds(series), said, row.note, newest)))


def _arrow(series: Series) -> str:
    return " → ".join(f"{third.mean:.1f}" for third in series.thirds or ())
