"""A terminal's screen as an SVG picture: text stays text, no font or file is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby, takewhile

import pyte
from pyte.screens import Char

_WIDTH, _HEIGHT, _MARGIN = 8.4, 19, 18  # of a character cell and around the screen, in pixels
_PAPER, _INK = "#fbfaf7", "#2b2b2b"
_COLOURS = {
    "default": _INK,
    "black": "#2b2b2b",
    "red": "#b3261e",
    "green": "#2e7d32",
    "brown": "#9a6700",
    "blue": "#1f5fb0",
    "magenta": "#8e3a8e",
    "cyan": "#0b7285",
    "white": "#6b6b6b",
    "brightblack": "#767676",
}

_PIECE = re.compile(r"\S+(?: \S+)*")


def picture(screen: pyte.Screen, title: str, *, before: str = "") -> str:
    """The screen down to its last line that is not empty.

    With `before`, only down to the line that begins with it.
    """
    lines = list(takewhile(lambda line: not before or not line.startswith(before), screen.display))
    rows = max((n for n, line in enumerate(lines, start=1) if line.strip()), default=1)
    width = screen.columns * _WIDTH + 2 * _MARGIN
    height = rows * _HEIGHT + 2 * _MARGIN
    body = "\n".join(_text(*run, row=row) for row in range(rows) for run in _runs(screen, row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" '
        f'role="img" aria-label="{escape(title)}">\n'
        f'<rect width="100%" height="100%" rx="8" fill="{_PAPER}" stroke="#d5d2c9"/>\n'
        '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, '
        f'monospace" font-size="14" xml:space="preserve">\n{body}\n</g>\n</svg>\n'
    )


def _runs(screen: pyte.Screen, row: int) -> Iterator[tuple[int, str, Char]]:
    """Runs of one style: the column each begins at, its text, and a character of it."""
    cells = [screen.buffer[row][column] for column in range(screen.columns)]
    column = 0
    for _, run in groupby(cells, key=lambda c: (c.fg, c.bg, c.bold, c.reverse)):
        characters = list(run)
        text = "".join(c.data for c in characters)
        if characters[0].reverse or characters[0].bg != "default":
            yield column, text, characters[0]
        else:  # in pieces without a gap: browsers would take several blanks for one
            for piece in _PIECE.finditer(text):
                yield column + piece.start(), piece[0], characters[0]
        column += len(characters)


def _text(column: int, text: str, style: Char, *, row: int) -> str:
    x = _MARGIN + column * _WIDTH
    y = _MARGIN + row * _HEIGHT
    ink, paper = _colour(style.fg), None if style.bg == "default" else _colour(style.bg)
    if style.reverse:
        ink, paper = paper or _PAPER, ink
    behind = (
        f'<rect x="{x:.1f}" y="{y}" width="{len(text) * _WIDTH:.1f}" height="{_HEIGHT}" '
        f'fill="{paper}"/>'
        if paper
        else ""
    )
    weight = ' font-weight="bold"' if style.bold else ""
    # textLength holds the columns together, whichever font the reader's machine has.
    return behind + (
        f'<text x="{x:.1f}" y="{y + 14}" textLength="{len(text) * _WIDTH:.1f}" '
        f'fill="{ink}"{weight}>{escape(text)}</text>'
    )


def _colour(name: str) -> str:
    if re.fullmatch(r"[0-9a-f]{6}", name):
        return f"#{name}"
    return _COLOURS.get(name) or _COLOURS.get(name.removeprefix("bright"), _INK)
