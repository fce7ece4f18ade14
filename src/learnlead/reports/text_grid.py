"""A grid: the mean rating of each behaviour in each relationship."""

from __future__ import annotations

from string import ascii_uppercase

from learnlead.reports.columns import columns
from learnlead.reports.lines import Layout, Line, wrapped
from learnlead.reports.words import counted
from learnlead.trends.grid import Grid, grid
from learnlead.trends.model import Trends


def grid_text(trends: Trends, layout: Layout) -> list[Line]:
    """Means by behaviour and relationship; empty without a sitting at depth full."""
    found = grid(trends.window.sittings, trends.rubric)
    used = {one for _, one in found.cells}
    across = [one for one in trends.rubric.relationships if one.id in used]
    if not across:
        return []
    rows = [
        (behaviour.name, [cell_text(found, behaviour.id, one.id) for one in across])
        for behaviour in trends.rubric.behaviours
    ]
    lines = wrapped(grid_legend(found), layout.width, style="dim", indent=2)
    heads = [one.sentence for one in across]
    if not layout.plain and len(across) <= len(ascii_uppercase):
        letters = ascii_uppercase[: len(across)]
        for letter, sentence in zip(letters, heads, strict=True):
            lines += wrapped(
                f"{letter}: {sentence}", layout.width, style="dim", indent=2, hanging=3
            )
        heads = list(letters)
    return lines + columns(
        heads, [row for row in rows if any(row[1])], layout, nothing="no rating yet"
    )


def grid_legend(found: Grid) -> str:
    """What the figures of the grid are."""
    several = ", in brackets of how many" if found.sittings > 1 else ""
    return (
        f"Mean ratings of {counted(found.sittings, 'full sitting')}{several}; a shorter sitting "
        "does not ask for relationships one by one."
    )


def cell_text(found: Grid, behaviour: str, relationship: str) -> str:
    """`3.5 (2)`: the mean and of how many ratings; empty without a rating."""
    cell = found.cells.get((behaviour, relationship))
    if cell is None:
        return ""
    return f"{cell.mean:.1f} ({cell.n})" if found.sittings > 1 else f"{cell.mean:.1f}"
