"""A heat strip: a mark a week, a row a year."""

from __future__ import annotations

from learnlead.reports.document import WeeksFigure
from learnlead.reports.lines import Layout, Line, Span, wrapped
from learnlead.reports.render.in_words import weeks_in_words
from learnlead.trends.weeks import A_YEAR, State, by_year

_MARKS: dict[State, str] = {"held": "■", "excused": "–", "none": "·"}
_LABEL = 8
_MONTHS = "Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov  Dec"
"""Where the months begin in a row of 53 weeks."""


def weeks_text(figure: WeeksFigure, layout: Layout) -> list[Line]:
    """The weeks from the first sitting to the last; plain lines count them."""
    if layout.plain:
        return wrapped(weeks_in_words(figure), layout.width, indent=2)
    states = {week.state for week in figure.weeks}
    unit = figure.unit
    legend = f"A square is a {unit} with a sitting"
    legend += f", a dash a {unit} off" if "excused" in states else ""
    legend += f", a dot a {unit} without." if "none" in states else "."
    lines = wrapped(legend, layout.width, style="dim", indent=2)
    most = A_YEAR[figure.rhythm]
    across = most if most + _LABEL <= layout.width else (most + 1) // 2
    if across == most == A_YEAR["weekly"]:
        lines.append((Span(" " * _LABEL), Span(_MONTHS, "dim")))
    for year, row in by_year(figure.weeks).items():
        marks = "".join(_MARKS[row[n].state] if n in row else " " for n in range(most))
        pieces = [marks[start : start + across].rstrip() for start in range(0, most, across)]
        labelled = f"  {year:<{_LABEL - 2}}"
        for piece in filter(None, pieces):
            lines.append((Span(labelled), Span(piece, "chart")))
            labelled = " " * _LABEL
    return lines
