"""How many cells of a terminal a text takes, and where it is broken when there are too few.

Wide letters take two cells, combining marks none, an emoji of several characters the two that a
terminal draws it in.
"""

from __future__ import annotations

import re

NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff"  # Latin letters
    "\u2010-\u2015\u2018-\u2022\u2026\u2212"  # dashes, quotation marks, ellipsis, minus
    "\u2190-\u2193\u2500-\u259f]*"  # arrows, lines, and the blocks of a sparkline
)
"""Texts in which every letter takes one cell: nearly all, told without the tables of wcwidth."""


def cells(text: str) -> int:
    """How many cells the text takes; control characters count none."""
    if NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    width: int = wcswidth(text)
    return width if width >= 0 else sum(map(_cells_of_one, text))


def _cells_of_one(character: str) -> int:
    if character.isascii():
        return int(character.isprintable())
    from wcwidth import wcwidth

    return max(wcwidth(character), 0)


def padded(text: str, width: int) -> str:
    """The text with blanks after it until it takes `width` cells."""
    return text + " " * (width - cells(text))


def fit(text: str, width: int) -> str:
    """The text on one line of exactly `width` cells: padded, or cut with `…`."""
    text = text.replace("\n", " ")
    if cells(text) > width:
        while text and cells(text) > width - 1:
            text = text[:-1]
        text = f"{text}…"
    return padded(text, width)


def wrap(text: str, width: int, indent: str = "", *, whole_words: bool = False) -> list[str]:
    """The text in lines of at most `width` cells, broken between words where possible.

    Line breaks of the text stay; `indent` begins every line and counts. `whole_words` lets a
    long word, such as a path, be longer than the line: the terminal breaks it, and it can still
    be copied as one.
    """
    room = max(width - cells(indent), 1)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            candidate = f"{line} {word}" if line else word
            if cells(candidate) <= room:
                line = candidate
                continue
            if line:
                lines.append(line)
            *full, line = [word] if whole_words else _pieces(word, room)
            lines += full
        lines.append(line)
    return [indent + line for line in lines]


def broken(text: str, width: int) -> list[str]:
    """As `wrap`, where all blanks and line breaks between words count as one blank."""
    return wrap(" ".join(text.split()), width)


_FEWEST = 20
"""Cells for words in a line; where there are fewer, the terminal breaks it."""


def within(text: str, columns: int) -> str:
    """The text with its longer lines broken between words, as no terminal does by itself.

    What follows of a line stands below its first letter. A short line stays as it is, and a long
    word, such as a path, in one piece.
    """
    return "".join(_broken_line(line, columns) for line in text.splitlines(keepends=True))


def _broken_line(line: str, columns: int) -> str:
    words = line.strip(" \n")
    indent = " " * (len(line) - len(line.lstrip(" ")))
    if len(indent) + cells(words) <= columns or columns - len(indent) < _FEWEST:
        return line
    return "".join(f"{part}\n" for part in wrap(words, columns, indent, whole_words=True))


def _pieces(word: str, room: int) -> list[str]:
    pieces, piece, width = [], "", 0
    for character in word:
        extra = _cells_of_one(character)
        if width + extra > room and piece:
            pieces.append(piece)
            piece, width = "", 0
        piece += character
        width += extra
    return [*pieces, piece]
