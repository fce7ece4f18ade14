"""Words as they are typed: the rows in which they stand, and the way from row to row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from learnlead.text.cells import cells
from learnlead.text.clean import harmless

Row = tuple[int, int]
"""Where a row of the text begins and ends in it; blanks for which it has no room belong to it."""

_WORD_OR_BLANKS = re.compile(" +|[^ ]+")


def rows_of(text: str, width: int) -> list[Row]:
    """The rows of the text, broken between words; an empty text has one.

    The text itself stays as it is typed: each letter but the line breaks is in exactly one row.
    """
    rows, start = [], 0
    for line in text.split("\n"):
        rows += [(start + first, start + last) for first, last in _rows_of_line(line, width)]
        start += len(line) + 1
    return rows


@lru_cache(maxsize=1_000)
def _rows_of_line(line: str, width: int) -> tuple[Row, ...]:
    return tuple(_broken(line, max(width, 2)))


def _broken(line: str, width: int) -> Iterator[Row]:
    start = column = 0
    for match in _WORD_OR_BLANKS.finditer(line):
        if match[0].startswith(" "):
            column += len(match[0])
            continue
        if column and column + cells(as_shown(match[0])) > width:
            yield start, match.start()
            start, column = match.start(), 0
        for at in range(*match.span()):
            wide = cells(as_shown(line[at]))
            if column + wide > width and at > start:
                yield start, at
                start, column = at, 0
            column += wide
    yield start, len(line)


def as_shown(text: str) -> str:
    """Typed letters as they stand on a screen: each stays in its place."""
    if text.isprintable():
        return text
    return harmless(text.replace("\t", " "), breaks=False)


def column_of(text: str, row: Row, at: int, width: int) -> int:
    """The cell of the row in which the letter at that place of the text stands."""
    return min(cells(as_shown(text[row[0] : at])), width)


def row_at(rows: list[Row], at: int) -> int:
    """The number of the row that has the place: of two that it is between, the second."""
    return max(number for number, (start, _) in enumerate(rows) if start <= at)


def moved(text: str, at: int, width: int, step: int, column: int) -> int | None:
    """The place so many rows further down, at that column if the row is long enough.

    None beyond the text.
    """
    rows = rows_of(text, width)
    here = row_at(rows, at)
    if not 0 <= here + step < len(rows):
        return None
    row = rows[here + step]
    start, end = row
    goes_on = here + step + 1 < len(rows) and rows[here + step + 1][0] == end
    last = max(end - 1, start) if goes_on else end
    places = range(start, last + 1)
    return max((p for p in places if column_of(text, row, p, width) <= column), default=start)
