"""What a leader asks to export: which period, which relationship, which kinds of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from learnlead.coach.selection import ONLY_BY_NAME
from learnlead.coach.several import line_prefix
from learnlead.i18n.words import ENGLISH, Words
from learnlead.rubric.model import ALL, Rubric
from learnlead.sitting.kinds import KINDS, Kind
from learnlead.text.phrase import Name, Phrase


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is to be exported of one rubric.

    Attributes:
        first: the period's first day, `last` its last; None is no bound.
        relationship: only answers about this relationship; None is no bound.
        include: kinds to tick in addition to those ticked by default.
        only: the kinds to show; none named is every kind. Pages are copied with the others, too.
        may_leave: the kinds that the settings allow to be exported.
        phrases: only lines in which all of these stand.
        among_several: whether lines of other rubrics go into the same bundle.
        words: of the leader's language.
    """

    rubric: Rubric
    today: date
    away: Sequence[tuple[date, date]] = ()
    first: date | None = None
    last: date | None = None
    relationship: str | None = None
    include: frozenset[Kind] = frozenset()
    only: frozenset[Kind] = frozenset()
    may_leave: frozenset[Kind] = frozenset(KINDS)
    phrases: Sequence[Phrase | Name] = ()
    among_several: bool = False
    words: Words = ENGLISH

    @property
    def offered(self) -> frozenset[Kind]:
        """The kinds that may leave, be it inside a page."""
        return self.may_leave - (ONLY_BY_NAME - self.include)

    @property
    def prefix(self) -> str:
        """What stands before the ids of lines that name no page."""
        return line_prefix(self.rubric.id) if self.among_several else ""

    def shows(self, kind: Kind) -> bool:
        """Whether lines of that kind are shown."""
        return kind in self.offered and (not self.only or kind in self.only)

    def concerns(self, subject: str) -> bool:
        """Whether the subject of a finding is of the requested relationship, or none is."""
        only, rubric = self.relationship, self.rubric
        if only is None:
            return True
        if rubric.relationship(subject):
            return subject == only
        behaviour = rubric.behaviour(subject)
        return behaviour is None or behaviour.relationship in (ALL, only)
