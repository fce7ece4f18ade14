"""Columns: a name and a few figures a row, or a sentence a row where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from string import ascii_uppercase

from learnlead.reports.cells import broken, cells, padded
from learnlead.reports.document import Column, Table
from learnlead.reports.lines import Layout, Line, Span, wrapped

_NARROWEST_NAME = 24

_NARROW = 68
"""Columns of a narrow table."""


def columns(table: Table, layout: Layout) -> list[Line]:
    """The rows, each a name and one text under each head; empty texts stay blank.

    In plain mode, and where less than 24 columns would be left to the names, each row is a
    sentence: the name, then each head with its text, or `nothing` where all are empty. Where heads
    are sentences, letters stand for them, below the caption and the sentences themselves.
    """
    if table.look == "narrow":
        layout = replace(layout, width=min(layout.width, _NARROW))
    if table.look == "grid":
        lines = wrapped(table.caption, layout.width, style="dim", indent=2)
        key, table = ([], table) if layout.plain else _lettered(table, layout)
        return [*lines, *key, *columns(table._replace(look="plain"), layout)]
    heads = [column.head for column in table.columns[1:]]
    widths = [
        max(map(cells, texts)) for texts in zip(heads, *(r[1:] for r in table.rows), strict=True)
    ]
    left = layout.width - sum(2 + width for width in widths)
    if layout.plain or left < _NARROWEST_NAME:
        return [
            line
            for name, *figures in table.rows
            for line in wrapped(
                f"{name}: {_said(heads, figures) or table.nothing}",
                layout.width,
                indent=2,
                hanging=2,
            )
        ]
    lines = [(Span(" " * left), Span(_aligned(heads, widths), "dim"))]
    for name, *figures in table.rows:
        first, *more = broken(name, left - 2)
        lines.append((Span(padded(f"  {first}", left)), Span(_aligned(figures, widths))))
        lines += [(Span(f"  {piece}"),) for piece in more]
    return lines


def _lettered(table: Table, layout: Layout) -> tuple[list[Line], Table]:
    """The key, and the table with a letter for each head; without a key where letters run out."""
    name, *across = table.columns
    if len(across) > len(ascii_uppercase):
        return [], table
    pairs = list(zip(ascii_uppercase, across, strict=False))
    key = [
        line
        for letter, one in pairs
        for line in wrapped(f"{letter}: {one.head}", layout.width, style="dim", indent=2, hanging=3)
    ]
    return key, table._replace(columns=(name, *(Column(letter) for letter, _ in pairs)))


def _aligned(texts: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(f"  {' ' * (w - cells(t))}{t}" for t, w in zip(texts, widths, strict=True))


def _said(heads: Sequence[str], figures: Sequence[str]) -> str:
    pairs = zip(heads, figures, strict=True)
    return ", ".join(f"{head} {text}" for head, text in pairs if text)
