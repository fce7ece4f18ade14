"""Middle: some values of a series in two figures, where they are too few for more."""

from __future__ import annotations

from dataclasses import dataclass

from learnlead.trends.averages import median
from learnlead.trends.dated import Dated


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of some values, None of none, and how many they are."""

    median: float | None
    n: int


def middle(dated: Dated) -> Middle:
    """The middle of these values."""
    return Middle(median(dated.values) if dated.values else None, len(dated.values))
