"""The facts of a page, without its texts: all that trends need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - `date` is a field
from typing import NamedTuple

from learnlead.sitting.mark import Count, Mark, Outcome


class PlanLine(NamedTuple):
    """The plan made on a page, as its task line reads now.

    `box` is the character between the brackets: blank for open, `x` for done, `/` for partly, `-`
    for not done, cue never came or dropped. `kept` is the stem of the plan that it carries on.
    """

    behaviour: str
    cue: str
    action: str
    due: Date | None = None
    kept: str | None = None
    box: str = " "


class Review(NamedTuple):
    """The outcome of an earlier plan; `plan` is that plan's stem."""

    plan: str
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Sitting:
    """The facts of one page.

    Attributes:
        stem: the file name without `.md`; the id of its plan.
        file: path relative to the workspace.
        live: the relationships live that week, including those of its moments; None if unknown.
        moments: the relationship of each moment, in order.
        ratings: as in `Reflection.ratings`.
        count: as in `Reflection.count`.
        evidence: the behaviours that have a text under their heading.
    """

    stem: str
    file: str
    date: Date
    rubric: str
    rubric_version: int | None = None
    depth: str = "standard"
    focus: str | None = None
    focus_notice: str | None = None
    live: tuple[str, ...] | None = None
    moments: tuple[str, ...] = ()
    ratings: Mapping[str, Mark | Mapping[str, Mark]] = field(default_factory=dict)
    count: Mapping[str, Count] = field(default_factory=dict)
    evidence: frozenset[str] = frozenset()
    reviews: tuple[Review, ...] = ()
    plan: PlanLine | None = None


class ListedPage(NamedTuple):
    """A page in a list: its facts, and the first words of a moment, else of its insight."""

    sitting: Sitting
    first_words: str
