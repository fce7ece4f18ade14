"""Parts of every JSON result: attributes under their own names, and problems."""

from __future__ import annotations

from datetime import date

from learnlead.errors import Problem


def attributes(value: object, *names: str) -> dict[str, object]:
    """These attributes of the value, in that order; dates as ISO text, tuples as lists.

    The names are JSON keys: an attribute that is renamed keeps its key (a test checks the schemas).
    """
    return {name: _as_json(getattr(value, name)) for name in names}


def _as_json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def problem_json(problem: Problem) -> dict[str, object]:
    """The problem as JSON; the line is None if it concerns the whole file."""
    return attributes(problem, "file", "line", "message", "remedy")
