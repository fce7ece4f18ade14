"""Note: one line written between sittings, which a sitting offers as the text of a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.mark import MOST_OCCASIONS, Count
from learnlead.sitting.question import Choice

if TYPE_CHECKING:
    from learnlead.sitting.answers import Answers


DID, MISSED = "did", "missed"
"""The notes that are no words but the tally of the week: the focus done, or its occasion missed."""


@dataclass(frozen=True, slots=True)
class Note:
    """One open note of the inbox.

    Attributes:
        line: where it stands in the inbox, counted from 1.
        day: on which it was written; None if unknown.
        text: one line, fit to be an answer.
    """

    line: int
    day: date | None
    text: str

    @property
    def is_tally(self) -> bool:
        """Whether it counts one occasion of the focus, and tells nothing."""
        return self.text in (DID, MISSED)


def tally(notes: Iterable[Note]) -> Count | None:
    """The occasions that these notes count; None if none of them counts one."""
    counted = [note.text for note in notes if note.is_tally][-MOST_OCCASIONS:]
    return Count(counted.count(DID), len(counted)) if counted else None


def note_choices(notes: Iterable[Note], day: date, words: Words = ENGLISH) -> tuple[Choice, ...]:
    """The notes as a question on that day offers them, labelled by the day they were written."""
    return tuple(Choice(n.text, _label(n, day, words), own=True) for n in notes if not n.is_tally)


def _label(note: Note, day: date, words: Words) -> str:
    if note.day is None:
        return note.text
    this_week = abs((day - note.day).days) < 7
    when = words.weekday(note.day) if this_week else words.day_and_month(note.day)
    return words("note-of", when=when, note=note.text)


def used_notes(notes: Iterable[Note], answers: Answers) -> tuple[Note, ...]:
    """The notes whose text occurs in a moment, line breaks ignored, and a tally once counted."""
    moment_texts = [" ".join(moment.what.split()) for moment in answers.moments if moment.what]
    return tuple(
        n
        for n in notes
        if (
            bool(answers.count)
            if n.is_tally
            else any(" ".join(n.text.split()) in what for what in moment_texts)
        )
    )
