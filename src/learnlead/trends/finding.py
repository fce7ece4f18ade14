"""Findings: the kinds of statements about trends, and the facts of each; reports word them."""

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
"""The kinds of statements. Only `rising` and `falling`, which rest on a verdict, claim a change."""

STRENGTHS: frozenset[FindingKind] = frozenset(
    {"rising", "plans-done", "plan-kept", "evidence-rich", "always-made", "steady-high"}
)
"""The kinds of statements about what goes well."""

COMPOSITE = "composite"
"""The subject of findings about all ratings together."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement, and the facts of its sentence.

    Attributes:
        kind: of the statement.
        subject: the id of a behaviour, relationship or plan, `composite`, or the term of a theme
            or an obstacle.
        pages: the stems of the pages it rests on, in the order of dates.
        n: the number of sittings (for plans: plans) examined.
        count: in how many of them it holds; None for all.
        on: the date of an unusual week, or the last date before a silence, if there is one.
        interval: the corrected interval of the slope a week, for claims about the composite.
        others: for how many other subjects it holds, which have no finding of their own.
        focus: whether it is about the focus, from the day it was declared.
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
