"""What a leader asks to export: which period, which relationship, which kinds of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from learnlead.coach.selection import ONLY_BY_NAME
from learnlead.rubric.model import Rubric
from learnlead.sitting.kinds import KINDS, Kind


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is to be exported.

    Attributes:
        first: the period's first day, `last` its last; None is no bound.
        relationship: only answers about this relationship; None is no bound.
        include: kinds to tick in addition to those ticked by default.
        may_leave: the kinds that the settings allow to be exported.
    """

    rubric: Rubric
    today: date
    away: Sequence[tuple[date, date]] = ()
    first: date | None = None
    last: date | None = None
    relationship: str | None = None
    include: frozenset[Kind] = frozenset()
    may_leave: frozenset[Kind] = frozenset(KINDS)

    @property
    def offered(self) -> frozenset[Kind]:
        """The kinds whose lines are shown."""
        return self.may_leave - (ONLY_BY_NAME - self.include)
