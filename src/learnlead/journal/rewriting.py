"""A file with other words in some places: line by line for people, byte by byte for the disk."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnlead.journal.prepared import BOM
from learnlead.plaintext.phrase import Span


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a line, or of a few that a place runs over; without their line breaks.

    `line` is the number of the first, counted from 1.
    """

    line: int
    before: str
    after: str


def replaced(text: str, places: Sequence[Span], instead: str) -> str:
    """The text with those words in each of the places, which are in order and apart."""
    parts: list[str] = []
    at = 0
    for start, end in places:
        parts += text[at:start], instead
        at = end
    return "".join(parts) + text[at:]


def changes(prepared: str, places: Sequence[Span], instead: str) -> Iterator[Change]:
    """What `replaced` does to the lines of a prepared text, from top to bottom."""
    starts = line_starts(prepared)
    groups: list[tuple[int, int, list[Span]]] = []  # first line, last line, places
    for start, end in places:
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end) - 1
        if groups and groups[-1][1] >= first:
            groups[-1] = groups[-1][0], last, [*groups[-1][2], (start, end)]
        else:
            groups.append((first, last, [(start, end)]))
    lines = prepared.split("\n")
    for first, last, inside in groups:
        before = "\n".join(lines[first : last + 1])
        moved = [(start - starts[first], end - starts[first]) for start, end in inside]
        yield Change(first + 1, before, replaced(before, moved, instead))


def in_file(text: str, places: Sequence[Span]) -> list[Span]:
    """Places of a prepared text in the file itself, where a BOM and each CR take room."""
    bom = len(BOM) if text.startswith(BOM) else 0
    breaks = (found.start() for found in re.finditer("\r\n", text[bom:]))
    returns = [place - count for count, place in enumerate(breaks)]
    return [
        (start + bom + bisect_left(returns, start), end + bom + bisect_left(returns, end))
        for start, end in places
    ]


def line_starts(text: str) -> list[int]:
    """Where each line begins."""
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts
