"""Lines of styled spans, to which a terminal adds colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from learnlead.text.cells import broken
from learnlead.text.clean import harmless

Style = Literal["plain", "title", "heading", "strong", "dim", "chart", "bar"]
"""`dim` explains, `chart` is a sparkline, `bar` stands beside the reader's own words."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style, without a line break."""

    text: str
    style: Style = "plain"


Line = tuple[Span, ...]
"""The spans of one line, from left to right; () is an empty line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The width of lines, in columns, and whether they are for screen readers and simple terminals.

    Plain layouts have sentences in place of tables, and digits in place of sparklines.
    """

    width: int
    plain: bool = False


def as_text(lines: Iterable[Line]) -> str:
    """The lines without styles and without blanks at their ends; each ends with a line break."""
    return "".join("".join(span.text for span in line).rstrip() + "\n" for line in lines)


def harmless_lines(lines: Iterable[Line]) -> list[Line]:
    """The lines with every control character replaced by `�`."""
    return [
        tuple(Span(harmless(span.text, breaks=False), span.style) for span in line)
        for line in lines
    ]


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
