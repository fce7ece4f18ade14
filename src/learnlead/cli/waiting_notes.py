"""The notes of the inbox that wait."""

from __future__ import annotations

from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError
from learnlead.journal.inbox import open_notes
from learnlead.reflection.note import Note


def waiting_notes(desk: Desk) -> tuple[Note, ...]:
    """The open notes; an inbox that cannot be read is told, and stops nothing."""
    try:
        return open_notes(desk.inbox.read())
    except LearnleadError as error:
        desk.warn(error.problems)
        return ()
