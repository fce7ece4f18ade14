"""Mean and median, without the start-up cost of the `statistics` module."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def mean(values: Collection[float]) -> float:
    """The arithmetic mean of at least one value."""
    return sum(values) / len(values)


def median(values: Sequence[float]) -> float:
    """The median of at least one value; for an even number, the mean of the middle two."""
    return median_of_sorted(sorted(values))


def median_of_sorted(values: Sequence[float]) -> float:
    """As `median`, for sorted values."""
    half = len(values) // 2
    if len(values) % 2:
        return values[half]
    return (values[half - 1] + values[half]) / 2
