"""Words on lines of a terminal: widths in cells, so that wide characters count twice."""

from __future__ import annotations

from wcwidth import wcswidth, wcwidth


def cells(text: str) -> int:
    """How many cells the text takes; characters without a width count none."""
    width = wcswidth(text)
    return width if width >= 0 else sum(max(wcwidth(c), 0) for c in text)


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


def _pieces(word: str, room: int) -> list[str]:
    pieces, piece, width = [], "", 0
    for character in word:
        extra = max(wcwidth(character), 0)
        if width + extra > room and piece:
            pieces.append(piece)
            piece, width = "", 0
        piece += character
        width += extra
    return [*pieces, piece]


def fit(text: str, width: int) -> str:
    """The text on one line of exactly `width` cells: padded, or cut with `…`."""
    text = text.replace("\n", " ")
    if cells(text) > width:
        while text and cells(text) > width - 1:
            text = text[:-1]
        text = f"{text}…"
    return text + " " * (width - cells(text))
