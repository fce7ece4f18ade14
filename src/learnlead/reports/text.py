"""Trends for a person: the focus first, then the rest, calm and without more than is known."""

from __future__ import annotations

from learnlead.reports.lines import Layout, Line, Span, Style, made_harmless, wrapped
from learnlead.reports.sparkline import axis, blocks, digits
from learnlead.reports.text_behaviours import behaviours_text
from learnlead.reports.text_coverage import absences_text, apart_text, relationships_text
from learnlead.reports.text_plans import plans_text
from learnlead.reports.words import (
    NOT_NO_CHANGE,
    caveats,
    counted,
    day,
    monthly_change,
    span,
    thirds,
    verdict,
)
from learnlead.trends.model import Trends
from learnlead.trends.series import Series
from learnlead.trends.verdict import FIRST_VERDICT

_NARROWEST, _WIDEST = 36, 100
"""Below, lines are no shorter; above, no longer: long lines are hard to read."""

_PLAIN_PERIODS = 13


def trends_text(trends: Trends, *, width: int = 80, plain: bool = False) -> list[Line]:
    """The trends of one rubric.

    While there are fewer than twelve sittings the plans come before every verdict but that on the
    focus. A section that has nothing to say is left out.

    Args:
        trends: of one rubric.
        width: of the screen, in columns.
        plain: figures and sentences in place of blocks and tables.
    """
    layout = Layout(min(max(width, _NARROWEST), _WIDEST), plain)
    if not trends.sittings:
        return made_harmless(_nothing_yet(trends, layout))
    sections = [
        ("Overall", _overall(trends, layout)),
        ("Behaviours", behaviours_text(trends, layout)),
        ("What the ratings leave out", absences_text(trends, layout)),
        ("With whom", relationships_text(trends, layout)),
        ("Set apart", apart_text(trends, layout)),
    ]
    early = len(trends.window.dates) < FIRST_VERDICT
    sections.insert(0 if early else 4, ("Plans", plans_text(trends, layout, closed=early)))
    lines = [*_top(trends, layout), *_focus(trends, layout)]
    for heading, body in sections:
        if body:
            lines += [(), (Span(heading, "heading"),), *body]
    return made_harmless(lines)


def _nothing_yet(trends: Trends, layout: Layout) -> list[Line]:
    return [
        *wrapped(trends.rubric.title, layout.width, style="title"),
        *wrapped(
            "No sittings to show yet. Hold one with `learnlead reflect`: it takes about twelve "
            "minutes, and the page is yours.",
            layout.width,
        ),
    ]


def _top(trends: Trends, layout: Layout) -> list[Line]:
    held = counted(trends.sittings, "sitting") + " held"
    if trends.cadence.held > 1:
        held += f" in {counted(trends.cadence.held, trends.cadence.unit)}"
    if trends.first is not None and trends.last is not None:
        held += f", {span(trends.first, trends.last)}"
    return [
        *wrapped(trends.rubric.title, layout.width, style="title"),
        *wrapped(held, layout.width, style="dim"),
    ]


def _focus(trends: Trends, layout: Layout) -> list[Line]:
    if trends.focus is None:
        return []
    focus = trends.focus.focus
    behaviour = trends.rubric.behaviour(focus.behaviour)
    name = focus.behaviour if behaviour is None else behaviour.name
    lines: list[Line] = [(), *wrapped(f"Your focus: {name}", layout.width, style="heading")]
    if focus.notice is not None:
        lines += wrapped(f"Someone else would notice: {focus.notice}", layout.width, indent=2)
    lines += wrapped(f"Since {day(focus.since)}", layout.width, style="dim", indent=2)
    return lines + _series(trends, trends.focus.series, f"your own rating of {name}", layout)


def _overall(trends: Trends, layout: Layout) -> list[Line]:
    if not trends.rubric.behaviours:
        return []
    lines = _series(trends, trends.composite, "your overall rating", layout)
    shown = [trends.composite, *(one.series for one in trends.behaviours)]
    if trends.focus is not None:
        shown.append(trends.focus.series)
    if any(series.verdict == "no-trend-detected" for series in shown):
        lines += wrapped(NOT_NO_CHANGE, layout.width, style="dim", indent=2)
    return lines


def _series(trends: Trends, series: Series, subject: str, layout: Layout) -> list[Line]:
    """Chart, thirds, verdict and caveats."""
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
