"""What every JSON answer is made of: attributes under their own names, and problems."""

from __future__ import annotations

from datetime import date

from learnlead.errors import Problem


def attributes(value: object, *names: str) -> dict[str, object]:
    """These of its attributes, in that order: days as text, tuples as lists, all else as it is.

    The schemas hold every key, and a test holds every answer to its schema: an attribute that has
    got another name is found there, and its key stays.
    """
    return {name: _as_json(getattr(value, name)) for name in names}


def _as_json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def problem_json(problem: Problem) -> dict[str, object]:
    """Where it is and what to do; the line is None when the whole file is meant."""
    return attributes(problem, "file", "line", "message", "remedy")
