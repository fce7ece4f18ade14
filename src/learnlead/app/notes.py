"""Notes of the inbox: added, listed, dropped, offered by a sitting, ticked once it used them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from learnlead.app.ports import Inbox
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import Words
from learnlead.page.inbox import add_note, drop, lines_of_note, open_notes, tick
from learnlead.page.periods import period_of
from learnlead.sitting.note import Note, used_notes
from learnlead.text.problem_text import quoted

if TYPE_CHECKING:
    from learnlead.sitting.answers import Answers

OFFERED_AT_MOST = 9
"""The most notes offered, so that each number is one key."""


def add_notes(inbox: Inbox, day: date, notes: Sequence[str]) -> None:
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


def notes_to_offer(notes: Iterable[Note], day: date, since: date | None) -> tuple[Note, ...]:
    """The notes that a sitting on that day offers, in the order of the inbox.

    They are those of the week, those written since the last sitting that offered notes, and those
    without a date; at most the last `OFFERED_AT_MOST`, beside the tally.
    """
    week = period_of(day, "weekly")
    first = date.min if since is None else min(since, week.first)
    fitting = [n for n in notes if n.day is None or first <= n.day <= week.last]
    offered = [note for note in fitting if not note.is_tally][-OFFERED_AT_MOST:]
    return tuple(note for note in fitting if note.is_tally or note in offered)


@dataclass(frozen=True, slots=True)
class NumberedNote:
    """An open note, with the number that `note list` gives it and its lines as they stand."""

    number: int
    note: Note
    lines: tuple[str, ...]


def numbered_notes(inbox: Inbox) -> list[NumberedNote]:
    """The open notes in the order of the inbox.

    Raises:
        LearnleadError: the inbox cannot be read.
    """
    text = inbox.read()
    notes = enumerate(open_notes(text), start=1)
    return [NumberedNote(number, note, lines_of_note(text, note)) for number, note in notes]


def select_notes(notes: Sequence[NumberedNote], named: Sequence[str]) -> list[NumberedNote]:
    """The notes that are named: by numbers, or one by a word that stands in no other.

    Raises:
        LearnleadError: there is no such note, or more than one.
    """
    remedy = "`learnlead note list` numbers those there are"
    if all(word.isdecimal() for word in named):
        by_number = {str(note.number): note for note in notes}
        unknown = [number for number in named if number.lstrip("0") not in by_number]
        if unknown:
            raise LearnleadError(
                *(Problem(f"no open note has the number {number}", remedy) for number in unknown)
            )
        numbers = dict.fromkeys(word.lstrip("0") for word in named)
        return [by_number[number] for number in numbers]
    words = " ".join(named).casefold()
    matching = [note for note in notes if words in note.note.text.casefold()]
    if not matching:
        raise LearnleadError(Problem(f"no open note holds {quoted(' '.join(named))}", remedy))
    if len(matching) > 1:
        listed = ", ".join(str(note.number) for note in matching)
        message = f"{len(matching)} notes hold {quoted(' '.join(named))}: {listed}"
        raise LearnleadError(Problem(message, "say which by its number"))
    return matching


def drop_notes(inbox: Inbox, notes: Sequence[NumberedNote]) -> None:
    """Take the notes out of the inbox.

    Raises:
        LearnleadError: the inbox cannot be read.
        MachineFailed: it could not be written; it is as it was.
    """
    inbox.change(lambda text: drop(text, [numbered_note.note for numbered_note in notes]))


def note_lines(notes: Sequence[NumberedNote], words: Words) -> list[str]:
    """Number, date and text, a line a note."""
    if not notes:
        return [words("noted.none")]
    width = len(str(notes[-1].number))
    return [
        f"{numbered_note.number:>{width}}  {_day(numbered_note.note)}  {numbered_note.note.text}"
        for numbered_note in notes
    ]


def notes_json(notes: Sequence[NumberedNote]) -> dict[str, object]:
    """The same for programs."""
    return {
        "schema": "learnlead/notes/1",
        "notes": [
            {
                "number": numbered_note.number,
                "date": numbered_note.note.day.isoformat() if numbered_note.note.day else None,
                "text": numbered_note.note.text,
                "line": numbered_note.note.line,
            }
            for numbered_note in notes
        ],
    }


def _day(note: Note) -> str:
    return note.day.isoformat() if note.day else " " * len("2026-11-20")


def tick_used(inbox: Inbox, notes: Sequence[Note], answers: Answers) -> tuple[Problem, ...]:
    """Tick the offered notes that a moment took up; what was refused is a problem, no failure."""
    taken = used_notes(notes, answers)
    if not taken:
        return ()
    try:
        inbox.change(lambda text: tick(text, taken))
    except LearnleadError as error:  # the page is safe, and that is what counts
        return error.problems
    return ()
