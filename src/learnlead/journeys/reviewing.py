"""Bundles as a coach is to see them: which order, what is new, which questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol

from learnlead.coaching.bundle import Content, OfRubric
from learnlead.coaching.manifest import Received
from learnlead.coaching.questions import coach_questions
from learnlead.coaching.review import Review, in_order, is_over
from learnlead.coaching.reviewed import ReviewedLeader, Since, lines_of, only_new
from learnlead.errors import Problem
from learnlead.rubric.prompts import PromptBank

LAST = "last"
"""As `--since`: from what was reviewed of the same leader before."""


class Notes(Protocol):
    """A coach's own notes. Every call may raise `MachineFailed`."""

    def leader(self, leader_id: str) -> tuple[ReviewedLeader | None, list[Problem]]:
        """What was reviewed of that leader; what cannot be understood is a problem."""

    def save(self, leader: ReviewedLeader) -> None:
        """Keep what was reviewed."""


def ordered(received: Iterable[Received]) -> list[Received]:
    """By the alphabet, each bundle once however often it was named."""
    once = {one.manifest.id: one for one in received}
    return sorted(once.values(), key=lambda one: in_order(one.manifest))


class Reviewing:
    """Makes the reviews of one sitting, one bundle in hand at a time.

    Args:
        read: the content of a bundle that was checked.
        notes: what was reviewed before.
        today: decides what may still be read.
        since: a day, `LAST`, or None for everything.
        bank: the wording of a rubric's questions; None where no questions are asked for.
    """

    def __init__(
        self,
        read: Callable[[Received], Content],
        notes: Notes,
        today: date,
        *,
        since: date | str | None = None,
        bank: Callable[[OfRubric], PromptBank | None] | None = None,
    ) -> None:
        self._read = read
        self._notes = notes
        self._today = today
        self._since = since
        self._bank = bank

    def review(self, received: Received) -> Review:
        """What is to be shown of the bundle; nothing of one whose time is over."""
        manifest = received.manifest
        if is_over(manifest, self._today):
            return Review(received.path, manifest, None)
        content = self._read(received)
        since = self._from_when(received)
        shown = content if since is None else only_new(content, since)
        questions = tuple(coach_questions(shown, self._bank(manifest.rubric))) if self._bank else ()
        first = self._since == LAST and since is None
        return Review(received.path, manifest, shown, since, questions, lines_of(content), first)

    def note(self, received: Received, review: Review, path: str) -> None:
        """Note that it was shown; `path` is where it lies, from the root of the disk."""
        if review.content is None:
            return
        leader = self._known(received) or ReviewedLeader(id=received.manifest.leader.id)
        after = leader.having_seen(received, review.seen, self._today, path)
        if after != leader:
            self._notes.save(after)

    def _from_when(self, received: Received) -> Since | None:
        if isinstance(self._since, date):
            return Since(self._since)
        leader = self._known(received) if self._since == LAST else None
        if leader is None:
            return None
        if before := leader.before(received.manifest.id):
            return Since(before.made_on, before.seen)
        same = leader.bundle(received.manifest.id)
        return Since(same.reviewed_on, same.seen, again=True) if same else None

    def _known(self, received: Received) -> ReviewedLeader | None:
        return self._notes.leader(received.manifest.leader.id)[0]
