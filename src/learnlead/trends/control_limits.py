"""Limits for single values: beyond them a sitting is unusual, which is no trend.

The individuals chart of the NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from learnlead.trends.averages import mean

_D2 = 1.128
"""Mean range of two normal values, in standard deviations."""


class ControlLimits(NamedTuple):
    """The middle, the mean moving range, and the lower and upper limit, in the values' unit."""

    mean: float
    moving_range: float
    low: float
    high: float


def control_limits(
    values: Sequence[float], *, k: float = 3.0, phi: float = 0.0
) -> ControlLimits | None:
    """The limits of values in the order of their dates; None below two values.

    Args:
        values: at least two.
        k: how many standard deviations lie between the middle and a limit.
        phi: lag-1 autocorrelation, below 1. It makes neighbours alike, and the moving range too
            small a measure of spread, by the root of 1 − phi.
    """
    if len(values) < 2:
        return None
    middle = mean(values)
    moving_range = mean([abs(b - a) for a, b in pairwise(values)])
    reach = k * moving_range / (_D2 * sqrt(1 - phi))
    return ControlLimits(middle, moving_range, middle - reach, middle + reach)
