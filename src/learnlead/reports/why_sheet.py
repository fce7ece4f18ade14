"""What the steps of a verdict are made of: how names and figures are written, and its tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from learnlead.reports.document import Column, Table

Names = Mapping[str, str]
"""What screens call behaviours, and `overall`, by id."""


def figures(
    first: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, narrow: bool = False
) -> Table:
    """A table of figures; what it holds is said before it."""
    columns = (Column(first, figures=False), *map(Column, heads))
    return Table("", columns, tuple(map(tuple, rows)), look="narrow" if narrow else "plain")


def figure(value: float) -> str:
    """Six digits that count, as a calculator shows them."""
    return f"{value:.6g}".replace("-", "−")


def chance(p: float) -> str:
    """A p, to six decimals."""
    return "below 0.000001" if p < 0.000001 else f"{p:.6f}"


def exact(value: float) -> str:
    """A value with all its digits, so that ties are seen: overall ones are rounded to nine."""
    return f"{value:.9f}".rstrip("0").rstrip(".")
