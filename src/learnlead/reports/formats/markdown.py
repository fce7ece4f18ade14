"""Markdown: for notes, wikis and pull requests, with escaped words and aligned columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from learnlead.reports.document import Document, Table
from learnlead.reports.formats.registry import Format
from learnlead.reports.lines import Layout
from learnlead.reports.render.marked import Marks
from learnlead.text.cells import cells
from learnlead.text.clean import harmless

_MEANT = re.compile(r"[\\`*_\[\]<>|~$]|&(?=[#\w])")
"""Characters of emphasis, code, links, pictures, HTML, cells and entities."""

_AT_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+#=:])")
"""Beginnings of a line that make it a list, a heading or a rule."""


def escaped(text: str) -> str:
    """The text on one line, escaped for any place in Markdown."""
    line = " ".join(harmless(text, breaks=False).split())
    return _AT_START.sub(r"\1\\\2\3", _MEANT.sub(r"\\\g<0>", line))


def _styled(style: str, text: str) -> str:
    return f"`{text}`" if style == "code" else f"**{text}**"


def _heading(level: int, text: str) -> str:
    return f"{'#' * min(level, 6)} {text}\n\n"


def _quote(paragraphs: Sequence[str]) -> str:
    return "\n>\n".join(f"> {text}" for text in paragraphs) + "\n\n"


def table(block: Table) -> str:
    """The table in GitHub's Markdown; figures are aligned to the right."""
    rows = [[column.head for column in block.columns], *block.rows]
    shown = [[escaped(cell) for cell in row] for row in rows]
    widths = [max(3, *(cells(row[at]) for row in shown)) for at in range(len(block.columns))]
    head, *body = (_row(row, widths, block) for row in shown)
    rule = "".join(
        f"| {'-' * (width - 1)}{':' if column.figures else '-'} "
        for width, column in zip(widths, block.columns, strict=True)
    )
    return f"{head}{rule}|\n{''.join(body)}\n"


def _row(row: Sequence[str], widths: Sequence[int], block: Table) -> str:
    parts = []
    for cell, width, column in zip(row, widths, block.columns, strict=True):
        blanks = " " * (width - cells(cell))
        parts.append(f"| {blanks}{cell} " if column.figures else f"| {cell}{blanks} ")
    return f"{''.join(parts)}|\n"


_MARKS = Marks(escaped, _styled, _heading, table, _quote, rule="---\n\n")


def _render(document: Document, _: Layout) -> Iterator[str]:
    return _MARKS.pieces(document)


FORMAT = Format("markdown", ".md", _render, in_bundle=True)
