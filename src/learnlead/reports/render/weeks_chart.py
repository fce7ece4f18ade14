"""SVG chart of the weeks of a journal: a row a year, a shape for each kind of week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from learnlead.reports.document import WeeksFigure
from learnlead.reports.render.svg import drawing, element, percent
from learnlead.trends.periods import PERIODS_A_YEAR, Week, by_year

_LEFT = 0.09
_ROW, _TOP = 30, 24
_SIDE = 14


def weeks_chart(figure: WeeksFigure, *, about: str) -> Markup:
    """The chart of the weeks from the first sitting to the last."""
    words, unit, years = figure.sentences, figure.unit, by_year(figure.weeks)
    across = PERIODS_A_YEAR[figure.rhythm]
    shapes: list[Markup] = []
    for index in range(12):
        name = words.short_month(date(2000, index + 1, 1))
        at = percent(_LEFT + (1 - _LEFT) * (index + 0.5) / 12)
        shapes.append(element("text", name, x=at, y=_TOP - 10, class_="tick"))
    for row, (year, of_year) in enumerate(years.items()):
        top = _TOP + row * _ROW
        shapes.append(element("text", str(year), x="0%", y=top + _SIDE - 2, class_="year"))
        shapes += (shape for week in of_year.values() for shape in _shape(week, across, top))
    states = Counter(week.state for week in figure.weeks)
    held, off = (words.counted(states[state], f"unit.{unit}") for state in ("held", "excused"))
    return drawing(
        *shapes,
        height=_TOP + _ROW * len(years),
        title=words(f"trends.your.{unit}"),
        description=words("weeks.from-to", held=held, off=off),
        about=about,
        class_="chart",
    )


def _shape(week: Week, across: int, top: float) -> Iterator[Markup]:
    """A filled square if held, an empty one if off, else a dot; readable without colour."""
    wide = (1 - _LEFT) / across
    left = _LEFT + week.place * wide
    if week.state == "none":
        middle = percent(left + wide / 2)
        yield element("circle", cx=middle, cy=top + _SIDE / 2, r=1.5, class_="blank")
        return
    yield element(
        "rect",
        x=percent(left + 0.12 * wide),
        y=top,
        width=percent(0.76 * wide),
        height=_SIDE,
        rx=2,
        class_=week.state,
    )
