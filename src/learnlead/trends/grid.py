"""Grid: what was rated in which relationship, from sittings that asked for both (depth full)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from learnlead.journal.sitting import Sitting
from learnlead.rubric.model import Rubric
from learnlead.trends.averages import mean


class Cell(NamedTuple):
    """The mean rating of one behaviour in one relationship, and of how many ratings."""

    mean: float
    n: int


class Grid(NamedTuple):
    """Ratings by behaviour and relationship.

    Attributes:
        sittings: how many sittings were held at depth full.
        cells: by behaviour and relationship; those without a rating are left out.
    """

    sittings: int
    cells: Mapping[tuple[str, str], Cell]


def grid(sittings: Sequence[Sitting], rubric: Rubric) -> Grid:
    """The grid of the sittings at depth full.

    A shorter sitting rates a shared behaviour without saying in which relationship, so its
    ratings would stand in every column alike.
    """
    full = [sitting for sitting in sittings if sitting.depth == "full"]
    cells: dict[tuple[str, str], Cell] = {}
    for behaviour in rubric.behaviours:
        given: dict[str, list[int]] = {}
        for sitting in full:
            mark = sitting.ratings.get(behaviour.id)
            marks = mark if isinstance(mark, Mapping) else {behaviour.relationship: mark}
            for relationship, one in marks.items():
                if isinstance(one, int):
                    given.setdefault(relationship, []).append(one)
        for known in rubric.relationships:
            if ratings := given.get(known.id):
                cells[behaviour.id, known.id] = Cell(mean(ratings), len(ratings))
    return Grid(len(full), cells)
