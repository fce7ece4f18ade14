"""Two periods compared, for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learnlead.errors import Problem
from learnlead.journal.week import Period
from learnlead.reports.attributes import attributes
from learnlead.reports.problem_json import problem_json
from learnlead.trends.compare import Comparison, Pair
from learnlead.trends.middle import Middle

COMPARE = "learnlead/compare/1"
"""The schema's name; `schemas/compare-1.json` describes it."""


def compare_json(found: Comparison, today: date, problems: Sequence[Problem]) -> dict[str, object]:
    """What `compare_text` shows. A figure that does not exist is None."""
    return {
        "schema": COMPARE,
        "rubric": found.rubric.id,
        "rubric_version": found.rubric.version,
        "generated_on": today.isoformat(),
        "before": _period(found.before, found.held[0]),
        "after": _period(found.after, found.held[1]),
        **attributes(found, "apart", "older", "focus"),
        "composite": _pair(found.overall),
        "behaviours": [
            {"id": behaviour.id, "name": behaviour.name, **_pair(pair)}
            for behaviour, pair in found.behaviours
        ],
        "problems": [problem_json(problem) for problem in problems],
    }


def _period(period: Period, held: int) -> dict[str, object]:
    return {
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "sittings": held,
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "before": _side(pair.before),
        "after": _side(pair.after),
        "nap": pair.nap,
        "enough": pair.enough,
    }


def _side(side: Middle) -> dict[str, object]:
    return {"n": side.n, "median": side.median}
