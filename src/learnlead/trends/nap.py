"""NAP, nonoverlap of all pairs: two windows of time compared, without a line through them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def nap(before: Sequence[float], after: Sequence[float]) -> float | None:
    """The share of pairs in which the later value is higher, a tie counting half.

    From 0 (all lower) over 0.5 to 1 (all higher); None where a window is empty. It is
    Mann-Whitney's U over the number of pairs: Parker, Vannest and Davis (2011), Behavior
    Modification 35. A trend that runs through both windows looks like a step.
    """
    if not before or not after:
        return None
    ranked = sorted(before)
    above = sum(bisect_left(ranked, v) + bisect_right(ranked, v) for v in after) / 2
    return above / (len(before) * len(after))
