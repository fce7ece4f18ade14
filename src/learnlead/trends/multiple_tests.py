"""Many tests at once: Benjamini and Hochberg (1995), J. R. Statist. Soc. B 57."""

from __future__ import annotations

from collections.abc import Sequence


def adjusted(p_values: Sequence[float]) -> list[float]:
    """Each p, adjusted so that rejecting those below q keeps false discoveries below q."""
    count = len(p_values)
    result = [1.0] * count
    smallest = 1.0
    falling = sorted(range(count), key=p_values.__getitem__, reverse=True)
    for rank, index in zip(range(count, 0, -1), falling, strict=True):
        smallest = min(smallest, p_values[index] * count / rank)
        result[index] = smallest
    return result
