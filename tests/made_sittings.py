"""Sittings for tests of trends, without the pages they would come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from learnlead.page.facts import PlanLine, Review, Sitting
from learnlead.rubric.model import Rubric
from learnlead.sitting.mark import Outcome

BEGUN = date(2026, 1, 2)
"""A Friday."""

Marks = Mapping[str, Any]
"""By behaviour a `Mark`, or marks by relationship."""


def small_rubric(*behaviours: str, **keys: object) -> Rubric:
    """A rubric of these behaviours; `own-own` belongs to the relationship `own` alone."""
    ids = behaviours or ("asking", "listening", "own-own")
    return Rubric.model_validate(
        {
            "learnlead-rubric": 1,
            "id": "small",
            "version": 1,
            "title": "Small",
            "scale": {
                "kind": "frequency",
                "labels": ["never", "rarely", "half", "mostly", "always"],
            },
            "relationships": [
                {"id": "own", "name": "Own", "sentence": "I helped someone learn"},
                {"id": "peer", "name": "Peer", "sentence": "A peer and I learned"},
            ],
            "behaviours": [
                {
                    "id": behaviour,
                    "name": behaviour.capitalize(),
                    "i": "act",
                    "opportunity": "made",
                    "relationship": "own" if behaviour == "own-own" else "all",
                }
                for behaviour in ids
            ],
            **keys,
        }
    )


def sitting(on: date | int, ratings: Marks | None = None, **more: object) -> Sitting:
    """A sitting of the small rubric; a number is weeks after `BEGUN`."""
    day = on if isinstance(on, date) else BEGUN + timedelta(weeks=on)
    facts: dict[str, object] = {
        "stem": f"{day}-small",
        "date": day,
        "rubric": "small",
        "rubric_version": 1,
        "ratings": ratings or {},
        **more,
    }
    facts.setdefault("file", f"journals/{facts['stem']}.md")
    return Sitting(**facts)  # type: ignore[arg-type]  # a test names only the facts it is about


def weekly(values: Sequence[int], behaviour: str = "asking", **more: object) -> list[Sitting]:
    """One sitting a week, with one behaviour rated."""
    return [sitting(week, {behaviour: value}, **more) for week, value in enumerate(values)]


def plan(due: int | None = None, *, box: str = " ", kept: str | None = None) -> PlanLine:
    """A plan line; `due` is weeks after `BEGUN`."""
    day = None if due is None else BEGUN + timedelta(weeks=due)
    return PlanLine("asking", "someone is stuck", "ask first", day, kept, box)


def review(stem: str, outcome: Outcome | None) -> tuple[Review, ...]:
    """The look-back of a sitting on one plan."""
    return (Review(stem, outcome),)
