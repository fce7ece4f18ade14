"""A problem as every JSON answer tells it."""

from __future__ import annotations

from learnlead.errors import Problem
from learnlead.reports.attributes import attributes


def problem_json(problem: Problem) -> dict[str, object]:
    """Where it is and what to do; the line is None when the whole file is meant."""
    return attributes(problem, "file", "line", "message", "remedy")
