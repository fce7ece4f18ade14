"""Trends for a person: the focus first, then the rest, calm and without more than is known."""

from __future__ import annotations

from learnlead.own_name import as_typed
from learnlead.reports.headline import focus_name, held, nothing
from learnlead.reports.lines import Layout, Line, Span, made_harmless, wrapped
from learnlead.reports.text_behaviours import behaviours_text
from learnlead.reports.text_bet import bet_text
from learnlead.reports.text_coverage import absences_text, apart_text, relationships_text
from learnlead.reports.text_findings import findings_text
from learnlead.reports.text_grid import grid_text
from learnlead.reports.text_heat import heat_text
from learnlead.reports.text_plans import plans_text
from learnlead.reports.text_series import series_text
from learnlead.reports.text_themes import themes_text
from learnlead.reports.words import NOT_NO_CHANGE, day
from learnlead.trends.model import Trends
from learnlead.trends.verdict import FIRST_VERDICT

_NARROWEST, _WIDEST = 36, 100
"""Below, lines are no shorter; above, no longer: long lines are hard to read."""


def trends_text(
    trends: Trends, *, width: int = 80, plain: bool = False, everything: bool = False
) -> list[Line]:
    """The trends of one rubric.

    While there are fewer than twelve sittings plans and own words come before every verdict but
    that on the focus. A section that has nothing to say is left out.

    Args:
        trends: of one rubric.
        width: of the screen, in columns.
        plain: figures and sentences in place of blocks and tables.
        everything: all findings and themes, not only the first few.
    """
    layout = Layout(min(max(width, _NARROWEST), _WIDEST), plain)
    if not trends.sittings:
        return made_harmless(_nothing_yet(trends, layout))
    figures = [
        *_overall_and_behaviours(trends, layout),
        ("What the ratings leave out", absences_text(trends, layout)),
        ("With whom", relationships_text(trends, layout)),
        ("In which relationship", grid_text(trends, layout)),
        (f"Your {trends.cadence.unit}s", heat_text(trends, layout)),
        ("Set apart", apart_text(trends, layout)),
    ]
    early = len(trends.window.dates) < FIRST_VERDICT
    words = [
        ("Plans", plans_text(trends, layout, closed=early)),
        ("In your own words", themes_text(trends, layout, all_of_them=everything)),
    ]
    sections = [
        ("What stands out", findings_text(trends, layout, all_of_them=everything)),
        *(words + figures if early else figures + words),
    ]
    lines = [*_top(trends, layout), *_focus(trends, layout), *bet_text(trends, layout)]
    for heading, body in sections:
        if body:
            lines += [(), (Span(heading, "heading"),), *body]
    return made_harmless(lines)


def _nothing_yet(trends: Trends, layout: Layout) -> list[Line]:
    said = nothing(trends)
    if trends.newest is None:
        said += as_typed(
            " Hold one with `learnlead reflect`: it takes about twelve minutes, and the page is "
            "yours."
        )
    return [
        *wrapped(trends.rubric.title, layout.width, style="title"),
        *wrapped(said, layout.width),
    ]


def _top(trends: Trends, layout: Layout) -> list[Line]:
    return [
        *wrapped(trends.rubric.title, layout.width, style="title"),
        *wrapped(held(trends), layout.width, style="dim"),
    ]


def _focus(trends: Trends, layout: Layout) -> list[Line]:
    if trends.focus is None:
        return []
    focus = trends.focus.focus
    name = focus_name(trends, focus)
    lines: list[Line] = [(), *wrapped(f"Your focus: {name}", layout.width, style="heading")]
    if focus.notice is not None:
        lines += wrapped(f"Someone else would notice: {focus.notice}", layout.width, indent=2)
    lines += wrapped(f"Since {day(focus.since)}", layout.width, style="dim", indent=2)
    return lines + series_text(trends, trends.focus.series, f"your own rating of {name}", layout)


def _overall_and_behaviours(trends: Trends, layout: Layout) -> list[tuple[str, list[Line]]]:
    if not trends.rubric.behaviours:
        return []
    composite = trends.composite
    overall = series_text(trends, composite, "your overall rating", layout)
    behaviours = behaviours_text(trends, layout)
    shown = [composite, *(one.series for one in trends.behaviours)]
    if trends.focus is not None:
        shown.append(trends.focus.series)
    if any(series.verdict == "no-trend-detected" for series in shown):
        at = overall if composite.verdict == "no-trend-detected" else behaviours
        at += wrapped(NOT_NO_CHANGE, layout.width, style="dim", indent=2)
    return [("Overall", overall), ("Behaviours", behaviours)]
