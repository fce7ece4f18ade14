"""Markdown that reads well raw: words escaped, tables in straight columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from learnlead.plaintext.clean import harmless
from learnlead.reports.cells import cells
from learnlead.reports.table import Table

_MEANT = re.compile(r"[\\`*_\[\]<>|~$]|&(?=[#\w])")
"""What would begin emphasis, code, a link, a picture, HTML, a cell or an entity."""

_AT_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+#=:])")
"""What would begin a list, a heading or a rule where it begins a line."""


def escaped(text: str) -> str:
    """The text on one line, as itself wherever it stands in Markdown."""
    line = " ".join(harmless(text, breaks=False).split())
    return _AT_START.sub(r"\1\\\2\3", _MEANT.sub(r"\\\g<0>", line))


def heading(level: int, text: str) -> str:
    """A heading, with a blank line after it."""
    return f"{'#' * level} {escaped(text)}\n\n"


def paragraph(text: str) -> str:
    """A paragraph, with a blank line after it."""
    return f"{escaped(text)}\n\n"


def items(lines: Sequence[str], *, numbered: bool = False) -> str:
    """A list of lines that are Markdown already; empty without one."""
    marks = (f"{number}." if numbered else "-" for number in range(1, len(lines) + 1))
    listed = "".join(f"{mark} {line}\n" for mark, line in zip(marks, lines, strict=True))
    return listed and f"{listed}\n"


def table(given: Table) -> str:
    """A table of GitHub's Markdown, below a line that says what it holds; figures to the right."""
    rows = [[column.head for column in given.columns], *given.rows]
    shown = [[escaped(cell) for cell in row] for row in rows]
    widths = [max(3, *(cells(row[at]) for row in shown)) for at in range(len(given.columns))]
    head, *body = (_row(row, widths, given) for row in shown)
    rule = "".join(
        f"| {'-' * (width - 1)}{':' if column.figures else '-'} "
        for width, column in zip(widths, given.columns, strict=True)
    )
    return f"{paragraph(given.caption)}{head}{rule}|\n{''.join(body)}\n"


def _row(row: Sequence[str], widths: Sequence[int], given: Table) -> str:
    parts = []
    for cell, width, column in zip(row, widths, given.columns, strict=True):
        blanks = " " * (width - cells(cell))
        parts.append(f"| {blanks}{cell} " if column.figures else f"| {cell}{blanks} ")
    return f"{''.join(parts)}|\n"
