"""The inbox: notes as a Markdown task list, written by the program or by hand.

A note is a task (`- [ ] 2026-11-17 text`), a list item (`- text`, `* text`) or a bare line; the
date may be missing. A non-blank box means that the note was used. Headings, rules, comments,
front matter, code and indented bare lines (which continue the line above) are no notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from learnlead.page.markers import Fence
from learnlead.sitting.note import Note
from learnlead.text.clean import BOM, clean_line, harmless, refused_character

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)"
    r"(?P<bullet>[-*+](?:[ \t]+|$))?"
    r"(?P<box>\[(?P<sign>.?)\](?:[ \t]+|$))?"
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ \t]+|$))?"
    r"(?P<text>.*)",
    re.DOTALL,
)
_FENCE = re.compile(r" {0,3}(?=```|~~~)")
_RULE = re.compile(r"[-*_=+ \t]+")
_STRUCTURE = re.compile(r"#{1,6}(?:[ \t]|$)|<!--|%%|```|~~~")
_UNDERLINE = re.compile(r" {0,3}=+[ \t\r]*")


def open_notes(text: str) -> tuple[Note, ...]:
    """The notes that were not used yet, in the order of the file."""
    return tuple(note for note, _ in _items(text.removeprefix(BOM).split("\n")))


def add_note(text: str, day: date, note: str) -> str:
    """The inbox with an open note added at its end; every other line is unchanged.

    Args:
        text: the file's text, with its BOM and CRLF if it has them; empty if there is no file.
        day: the note's date.
        note: one line, cleaned (`clean_line`).
    """
    end = "\r\n" if "\r\n" in text else "\n"
    begun = bool(text.removeprefix(BOM)) and not text.endswith("\n")
    return f"{text}{end if begun else ''}- [ ] {day.isoformat()} {note}{end}"


def tick(text: str, notes: Iterable[Note]) -> str:
    """The inbox with these notes marked as used; every other line is unchanged.

    A note whose line has moved since it was read is located by its words and day; one that is
    gone, or was ticked meanwhile, is skipped.
    """
    bom = BOM if text.startswith(BOM) else ""
    lines = text.removeprefix(BOM).split("\n")
    items = dict(_items(lines))
    for note in _relocate(notes, items):
        _tick_line(lines, note, items)
    return bom + "\n".join(lines)


def drop(text: str, notes: Iterable[Note]) -> str:
    """The inbox without these notes and their continuation lines; every other line is unchanged.

    Notes that moved are located as by `tick`; those that are gone are skipped.
    """
    bom = BOM if text.startswith(BOM) else ""
    lines = text.removeprefix(BOM).split("\n")
    going: set[int] = set()
    for note in _relocate(notes, dict(_items(lines))):
        going.update(_lines_of(lines, note))
    return bom + "\n".join(line for number, line in enumerate(lines) if number not in going)


def lines_of_note(text: str, note: Note) -> tuple[str, ...]:
    """The lines of a note, verbatim: its own and the indented ones that continue it."""
    lines = text.removeprefix(BOM).split("\n")
    return tuple(lines[number].rstrip("\r") for number in _lines_of(lines, note))


def _lines_of(lines: list[str], note: Note) -> range:
    end = note.line
    while end < len(lines) and _is_continuation(lines[end]):
        end += 1
    return range(note.line - 1, end)


def _is_continuation(line: str) -> bool:
    """Whether the line continues the one above it: indented, and no item itself."""
    item = _ITEM.fullmatch(line.rstrip())
    return bool(item and item["indent"] and not item["bullet"] and not item["box"])


def _relocate(notes: Iterable[Note], items: Iterable[Note]) -> list[Note]:
    """The items that equal the notes, with their present line numbers."""
    left = {item.line: item for item in items}
    current = []
    moved = []
    for note in notes:
        if left.get(note.line) == note:
            current.append(left.pop(note.line))
        else:
            moved.append(note)
    for note in moved:
        same = (n for n in left.values() if (n.day, n.text) == (note.day, note.text))
        if (again := next(same, None)) is not None:
            current.append(left.pop(again.line))
    return current


def _tick_line(lines: list[str], note: Note, items: dict[Note, re.Match[str]]) -> None:
    item = items[note]
    before = item["indent"] + (item["bullet"] or "- ")
    between = item["box"].rpartition("]")[2] if item["box"] else " "
    rest = lines[note.line - 1][max(item.end("indent"), item.end("bullet"), item.end("box")) :]
    lines[note.line - 1] = f"{before}[x]{between}{rest}"


def _items(lines: list[str]) -> Iterator[tuple[Note, re.Match[str]]]:
    """The open notes, each with the match of its line."""
    hidden = _front_matter(lines) | _code(lines)
    for number, line in enumerate(lines):
        if number in hidden:
            continue
        item = _ITEM.fullmatch(line.rstrip())
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if item is None or not _is_note(item, below):
            continue
        day = _day(item["day"])
        words = item["text"] if day or not item["day"] else item["day"] + item["text"]
        if text := _words(words):
            yield Note(number + 1, day, text), item


def _is_note(item: re.Match[str], below: str) -> bool:
    if _RULE.fullmatch(item.string):
        return False
    if item["bullet"] or item["box"]:
        return not (item["sign"] or "").strip()
    return not (item["indent"] or _STRUCTURE.match(item.string) or _UNDERLINE.fullmatch(below))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text else None
    except ValueError:
        return None


def _words(text: str) -> str | None:
    """The words, cleaned; a character that no answer may hold becomes `�`."""
    return clean_line(harmless(text) if refused_character(text) else text)


def _front_matter(lines: list[str]) -> set[int]:
    """The lines of front matter, if there is any and it is closed."""
    if lines[0].rstrip() != "---":
        return set()
    ends = (n for n, line in enumerate(lines) if n and line.rstrip() == "---")
    return set(range(next(ends, -1) + 1))


def _code(lines: list[str]) -> set[int]:
    """The lines of closed code fences; an unclosed one hides nothing, so that no note is lost."""
    hidden: set[int] = set()
    fence: Fence | None = None
    for number, line in enumerate(lines):
        if (match := _FENCE.match(line)) is None:
            continue
        before, fence = fence, Fence.after(fence, line[match.end() :], number)
        if before is not None and fence is None:
            hidden.update(range(before.at, number + 1))
    return hidden
