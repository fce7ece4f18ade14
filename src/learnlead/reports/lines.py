"""Lines of styled words: what a report says, before a terminal gives the styles their colours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from learnlead.plaintext.clean import harmless

Style = Literal["plain", "title", "heading", "strong", "dim", "chart"]
"""What a word is for. `dim` explains, `chart` is a sparkline."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some words in one style, without a line break."""

    text: str
    style: Style = "plain"


Line = tuple[Span, ...]
"""The spans of one line, from left to right; () is an empty line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide lines may be, in columns, and whether they are for ears and simple terminals.

    Plain lines hold sentences in place of tables, and figures in place of blocks.
    """

    width: int
    plain: bool = False


def as_text(lines: Iterable[Line]) -> str:
    """The lines without styles and without blanks at their ends; each ends with a line break."""
    return "".join("".join(span.text for span in line).rstrip() + "\n" for line in lines)


def made_harmless(lines: Iterable[Line]) -> list[Line]:
    """The same lines, with every control character that came from a file as `�`."""
    return [
        tuple(Span(harmless(span.text, breaks=False), span.style) for span in line)
        for line in lines
    ]


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def padded(text: str, width: int) -> str:
    """The text with blanks after it until it takes `width` columns."""
    return text + " " * (width - cells(text))


def broken(text: str, width: int) -> list[str]:
    """The text in pieces of at most `width` columns, broken between words where that is possible.

    Of an empty text, one empty piece.
    """
    pieces = [""]
    for word in text.split():
        longer = f"{pieces[-1]} {word}" if pieces[-1] else word
        if cells(longer) <= width:
            pieces[-1] = longer
            continue
        if pieces[-1]:
            pieces.append("")
        for letter in word:
            if pieces[-1] and cells(pieces[-1] + letter) > width:
                pieces.append("")
            pieces[-1] += letter
    return pieces


def wrapped(
    text: str, width: int, *, style: Style = "plain", indent: int = 0, hanging: int = 0
) -> list[Line]:
    """The text in lines of at most `width` columns.

    Args:
        text: words; blanks between them count as one.
        width: of the whole line, at least a few columns more than the indents.
        style: of all its words.
        indent: blanks before each line.
        hanging: more blanks before each line but the first.
    """
    first, *more = (
        broken(text, width - indent - hanging) if hanging else broken(text, width - indent)
    )
    blanks = " " * (indent + hanging)
    return [
        (Span(" " * indent + first, style),),
        *((Span(blanks + piece, style),) for piece in more),
    ]
