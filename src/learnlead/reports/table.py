"""Table: rows under heads, as text, whoever lays them out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """What stands under one head; figures are aligned to the right."""

    head: str
    figures: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table. The first cell of a row says what the row is about; an empty text is an empty cell.

    Attributes:
        caption: what the table holds, in a sentence.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
