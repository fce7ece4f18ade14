"""The sheet on which a verdict is worked out: its width, its names, how figures are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learnlead.reports.columns import columns
from learnlead.reports.lines import Layout, Line, wrapped

_WIDEST = 80
"""Columns: a row of figures that is wider is hard to follow."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the steps are written.

    Attributes:
        names: of behaviours, and of `overall`, by id.
        width: in columns.
        plain: sentences in place of tables.
    """

    names: Mapping[str, str]
    width: int
    plain: bool

    def say(self, text: str) -> list[Line]:
        """A sentence or more, with an indent."""
        return wrapped(text, min(self.width, _WIDEST), indent=2)

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[tuple[str, Sequence[str]]],
        width: int = _WIDEST,
    ) -> list[Line]:
        """Rows of a name and its figures, with an empty line before them."""
        return [(), *columns(heads, rows, Layout(min(self.width, width), self.plain), nothing="")]

    def name(self, one: str) -> str:
        """What screens call it; its id if nothing else is known."""
        return self.names.get(one, one)


def figure(value: float) -> str:
    """Six digits that count, as a calculator shows them."""
    return f"{value:.6g}".replace("-", "−")


def chance(p: float) -> str:
    """A p, to six decimals."""
    return "below 0.000001" if p < 0.000001 else f"{p:.6f}"


def exact(value: float) -> str:
    """A value with all its digits, so that ties are seen: overall ones are rounded to nine."""
    return f"{value:.9f}".rstrip("0").rstrip(".")
