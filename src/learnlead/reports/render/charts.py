"""SVG charts of series on a time axis: a dot a value, bars for the means of two thirds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from learnlead.i18n.words import ENGLISH, Words
from learnlead.reports.document import SeriesFigure, SeriesRow, SeriesRows
from learnlead.reports.render.svg import drawing, element, percent
from learnlead.reports.verdicts.words import short_verdict, thirds
from learnlead.reports.words import capital
from learnlead.rubric.model import Scale
from learnlead.trends.series import Series
from learnlead.trends.stats.averages import median

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 24000)
"""Possible months between two labels; the last one suits the whole range of `date`."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Maps dates to horizontal positions from `left` to `right`, as fractions of the width."""

    first: date
    last: date
    left: float = 0.0
    right: float = 1.0

    def place(self, day: date) -> float:
        """The position of the date, as a fraction of the width; the middle for a single date."""
        days = (self.last - self.first).days
        part = (day - self.first).days / days if days else 0.5
        return self.left + part * (self.right - self.left)

    def names(self, words: Words = ENGLISH, most: int = 7) -> Iterator[tuple[date, str]]:
        """At most `most` first days of months with a label: the month, or the year in January."""
        months = _index(self.last) - _index(self.first) + 1
        step = next(step for step in _STEPS if months / step <= most)
        start = -(-_index(self.first) // step) * step
        for month_index in range(start, _index(self.last) + 1, step):
            when = date(month_index // 12, month_index % 12 + 1, 1)
            if when < self.first:
                continue
            yield when, str(when.year) if step >= 12 or when.month == 1 else words.short_month(when)


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


_LEFT, _RIGHT = 0.07, 0.97
_TOP, _STEP, _FOOT = 26, 38, 34
_TALL = _TOP + 4 * _STEP + _FOOT
_SMALL_TOP, _SMALL_STEP = 9, 10
_SMALL = 2 * _SMALL_TOP + 4 * _SMALL_STEP
_BROKEN = 3.5
"""Median gaps without a value after which the line between two dots is broken."""

_NAME = 0.04
"""Half the width of a label, with some space, as a fraction of the width."""


def series_chart(figure: SeriesFigure, *, about: str) -> Markup:
    """A large chart of one series, with scale and months; empty without a value.

    Args:
        figure: with the series.
        about: a unique id on the page.
    """
    series = figure.series
    if series.first is None or series.last is None:
        return Markup("")
    axis = TimeAxis(series.first, series.last, _LEFT, _RIGHT)
    return drawing(
        *_scale_lines(),
        *_months(axis, figure.sentences),
        *_line(series, axis, _TOP, _STEP),
        *_thirds(series, axis, _TOP, _STEP),
        *_dots(series, axis, _TOP, _STEP, radius=3.6),
        *_signals(series, axis, figure.sentences),
        *_third_names(series, axis, figure.sentences),
        height=_TALL,
        title=capital(figure.subject),
        description=_description(series, figure.scale, figure.sentences),
        about=about,
        class_="chart",
    )


def row_chart(row: SeriesRow, rows: SeriesRows, *, about: str) -> Markup:
    """A small chart of one series, without labels, on the time axis of all rows."""
    axis = TimeAxis(rows.first, rows.last, 0.015, 0.985)
    return drawing(
        *(
            element("line", x1="0%", x2="100%", y1=y, y2=y, class_="rule")
            for y in (_height(5, _SMALL_TOP, _SMALL_STEP), _height(1, _SMALL_TOP, _SMALL_STEP))
        ),
        *_thirds(row.series, axis, _SMALL_TOP, _SMALL_STEP),
        *_dots(row.series, axis, _SMALL_TOP, _SMALL_STEP, radius=2.4),
        height=_SMALL,
        title=capital(rows.sentences("figure.own", name=row.name)),
        description=_description(row.series, rows.scale, rows.sentences),
        about=about,
        class_="chart",
    )


def _height(value: float, top: float, step: float) -> float:
    """The distance from the top in pixels; overall values beyond the scale are clamped."""
    return top + (5 - min(max(value, 1), 5)) * step


def _scale_lines() -> Iterator[Markup]:
    for value in range(1, 6):
        y = _height(value, _TOP, _STEP)
        yield element("line", x1=percent(_LEFT), x2="100%", y1=y, y2=y, class_="rule")
        yield element("text", str(value), x=percent(_LEFT / 2), y=y + 4, class_="tick")


def _months(axis: TimeAxis, words: Words) -> Iterator[Markup]:
    floor = _height(1, _TOP, _STEP)
    for day, name in axis.names(words):
        at = percent(axis.place(day))
        yield element("line", x1=at, x2=at, y1=floor, y2=floor + 6, class_="rule")
        yield element("text", name, x=at, y=floor + 22, class_="tick")


def _line(series: Series, axis: TimeAxis, top: float, step: float) -> Iterator[Markup]:
    """Lines between neighbouring values; long gaps stay open."""
    dated = series.dated
    gaps = [(after - before).days for before, after in pairwise(dated.dates)]
    longest = median(gaps) * _BROKEN if gaps else 0
    points = list(zip(dated.dates, dated.values, strict=True))
    for (day, value), (next_day, next_value) in pairwise(points):
        if (next_day - day).days <= longest:
            yield element(
                "line",
                x1=percent(axis.place(day)),
                y1=_height(value, top, step),
                x2=percent(axis.place(next_day)),
                y2=_height(next_value, top, step),
                class_="path",
            )


def _dots(
    series: Series, axis: TimeAxis, top: float, step: float, *, radius: float
) -> Iterator[Markup]:
    for day, value in zip(series.dated.dates, series.dated.values, strict=True):
        at = percent(axis.place(day))
        yield element("circle", cx=at, cy=_height(value, top, step), r=radius, class_="dot")


def _thirds(series: Series, axis: TimeAxis, top: float, step: float) -> Iterator[Markup]:
    for first, last, mean in _third_spans(series):
        y = _height(mean, top, step)
        yield element(
            "line",
            x1=percent(axis.place(first)),
            x2=percent(axis.place(last)),
            y1=y,
            y2=y,
            class_="third",
        )


def _third_names(series: Series, axis: TimeAxis, words: Words) -> Iterator[Markup]:
    for first, last, mean in _third_spans(series):
        middle = (axis.place(first) + axis.place(last)) / 2
        y = _height(mean, _TOP, _STEP) + (-10 if _freer_above(series, axis, middle, mean) else 22)
        for class_ in ("halo", "mean"):  # the halo separates the label from dots and lines
            yield element("text", words.figure(mean), x=percent(middle), y=y, class_=class_)


def _freer_above(series: Series, axis: TimeAxis, at: float, mean: float) -> bool:
    """Whether a label at that position hides no more dots above the bar than below it."""
    near = [
        value
        for day, value in zip(series.dated.dates, series.dated.values, strict=True)
        if abs(axis.place(day) - at) < _NAME
    ]
    above = sum(mean < value < mean + 1 for value in near)
    return above <= sum(mean - 1 < value <= mean for value in near)


def _third_spans(series: Series) -> list[tuple[date, date, float]]:
    """First date, last date and mean of both thirds; empty before the first look."""
    if series.thirds is None:
        return []
    dates, size = series.dated.dates, series.n // 3
    before, after = series.dated.values[:size], series.dated.values[-size:]
    return [
        (dates[0], dates[size - 1], sum(before) / size),
        (dates[-size], dates[-1], sum(after) / size),
    ]


def _signals(series: Series, axis: TimeAxis, words: Words) -> Iterator[Markup]:
    """A ring and a label at each unusual value."""
    for signal in series.signals:
        at, y = percent(axis.place(signal.date)), _height(signal.value, _TOP, _STEP)
        yield element("circle", cx=at, cy=y, r=8, class_="signal")
        yield element("text", words("figure.unusual"), x=at, y=y + 22, class_="tick")


def _description(series: Series, scale: Scale, words: Words) -> str:
    if series.first is None or series.last is None:
        return words("figure.no-rating")
    described = words(
        "figure.described",
        values=words.counted(series.n, "figure.values"),
        span=words.span(series.first, series.last),
        lowest=scale.label(1),
        highest=scale.label(5),
        latest=words.number(series.latest or 0),
    )
    verdict = f"{capital(short_verdict(series, words))}."
    sentences = (described, thirds(series, words), verdict, words("figure.table-below"))
    return " ".join(filter(None, sentences))
