"""Finding: a statement of the summariser, with what it rests on; its words are made in reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from learnlead.trends.stats.theil_sen import Interval

FindingKind = Literal[
    "rising",
    "falling",
    "stuck-plan",
    "stuck-obstacle",
    "unusual-week",
    "silent-relationship",
    "none-made",
    "theme",
    "no-evidence",
    "no-opportunity",
    "same-again",
    "plans-done",
    "plan-kept",
    "evidence-rich",
    "always-made",
    "steady-high",
]
"""What is stated. Only `rising` and `falling` claim that ratings changed, each with a verdict."""

STRENGTHS: frozenset[FindingKind] = frozenset(
    {"rising", "plans-done", "plan-kept", "evidence-rich", "always-made", "steady-high"}
)
"""The kinds that say what goes well."""

COMPOSITE = "composite"
"""The subject of what is said of all ratings together; no behaviour may have this name's place."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement, and the facts of its sentence.

    Attributes:
        kind: what is stated.
        subject: of what: the id of a behaviour or of a relationship, `composite`, the id of a
            plan, or the term of a theme or an obstacle.
        pages: the stems of the pages it rests on, in the order of dates.
        n: how many sittings (of plans: plans) were looked at.
        count: in how many of them it is so; None where all are meant.
        on: the date of an unusual week, or the last one before a silence; None where there is none.
        interval: of the slope a week, corrected; only claims about the composite have one.
        others: how many other subjects it is so of, without a finding each.
        focus: whether it is about the focus, counted from the day it was declared.
    """

    kind: FindingKind
    subject: str
    pages: tuple[str, ...]
    n: int
    count: int | None = None
    on: date | None = None
    interval: Interval | None = None
    others: int = 0
    focus: bool = False

    @property
    def strength(self) -> bool:
        """Whether it says what goes well."""
        return self.kind in STRENGTHS
