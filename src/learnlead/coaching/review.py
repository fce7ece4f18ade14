"""A review: one bundle as a coach reads it, terms first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from learnlead.coaching.bundle import Content, Manifest
from learnlead.coaching.questions import CoachQuestion
from learnlead.coaching.reviewed import Since, called


@dataclass(frozen=True, slots=True)
class Review:
    """What is shown of one bundle.

    Attributes:
        path: of the bundle, as it was named.
        content: what is to be read: all of it, or only what is new; None where its time is over.
        since: from when on something is new; None where everything is shown.
        questions: that could be asked; empty unless they were asked for.
        seen: a fingerprint of every line of the bundle, new or not.
        first: whether what is new was asked for, and nothing of this leader was reviewed before.
    """

    path: str
    manifest: Manifest
    content: Content | None
    since: Since | None = None
    questions: tuple[CoachQuestion, ...] = ()
    seen: Mapping[str, str] = field(default_factory=dict)
    first: bool = False

    @property
    def called(self) -> str:
        """Whose it is."""
        return called(self.manifest.leader.name, self.manifest.leader.id)


def is_over(manifest: Manifest, today: date) -> bool:
    """Whether the last day on which the bundle may be read has gone by."""
    until = manifest.terms.until
    return until is not None and until < today


def in_order(manifest: Manifest) -> tuple[bool, str, str, date, str]:
    """Sorts by the alphabet, those without a name last; the same leader's by date."""
    leader = manifest.leader
    name = " ".join((leader.name or "").casefold().split())
    return not name, name, leader.id, manifest.made_on, manifest.id
