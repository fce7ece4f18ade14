"""The first lines of a report: how much was held, and what the focus is called."""

from __future__ import annotations

from learnlead.reports.words import counted, day, span
from learnlead.trends.focus import Focus
from learnlead.trends.model import Trends
from learnlead.trends.window import WIDTH


def nothing(trends: Trends) -> str:
    """That there is no sitting: in the whole journal, or in this period alone."""
    if trends.newest is None:
        return "No sittings to show yet."
    return f"No sitting lies in this period; the newest in your journal is of {day(trends.newest)}."


def held(trends: Trends) -> str:
    """`39 sittings held, 5 weeks off, 7 November 2025 to 6 November 2026`.

    In how many weeks is said where there were several in one: "39 in 39 weeks" would read as if
    none had been without, and "39 of 53" like a reproach.
    """
    said = counted(trends.sittings, "sitting") + " held"
    if 1 < trends.cadence.held < trends.sittings:
        said += f" in {counted(trends.cadence.held, trends.cadence.unit)}"
    if trends.cadence.excused:
        said += f", {counted(trends.cadence.excused, trends.cadence.unit)} off"
    if trends.first is not None and trends.last is not None:
        said += f", {span(trends.first, trends.last)}"
    dates = trends.window.dates
    if len(dates) == WIDTH and trends.first is not None and trends.first < dates[0]:
        said += f"; what is judged are the newest {WIDTH}, since {day(dates[0])}"
    return said


def focus_name(trends: Trends, focus: Focus) -> str:
    """The name of the focus; its id where the rubric no longer has it."""
    behaviour = trends.rubric.behaviour(focus.behaviour)
    return focus.behaviour if behaviour is None else behaviour.name
