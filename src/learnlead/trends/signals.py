"""Signals: single sittings far outside the usual range of the overall rating; never a trend."""

from __future__ import annotations

from datetime import date
from math import erfc, sqrt
from typing import NamedTuple

from learnlead.trends.control_limits import control_limits
from learnlead.trends.dated import Dated

FIRST_SIGNAL = 8
"""Values from which limits are drawn; fewer do not tell what is usual."""

_RISK = 0.025
_LEAST = 3.0
_EQUAL = 1e-9
"""The composite is rounded to so much: a nearer value lies on its limit, not beyond it."""


class Signal(NamedTuple):
    """An unusual value, and the limit beyond which it lies, below or above."""

    date: date
    value: float
    limit: float

    @property
    def high(self) -> bool:
        """Whether the value lies above its limit."""
        return self.value > self.limit


def signals(dated: Dated, phi: float | None) -> tuple[Signal, ...]:
    """The unusual values of the composite, in the order of dates; none below eight values.

    On every behaviour's series nearly each trendless journal would show one by its half year, so
    this is for the composite alone.

    Args:
        dated: the composite's values.
        phi: its autocorrelation, as its verdict used it.
    """
    values = dated.values
    if len(values) < FIRST_SIGNAL or phi is None:
        return ()
    limits = control_limits(values, k=reach(len(values)), phi=phi)
    if limits is None:
        return ()
    found = []
    for day, value in zip(dated.dates, values, strict=True):
        if value > limits.high + _EQUAL:
            found.append(Signal(day, value, limits.high))
        elif value < limits.low - _EQUAL:
            found.append(Signal(day, value, limits.low))
    return tuple(found)


def reach(n: int) -> float:
    """How many standard deviations lie between the middle and a limit: max(3, z(1 − 0.025/n)).

    So that long series find no more by chance than short ones. z, the standard normal quantile,
    by halving: the standard library's costs more to import than all of this.
    """
    low, high = _LEAST, 10.0
    if _tail(low) <= _RISK / n:
        return low
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _tail(middle) > _RISK / n else (low, middle)
    return high


def _tail(z: float) -> float:
    return erfc(z / sqrt(2)) / 2
