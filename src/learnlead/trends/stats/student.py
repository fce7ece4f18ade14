"""Tails of the normal distribution and of Student's t, and the normal quantile.

The incomplete beta function by its continued fraction: Press and others, Numerical Recipes 6.4.
"""

from __future__ import annotations

from math import erfc, exp, lgamma, log, sqrt

_TINY = 1e-300
_PRECISION = 1e-15
_MOST_STEPS = 500


def normal_tail(z: float) -> float:
    """How often a standard normal value is above z."""
    return erfc(z / sqrt(2)) / 2


def student_tail(t: float, df: float) -> float:
    """How often a value of Student's t with that many degrees of freedom is above t."""
    square = t * t
    if square < df:  # the complement of a small share, so that its digits are kept
        both = 1 - _incomplete_beta(square / (df + square), 0.5, df / 2)
    else:
        both = _incomplete_beta(df / (df + square), df / 2, 0.5)
    return both / 2 if t > 0 else 1 - both / 2


def student_quantile(tail: float, df: float) -> float:
    """The t above which a value lies that often, for tails up to a half; by bisection."""
    low, high = 0.0, 1000.0
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if student_tail(middle, df) > tail else (low, middle)
    return (low + high) / 2


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, for x from 0 to 1."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _continued_fraction(x, a, b) / a
    return 1 - front * _continued_fraction(1 - x, b, a) / b


def _continued_fraction(x: float, a: float, b: float) -> float:
    """Lentz's method."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            result *= c * d
        if abs(c * d - 1) < _PRECISION:
            break
    return result


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
