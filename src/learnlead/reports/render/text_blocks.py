"""Blocks as lines of text: tables, sparklines, figures of series, rows and weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from string import ascii_uppercase

from learnlead.i18n.words import ENGLISH, Words
from learnlead.page.periods import Period, periods
from learnlead.reports.document import (
    Column,
    SeriesFigure,
    SeriesRow,
    SeriesRows,
    Table,
    WeeksFigure,
)
from learnlead.reports.lines import Layout, Line, Span, Style, wrapped
from learnlead.reports.render.in_words import weeks_in_words
from learnlead.reports.verdicts.words import short_verdict, thirds
from learnlead.reports.words import capital
from learnlead.rubric.model import Rhythm
from learnlead.text.cells import broken, cells, padded
from learnlead.trends.dated import DatedValues
from learnlead.trends.periods import PERIODS_A_YEAR, State, by_year
from learnlead.trends.series import Series
from learnlead.trends.stats.averages import mean

_NARROWEST_NAME = 24

_NARROW = 68
"""Columns of a narrow table."""


def table_text(table: Table, layout: Layout) -> list[Line]:
    """The table with one line a row, or a sentence a row.

    Sentences are used in plain mode and if fewer than 24 columns are left for the names: the name,
    then each head with its text, or `nothing` if all are empty. In a grid, letters stand for the
    column heads, with a key above the table. A calendar is as wide as its names and days.
    """
    if table.look == "narrow":
        layout = replace(layout, width=min(layout.width, _NARROW))
    if table.look == "grid":
        lines = wrapped(table.caption, layout.width, style="dim", indent=2)
        key, table = ([], table) if layout.plain else _lettered(table, layout)
        return [*lines, *key, *table_text(table._replace(look="plain"), layout)]
    heads = [column.head for column in table.columns[1:]]
    widths = [
        max(map(cells, texts)) for texts in zip(heads, *(r[1:] for r in table.rows), strict=True)
    ]
    left = layout.width - sum(2 + width for width in widths)
    least = _NARROWEST_NAME
    if table.look == "calendar":
        least = max((cells(row[0]) for row in table.rows), default=0) + 2
        left = min(left, least)
    if layout.plain or left < least:
        return [
            line
            for name, *figures in table.rows
            for line in wrapped(
                f"{name}: {_said(heads, figures) or table.nothing}",
                layout.width,
                indent=2,
                hanging=2,
            )
        ]
    lines = []
    if table.look != "calendar":
        lines.append((Span(" " * left), Span(_aligned(heads, widths), "dim")))
    for name, *figures in table.rows:
        first, *more = broken(name, left - 2)
        lines.append((Span(padded(f"  {first}", left)), Span(_aligned(figures, widths))))
        lines += [(Span(f"  {piece}"),) for piece in more]
    return lines


def _lettered(table: Table, layout: Layout) -> tuple[list[Line], Table]:
    """The key, and the table with a letter for each head; no key if there are too many heads."""
    name, *across = table.columns
    if len(across) > len(ascii_uppercase):
        return [], table
    pairs = list(zip(ascii_uppercase, across, strict=False))
    key = [
        line
        for letter, column in pairs
        for line in wrapped(
            f"{letter}: {column.head}", layout.width, style="dim", indent=2, hanging=3
        )
    ]
    return key, table._replace(columns=(name, *(Column(letter) for letter, _ in pairs)))


def _aligned(texts: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(
        f"  {' ' * (width - cells(text))}{text}" for text, width in zip(texts, widths, strict=True)
    )


def _said(heads: Sequence[str], figures: Sequence[str]) -> str:
    pairs = zip(heads, figures, strict=True)
    return ", ".join(f"{head} {text}".strip() for head, text in pairs if text)


_BLOCKS = "▁▂▃▅▇"

_LONGEST: dict[Rhythm, int] = {"weekly": 7, "monthly": 31, "quarterly": 92}
"""Longest periods in days, to limit the range that a mistyped year would make."""


def period_axis(first: date, last: date, rhythm: Rhythm, most: int) -> list[Period]:
    """The newest `most` periods from first to last."""
    earliest = max(first.toordinal(), last.toordinal() - most * _LONGEST[rhythm])
    return list(periods(date.fromordinal(earliest), last, rhythm))[-most:]


def sparkline(dated: DatedValues, along: Sequence[Period]) -> str:
    """A sparkline: a block character for the mean of each period, a blank without a value."""
    return "".join(
        " " if value is None else _BLOCKS[min(max(int(value + 0.5), 1), 5) - 1]
        for value in _by_period(dated, along)
    )


def period_figures(dated: DatedValues, along: Sequence[Period], words: Words = ENGLISH) -> str:
    """The means of the periods as digits, for plain mode; `-` without a value."""
    return " ".join(
        "-" if value is None else words.number(value) for value in _by_period(dated, along)
    )


def _by_period(dated: DatedValues, along: Sequence[Period]) -> list[float | None]:
    means: list[float | None] = []
    pairs = list(zip(dated.dates, dated.values, strict=True))
    for period in along:
        values = [value for day, value in pairs if day in period]
        means.append(mean(values) if values else None)
    return means


_PERIODS = 13
"""Periods in a row and in plain figures: the weeks of a quarter."""

_TABLE = 72
"""Columns from which a row is one line."""

_RIGHT = 2 + _PERIODS + 2 + 9 + 2 + 3 + 2
"""Columns between the name and the verdict: chart, thirds, n, with two blanks beside each."""


def figure_text(figure: SeriesFigure, layout: Layout) -> list[Line]:
    """Chart, thirds, verdict and caveats; in plain mode digits in place of the chart."""
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
        return []  # the verdict has the values
    most = _PERIODS if layout.plain else layout.width - 2
    along = period_axis(series.first, series.last, figure.rhythm, most)
    if layout.plain:
        words, shown = figure.sentences, len(along)
        key = f"figure.newest.{figure.unit}.{'one' if shown == 1 else 'many'}"
        sentence = words(key, n=shown, figures=period_figures(series.dated, along, words))
        return wrapped(sentence, layout.width, indent=2)
    return [(Span("  "), Span(sparkline(series.dated, along), "chart"))]


def rows_text(block: SeriesRows, layout: Layout) -> list[Line]:
    """A line for each series; several lines in narrow layouts and plain mode."""
    along = period_axis(block.first, block.last, block.rhythm, _PERIODS)
    lines = wrapped(_legend(block, plain=layout.plain), layout.width, style="dim", indent=2)
    for row in block.rows:
        if layout.plain:
            lines += wrapped(
                _sentences(row, along, block.sentences), layout.width, indent=2, hanging=2
            )
            continue
        lines += _row(row, along, layout, block.sentences)
        if row.note and not row.shown_above:
            lines += wrapped(row.note, layout.width, style="dim", indent=4)
    if high := [row.name for row in block.rows if row.high]:
        sentence = block.sentences("figure.little-room-of", names="; ".join(high))
        lines += wrapped(sentence, layout.width, style="dim", indent=2)
    return lines


def _legend(block: SeriesRows, *, plain: bool) -> str:
    return block.sentences(
        f"figure.legend{'-plain' if plain else ''}.{block.unit}",
        n=_PERIODS,
        lowest=block.scale.label(1),
        highest=block.scale.label(5),
    )


def _row(row: SeriesRow, along: Sequence[Period], layout: Layout, words: Words) -> Iterator[Line]:
    series = row.series
    verdict = Span(short_verdict(series, words), "strong" if series.claims else "dim")
    if row.shown_above:
        verdict = Span(words("figure.focus-above"), "dim")
    chart = padded(sparkline(series.dated, along), _PERIODS)
    figures = f"  {_arrow(series, words):9}  {series.n:3}"
    if layout.width < _TABLE:
        yield from wrapped(row.name, layout.width, indent=2)
        yield (Span(f"    {chart}", "chart"), Span(figures))
        yield (Span("    "), verdict)
        return
    width = layout.width - _RIGHT - cells(words("short.none"))  # what most rows say
    name, *more = broken(row.name, width - 2)
    name = padded(f"  {name}", width)
    yield (Span(name), Span(f"  {chart}", "chart"), Span(f"{figures}  "), verdict)
    yield from ((Span(f"  {piece}"),) for piece in more)


def _sentences(row: SeriesRow, along: Sequence[Period], words: Words) -> str:
    series, sentence = row.series, f"{capital(short_verdict(row.series, words))}."
    if row.shown_above:
        return words("figure.named-focus-above", name=row.name)
    if not series.n:
        return f"{row.name}: {sentence}"
    newest = words("figure.newest-of-row", figures=period_figures(series.dated, along, words))
    return " ".join(
        filter(None, (f"{row.name}:", thirds(series, words), sentence, row.note, newest))
    )


def _arrow(series: Series, words: Words) -> str:
    return " → ".join(words.figure(third.mean) for third in series.thirds or ())


_MARKS: dict[State, str] = {"held": "■", "excused": "–", "none": "·"}
_LABEL = 8
_MONTHS_AT = (0, 4, 8, 13, 17, 22, 26, 30, 35, 39, 43, 48)
"""Where the names of the months begin above a row of 53 weeks."""


def _month_names(words: Words) -> str:
    line = ""
    for at, number in zip(_MONTHS_AT, range(1, 13), strict=True):
        line = padded(line, at) + words.short_month(date(2000, number, 1))
    return line


def weeks_text(figure: WeeksFigure, layout: Layout) -> list[Line]:
    """The weeks from the first sitting to the last as marks; plain mode counts them."""
    if layout.plain:
        return wrapped(weeks_in_words(figure), layout.width, indent=2)
    states = {week.state for week in figure.weeks}
    words, unit = figure.sentences, figure.unit
    signs = {"square": True, "dash": "excused" in states, "dot": "none" in states}
    legend = ", ".join(
        words(f"weeks.{sign}.{unit}") for sign, is_there in signs.items() if is_there
    )
    lines = wrapped(f"{legend}.", layout.width, style="dim", indent=2)
    most = PERIODS_A_YEAR[figure.rhythm]
    across = most if most + _LABEL <= layout.width else (most + 1) // 2
    if across == most == PERIODS_A_YEAR["weekly"]:
        lines.append((Span(" " * _LABEL), Span(_month_names(words), "dim")))
    for year, row in by_year(figure.weeks).items():
        marks = "".join(_MARKS[row[n].state] if n in row else " " for n in range(most))
        pieces = [marks[start : start + across].rstrip() for start in range(0, most, across)]
        labelled = f"  {year:<{_LABEL - 2}}"
        for piece in filter(None, pieces):
            lines.append((Span(labelled), Span(piece, "chart")))
            labelled = " " * _LABEL
    return lines
