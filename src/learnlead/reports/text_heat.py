"""A heat strip: a mark a week, a row a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from learnlead.reports.lines import Layout, Line, Span, wrapped
from learnlead.reports.words import counted
from learnlead.trends.model import Trends
from learnlead.trends.weeks import A_YEAR, State, Week, by_year, weeks

_MARKS: dict[State, str] = {"held": "■", "excused": "–", "none": "·"}
_LABEL = 8
_MONTHS = "Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov  Dec"
"""Where the months begin in a row of 53 weeks."""


def heat_text(trends: Trends, layout: Layout) -> list[Line]:
    """The weeks from the first sitting to the last; empty while there is only one."""
    found = weeks([page.date for page in trends.pages], trends.rubric.rhythm, trends.away)
    if len(found) < 2:
        return []
    unit, years = trends.cadence.unit, by_year(found)
    if layout.plain:
        said = (f"{year}: {_said(row, unit)}." for year, row in years.items())
        return wrapped(" ".join(said), layout.width, indent=2)
    states = {week.state for week in found}
    legend = f"A square is a {unit} with a sitting"
    legend += f", a dash a {unit} off" if "excused" in states else ""
    legend += f", a dot a {unit} without." if "none" in states else "."
    lines = wrapped(legend, layout.width, style="dim", indent=2)
    most = A_YEAR[trends.rubric.rhythm]
    across = most if most + _LABEL <= layout.width else (most + 1) // 2
    if across == most == A_YEAR["weekly"]:
        lines.append((Span(" " * _LABEL), Span(_MONTHS, "dim")))
    for year, row in years.items():
        marks = "".join(_MARKS[row[n].state] if n in row else " " for n in range(most))
        pieces = [marks[start : start + across].rstrip() for start in range(0, most, across)]
        labelled = f"  {year:<{_LABEL - 2}}"
        for piece in filter(None, pieces):
            lines.append((Span(labelled), Span(piece, "chart")))
            labelled = " " * _LABEL
    return lines


def _said(row: Mapping[int, Week], unit: str) -> str:
    states = Counter(week.state for week in row.values())
    said = f"{counted(states['held'], unit)} held"
    return f"{said}, {states['excused']} off" if states["excused"] else said
