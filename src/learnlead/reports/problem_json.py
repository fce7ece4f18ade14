"""A problem as every JSON answer tells it."""

from __future__ import annotations

from learnlead.errors import Problem


def problem_json(problem: Problem) -> dict[str, object]:
    """Where it is and what to do; the line is None when the whole file is meant."""
    return {
        "file": problem.file,
        "line": problem.line,
        "message": problem.message,
        "remedy": problem.remedy,
    }
