"""Findings: the kinds of statements about trends, and the facts of each; reports word them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

FindingKind = Literal[
    "rising",
    "falling",
    "above-the-rest",
    "below-the-rest",
    "taken-back",
    "stuck-plan",
    "stuck-cue",
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
"""The kinds of statements. Only the first four claim a change; they rest on a look."""

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
        on: the date of an unusual week, of the look that called what is taken back, or the last
            date before a silence, if there is one.
        others: for how many other subjects it holds, which have no finding of their own; of a
            silent relationship, the behaviours that had no opportunity since they belong to it.
    """

    kind: FindingKind
    subject: str
    pages: tuple[str, ...]
    n: int
    count: int | None = None
    on: date | None = None
    others: int = 0

    @property
    def strength(self) -> bool:
        """Whether it says what goes well."""
        return self.kind in STRENGTHS
