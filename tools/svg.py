"""A terminal's screen as an SVG picture: text stays text, no font or file is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, takewhile

import pyte
from pyte.screens import Char

_WIDTH, _HEIGHT, _MARGIN = 8.4, 19, 18  # of a character cell and around the screen, in pixels
_COLOURS = {
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


@dataclass(frozen=True)
class Ground:
    """The colours of a terminal's own: what is written in none stands in `ink` on `paper`."""

    paper: str
    ink: str
    edge: str


LIGHT = Ground("#fbfaf7", "#2b2b2b", "#d5d2c9")
DARK = Ground("#1b1c1e", "#e4e1da", "#1b1c1e")

_PIECE = re.compile(r"\S+(?: \S+)*")


def picture(screen: pyte.Screen, title: str, *, before: str = "", ground: Ground = LIGHT) -> str:
    """The screen down to its last line that is not empty.

    With `before`, only down to the line that begins with it.
    """
    lines = list(takewhile(lambda line: not before or not line.startswith(before), screen.display))
    rows = max((n for n, line in enumerate(lines, start=1) if line.strip()), default=1)
    width, height = _size(screen.columns, rows)
    return _sheet(title, width, height, _screen(screen, rows, ground))


def sheet(screens: Sequence[pyte.Screen], title: str, *, ground: Ground = LIGHT) -> str:
    """Several screens of one size, two beside each other."""
    columns, rows = screens[0].columns, screens[0].lines
    width, height = _size(columns, rows)
    parts = [
        f'<g transform="translate({number % 2 * (width + _MARGIN):.0f} '
        f'{number // 2 * (height + _MARGIN)})">\n{_screen(screen, rows, ground)}\n</g>'
        for number, screen in enumerate(screens)
    ]
    high = (len(screens) + 1) // 2
    return _sheet(title, 2 * width + _MARGIN, high * (height + _MARGIN) - _MARGIN, "\n".join(parts))


def _size(columns: int, rows: int) -> tuple[float, int]:
    return columns * _WIDTH + 2 * _MARGIN, rows * _HEIGHT + 2 * _MARGIN


def _sheet(title: str, width: float, height: int, body: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" '
        f'role="img" aria-label="{escape(title)}">\n'
        '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, '
        f'monospace" font-size="14" xml:space="preserve">\n{body}\n</g>\n</svg>\n'
    )


def _screen(screen: pyte.Screen, rows: int, ground: Ground) -> str:
    width, height = _size(screen.columns, rows)
    body = "\n".join(
        _text(*run, row=row, ground=ground) for row in range(rows) for run in _runs(screen, row)
    )
    return (
        f'<rect width="{width:.0f}" height="{height}" rx="8" fill="{ground.paper}" '
        f'stroke="{ground.edge}"/>\n{body}'
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


def _text(column: int, text: str, style: Char, *, row: int, ground: Ground) -> str:
    x = _MARGIN + column * _WIDTH
    y = _MARGIN + row * _HEIGHT
    ink = _colour(style.fg, ground)
    paper = None if style.bg == "default" else _colour(style.bg, ground)
    if style.reverse:
        ink, paper = paper or ground.paper, ink
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


def _colour(name: str, ground: Ground) -> str:
    if re.fullmatch(r"[0-9a-f]{6}", name):
        return f"#{name}"
    return _COLOURS.get(name) or _COLOURS.get(name.removeprefix("bright"), ground.ink)
