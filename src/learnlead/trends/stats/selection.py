"""The size of what a test picked out: smaller than it looks, since only large ones are picked.

Given that |z| passed a bound, z follows a truncated normal distribution about its true value. The
true value for which the observed z is the median is the median-unbiased estimate; those for which
it lies at the 2.5th and the 97.5th percentile are the ends of its 95 % interval. Fithian, Sun and
Taylor (2014), arXiv 1410.2597; for one normal value Zhong and Prentice (2008), Biostatistics 9.
"""

from __future__ import annotations

from typing import NamedTuple

from learnlead.trends.stats.student import normal_tail

_TAIL = 0.025


class Shrunken(NamedTuple):
    """What share of the observed size is left, and the ends of its 95 % interval.

    `share` is from 0 to 1; `low` may be negative, `high` above 1.
    """

    share: float
    low: float
    high: float


def shrunken(z: float, bound: float) -> Shrunken:
    """The shares of a size whose test gave that z, which passed that bound.

    A claim that no longer passes the bound is not picked by it any more: its size is taken as it
    is, with the interval of a plain test.
    """
    size = abs(z)
    if size <= bound:
        reach = 1.959963984540054 / size
        return Shrunken(1.0, 1 - reach, 1 + reach)
    middle, low, high = (_true_value(size, bound, tail) for tail in (0.5, _TAIL, 1 - _TAIL))
    return Shrunken(max(middle, 0.0) / size, low / size, high / size)


def _true_value(z: float, bound: float, tail: float) -> float:
    """The true value at which a z as large or larger, passing the bound, has that probability."""
    low, high = -20.0, z + 10.0
    for _ in range(100):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        passing = normal_tail(bound - middle) + normal_tail(bound + middle)
        if normal_tail(z - middle) < tail * passing:
            low = middle
        else:
            high = middle
    return (low + high) / 2
