"""Edits of an existing file that leave every other byte unchanged: a plan's box, spans of text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from learnlead.errors import LearnleadError, Problem
from learnlead.page.reader import NO_RUBRICS, read
from learnlead.text.clean import BOM

_BOX = re.compile(r"( {0,3}- \[).?(\])", re.DOTALL)


def set_box(text: str, box: str) -> str:
    """The page with the box of its plan line set; unchanged if the box has that value.

    Args:
        text: the file's text, with its BOM and CRLF if it has them.
        box: blank, `x`, `/` or `-`; see `BOX_OF`.

    Raises:
        LearnleadError: the page cannot be read, or has no plan line (exit 2).
    """
    reading, _ = read(text, "", "", NO_RUBRICS)
    if reading is None or reading.body.plan is None:
        raise LearnleadError(Problem("the page has no plan line that can be read"))
    if reading.body.plan.box == box:
        return text
    lines = text.split("\n")
    index = reading.body.line_of(reading.body.plan_at) - 1
    lines[index] = _BOX.sub(rf"\g<1>{box}\g<2>", lines[index], count=1)
    return "\n".join(lines)


Edit = tuple[int, int, str]
"""A replacement in a text: start, end, new text."""


@dataclass(frozen=True, slots=True)
class Change:
    """A changed line, or several joined ones, before and after, without the last line break.

    `line` is the number of the first, counted from 1.
    """

    line: int
    before: str
    after: str


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """The text after the edits, which are sorted and do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, words in edits:
        parts += text[at:start], words
        at = end
    return "".join(parts) + text[at:]


def line_changes(prepared: str, edits: Sequence[Edit]) -> Iterator[Change]:
    """The lines of a prepared text that the edits change, from top to bottom."""
    starts = line_starts(prepared)
    groups: list[tuple[int, int, list[Edit]]] = []  # first line, last line, edits in them
    for edit in edits:
        first, last = bisect_right(starts, edit[0]) - 1, bisect_left(starts, edit[1]) - 1
        if groups and groups[-1][1] >= first:
            groups[-1] = groups[-1][0], last, [*groups[-1][2], edit]
        else:
            groups.append((first, last, [edit]))
    lines = prepared.split("\n")
    for first, last, inside in groups:
        before = "\n".join(lines[first : last + 1])
        yield Change(first + 1, before, apply_edits(before, shifted(inside, -starts[first])))


def shifted(edits: Iterable[Edit], by: int) -> list[Edit]:
    """The edits with their positions moved by a number of characters."""
    return [(start + by, end + by, words) for start, end, words in edits]


def edits_in_file(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Edits of a prepared text, mapped to the file's text with its BOM and CRs."""
    bom = len(BOM) if text.startswith(BOM) else 0
    breaks = (match.start() for match in re.finditer("\r\n", text[bom:]))
    returns = [place - count for count, place in enumerate(breaks)]

    def position(place: int) -> int:
        return place + bom + bisect_left(returns, place)

    return [(position(start), position(end), words) for start, end, words in edits]


def line_starts(text: str) -> list[int]:
    """The position at which each line begins."""
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts
