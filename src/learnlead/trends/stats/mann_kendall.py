"""The Mann-Kendall test for a monotonic trend, and Benjamini and Hochberg's adjustment of p.

Mann (1945), Econometrica 13; Kendall (1975), Rank Correlation Methods: variance with ties,
normal approximation with continuity correction.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from math import erfc, sqrt
from typing import NamedTuple


class MannKendall(NamedTuple):
    """The result of the test.

    Attributes:
        s: the number of rising pairs less that of falling ones.
        var_s: the variance of s for independent values without a trend, corrected for ties.
        z: s with continuity correction, in standard deviations.
        p: two-sided.
    """

    s: int
    var_s: float
    z: float
    p: float


def mann_kendall(values: Sequence[float]) -> MannKendall | None:
    """The test over values in the order of their dates; None below two values.

    When all values are equal, s, var_s and z are 0 and p is 1.
    """
    if len(values) < 2:
        return None
    s = 0
    earlier: list[float] = []
    for value in values:
        lower = bisect_left(earlier, value)
        higher = len(earlier) - bisect_right(earlier, value)
        s += lower - higher
        insort(earlier, value)
    var_s = variance_of_s(values)
    z, p = z_and_p(s, var_s)
    return MannKendall(s, var_s, z, p)


def variance_of_s(values: Sequence[float], times: Sequence[float] = ()) -> float:
    """The variance of S for independent values, corrected for ties in values and in times."""
    ties = [*Counter(values).values(), *Counter(times).values()]
    return (_weight(len(values)) - sum(map(_weight, ties))) / 18


def z_and_p(s: int, variance: float) -> tuple[float, float]:
    """The z of S with continuity correction, and its two-sided p; 0 and 1 without variance."""
    if s == 0 or variance <= 0:
        return 0.0, 1.0
    z = (s - 1 if s > 0 else s + 1) / sqrt(variance)
    return z, erfc(abs(z) / sqrt(2))


def _weight(n: int) -> int:
    return n * (n - 1) * (2 * n + 5)


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Adjusted p-values: rejecting those below q keeps the false discovery rate below q.

    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57.
    """
    count = len(p_values)
    result = [1.0] * count
    smallest = 1.0
    descending = sorted(range(count), key=p_values.__getitem__, reverse=True)
    for rank, index in zip(range(count, 0, -1), descending, strict=True):
        smallest = min(smallest, p_values[index] * count / rank)
        result[index] = smallest
    return result
