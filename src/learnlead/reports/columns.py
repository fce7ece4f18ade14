"""Columns: a name and a few figures a row, or a sentence a row where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.reports.cells import broken, cells, padded
from learnlead.reports.lines import Layout, Line, Span, wrapped

_NARROWEST_NAME = 24


def columns(
    heads: Sequence[str],
    rows: Sequence[tuple[str, Sequence[str]]],
    layout: Layout,
    *,
    nothing: str,
) -> list[Line]:
    """Rows of a name and one text under each head; empty texts stay blank.

    In plain mode, and where less than 24 columns would be left to the names, each row is a
    sentence: the name, then each head with its text, or `nothing` where all are empty.
    """
    widths = [
        max(cells(text) for text in (head, *(figures[i] for _, figures in rows)))
        for i, head in enumerate(heads)
    ]
    left = layout.width - sum(2 + width for width in widths)
    if layout.plain or left < _NARROWEST_NAME:
        return [
            line
            for name, figures in rows
            for line in wrapped(
                f"{name}: {_said(heads, figures) or nothing}", layout.width, indent=2, hanging=2
            )
        ]
    lines: list[Line] = [(Span(" " * left), Span(_aligned(heads, widths), "dim"))]
    for name, figures in rows:
        first, *more = broken(name, left - 2)
        lines.append((Span(padded(f"  {first}", left)), Span(_aligned(figures, widths))))
        lines += [(Span(f"  {piece}"),) for piece in more]
    return lines


def _aligned(texts: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(f"  {' ' * (w - cells(t))}{t}" for t, w in zip(texts, widths, strict=True))


def _said(heads: Sequence[str], figures: Sequence[str]) -> str:
    pairs = zip(heads, figures, strict=True)
    return ", ".join(f"{head} {text}" for head, text in pairs if text)
