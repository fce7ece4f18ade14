"""Middle: some values of a series in two figures, where they are too few for more."""

from __future__ import annotations

from typing import NamedTuple

from learnlead.trends.averages import median
from learnlead.trends.dated import Dated


class Middle(NamedTuple):
    """The median of some values, None of none, and how many they are."""

    median: float | None
    n: int


def middle(dated: Dated) -> Middle:
    """The middle of these values."""
    return Middle(median(dated.values) if dated.values else None, len(dated.values))
