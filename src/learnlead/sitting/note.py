"""Note: one line written between sittings, which a sitting offers as the text of a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.question import Choice

if TYPE_CHECKING:
    from learnlead.sitting.answers import Answers


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


def note_choices(notes: Iterable[Note], day: date, words: Words = ENGLISH) -> tuple[Choice, ...]:
    """The notes as a question on that day offers them, labelled by the day they were written."""
    return tuple(Choice(note.text, _label(note, day, words)) for note in notes)


def _label(note: Note, day: date, words: Words) -> str:
    if note.day is None:
        return note.text
    this_week = abs((day - note.day).days) < 7
    when = words.weekday(note.day) if this_week else words.day_and_month(note.day)
    return words("note-of", when=when, note=note.text)


def used_notes(notes: Iterable[Note], answers: Answers) -> tuple[Note, ...]:
    """The notes whose text occurs in a moment; line breaks are ignored."""
    moment_texts = [" ".join(moment.what.split()) for moment in answers.moments if moment.what]
    return tuple(n for n in notes if any(" ".join(n.text.split()) in what for what in moment_texts))
