"""Notes caught during the week: kept, offered by a sitting, ticked when it used them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.inbox import add_note, tick
from learnlead.journal.week import period_of
from learnlead.journeys.ports import Inbox
from learnlead.reflection.answers import Answers
from learnlead.reflection.note import Note, used

OFFERED_AT_MOST = 9
"""More would be a list to work through, and a number would take two keys."""


def keep_notes(inbox: Inbox, day: date, notes: Sequence[str]) -> None:
    """Put the notes, each one cleaned line, at the end of the inbox.

    Raises:
        LearnleadError: the inbox cannot be read.
        MachineFailed: it could not be written; it is as it was.
    """

    def added(text: str) -> str:
        for note in notes:
            text = add_note(text, day, note)
        return text

    inbox.change(added)


def waiting(notes: Iterable[Note], day: date, since: date | None) -> tuple[Note, ...]:
    """The notes that a sitting on that day offers, in the order of the inbox.

    Those are the week's, those caught since the last sitting that could offer any, and those
    without a date; the last ones of them.
    """
    week = period_of(day, "weekly")
    first = date.min if since is None else min(since, week.first)
    fitting = [n for n in notes if n.day is None or first <= n.day <= week.last]
    return tuple(fitting[-OFFERED_AT_MOST:])


def tick_used(inbox: Inbox, notes: Sequence[Note], answers: Answers) -> tuple[Problem, ...]:
    """Tick the offered notes that a moment took up; what was refused is a problem, no failure."""
    taken = used(notes, answers)
    if not taken:
        return ()
    try:
        inbox.change(lambda text: tick(text, taken))
    except LearnleadError as error:  # the page is safe, and that is what counts
        return error.problems
    return ()
