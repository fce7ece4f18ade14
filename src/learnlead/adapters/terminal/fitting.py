"""A screen fitted into its window: what gives way first where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from prompt_toolkit.formatted_text import StyleAndTextTuples

ALL = 1_000
"""As `room_for`: for every row of the list, if that is enough for it; else for `MANY`."""

MANY = 8
"""As `room_for`: for so many rows that more of them would say little."""

SOME = 3
"""As `room_for`: for so many rows that a list can still be read as one."""

ONE = 1
"""As `room_for`: for the marked row."""

ROWS_EACH_SIDE = 60
"""Rows on each side of the marked one that are laid out: no window shows more."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines above or below a list, which may take a smaller form for the list's sake.

    Attributes:
        forms: from the roomiest to the smallest; the last may be empty.
        room_for: the next smaller form is taken while fewer rows than this are in sight. Of
            blocks with the same, none vanishes before all are small.
    """

    forms: tuple[StyleAndTextTuples, ...]
    room_for: int = 0


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is on the screen: the lines above the list, its rows in sight, the lines below it.

    Attributes:
        first: the first row in sight.
        last: the row after the last one in sight.
    """

    above: StyleAndTextTuples
    rows: StyleAndTextTuples
    below: StyleAndTextTuples
    first: int
    last: int

    @property
    def parts(self) -> StyleAndTextTuples:
        """The whole screen."""
        return [*self.above, *self.rows, *self.below]


EMPTY_LINE = Block(([("", "\n")], []), ALL)
"""An empty line, the first to go."""

KEPT_LINE = Block(([("", "\n")], []), SOME)
"""An empty line above a list that is mostly longer than the window."""


def fitted(
    above: Sequence[Block],
    rows: Sequence[StyleAndTextTuples],
    below: Sequence[Block],
    *,
    lines: int,
    place: int,
) -> Fitted:
    """A screen of at most so many lines, with the rows around `place` in sight.

    Where even the smallest forms leave no room, the end of what stands above is cut off.
    """
    heights = [height(row) for row in rows]
    blocks = [*above, *below]
    forms = [0] * len(blocks)

    def in_sight() -> tuple[int, int]:
        taken = sum(height(block.forms[form]) for block, form in zip(blocks, forms, strict=True))
        return _rows_near(place, heights, lines - taken)

    def give_way(numbers: Sequence[int], enough: int) -> None:
        for number, vanish in [(n, False) for n in numbers] + [(n, True) for n in numbers]:
            for smaller in blocks[number].forms[forms[number] + 1 :]:
                first, last = in_sight()
                if last - first >= min(enough, len(rows)) or not (smaller or vanish):
                    break
                forms[number] += 1

    by_room = sorted(range(len(blocks)), key=lambda n: -blocks[n].room_for)
    for enough, level in groupby(by_room, key=lambda n: blocks[n].room_for):
        numbers = list(level)
        give_way(numbers, enough)
        first, last = in_sight()
        if enough > MANY and last - first < len(rows):
            for number in numbers:
                forms[number] = 0
            give_way(numbers, MANY)
    first, last = in_sight()
    if last == first and rows:
        first, last = place, place + 1
    shown = [block.forms[form] for block, form in zip(blocks, forms, strict=True)]
    high = [part for parts in shown[: len(above)] for part in parts]
    low = [part for parts in shown[len(above) :] for part in parts]
    middle = [part for row in rows[first:last] for part in row]
    return Fitted(_cut(high, lines - height(middle) - height(low)), middle, low, first, last)


def height(parts: StyleAndTextTuples) -> int:
    """How many lines these parts take."""
    return sum(part[1].count("\n") for part in parts)


def without_last_break(parts: StyleAndTextTuples) -> StyleAndTextTuples:
    """The parts without the line break at their end, after which there is no further line."""
    *before, last = parts
    return [*before, (last[0], last[1].removesuffix("\n"))]


def _rows_near(place: int, heights: Sequence[int], room: int) -> tuple[int, int]:
    """The longest run of rows around `place` that there is room for."""
    first, last = 0, len(heights)
    taken = sum(heights)
    while first < last and taken > room:
        if place - first >= last - place:
            taken -= heights[first]
            first += 1
        else:
            last -= 1
            taken -= heights[last]
    return first, last


def _cut(parts: StyleAndTextTuples, lines: int) -> StyleAndTextTuples:
    """The first so many lines; every part is one line or a piece of one."""
    first_parts: StyleAndTextTuples = []
    for part in parts:
        if lines < 1:
            break
        first_parts.append(part)
        lines -= part[1].count("\n")
    return first_parts
