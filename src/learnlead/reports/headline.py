"""The first lines of a report: how much was held, and what the focus is called."""

from __future__ import annotations

from learnlead.reports.words import counted, span
from learnlead.trends.focus import Focus
from learnlead.trends.model import Trends


def held(trends: Trends) -> str:
    """`39 sittings held in 39 weeks, 5 weeks off, 7 November 2025 to 6 November 2026`."""
    said = counted(trends.sittings, "sitting") + " held"
    if trends.cadence.held > 1:
        said += f" in {counted(trends.cadence.held, trends.cadence.unit)}"
    if trends.cadence.excused:
        said += f", {counted(trends.cadence.excused, trends.cadence.unit)} off"
    if trends.first is not None and trends.last is not None:
        said += f", {span(trends.first, trends.last)}"
    return said


def focus_name(trends: Trends, focus: Focus) -> str:
    """The name of the focus; its id where the rubric no longer has it."""
    behaviour = trends.rubric.behaviour(focus.behaviour)
    return focus.behaviour if behaviour is None else behaviour.name
