"""Comparisons of two samples, and limits for one.

Nonoverlap of all pairs (NAP), a two-sided exact test on a 2x2 table with Tarone's correction for
several tests, the log-odds ratio of a word, and the control limits of a moving-range chart.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import comb, log, sqrt
from typing import NamedTuple

from learnlead.trends.stats.averages import mean


def nap(before: Sequence[float], after: Sequence[float]) -> float | None:
    """Nonoverlap of all pairs: the share of pairs with a higher later value, ties counting half.

    From 0 (all lower) over 0.5 to 1 (all higher); None if a sample is empty. It is Mann-Whitney's
    U divided by the number of pairs: Parker, Vannest and Davis (2011), Behavior Modification 35.
    It cannot tell a steady trend from a step.
    """
    if not before or not after:
        return None
    ranked = sorted(before)
    above = sum(bisect_left(ranked, v) + bisect_right(ranked, v) for v in after) / 2
    return above / (len(before) * len(after))


def hypergeometric_p(inside: int, happened: int, size: int, total: int, odds: float = 1.0) -> float:
    """The two-sided p of an exact test: twice the smaller tail, at most 1.

    Of `total` sittings an event occurs in `happened`, and in `inside` of the `size` newest ones.
    With odds of 1 this is Fisher's exact test; other odds, as when newer pages are longer and hold
    more of everything, make it Fisher's noncentral hypergeometric distribution.
    """
    rest = total - size
    fewest = max(0, happened - rest)
    weights = [
        comb(size, k) * comb(rest, happened - k) * odds**k
        for k in range(fewest, min(size, happened) + 1)
    ]
    at = inside - fewest
    return min(1.0, 2 * min(sum(weights[: at + 1]), sum(weights[at:])) / sum(weights))


def tarone_level(smallest: Iterable[float], risk: float) -> float:
    """The level for each of several discrete tests that keeps the family-wise error rate.

    Bonferroni's correction counting only tests that can reach it: Tarone (1990), Biometrics 46.

    Args:
        smallest: for each test, the smallest p that it can attain.
        risk: the family-wise error rate.
    """
    ordered = sorted(smallest)
    tests = 1
    while tests < len(ordered) and ordered[tests] <= risk / tests:
        tests += 1
    return risk / tests


def log_odds(
    count: int, total: int, other_count: int, other_total: int, *, prior: float, priors: float
) -> float:
    """The log-odds ratio of a word between two parts of a text, with a Dirichlet prior, as a z.

    Args:
        count: occurrences of the word in the first part.
        total: occurrences of all words in it.
        other_count: occurrences of the word in the second part.
        other_total: occurrences of all words in it.
        prior: pseudo-count of the word, above 0.
        priors: pseudo-count of all words, above `prior`.
    """
    logit = log((count + prior) / (total + priors - count - prior))
    other_logit = log((other_count + prior) / (other_total + priors - other_count - prior))
    return (logit - other_logit) / sqrt(1 / (count + prior) + 1 / (other_count + prior))


_D2 = 1.128
"""The constant d2 for two values: the mean range of two normal values, in standard deviations."""


class ControlLimits(NamedTuple):
    """Mean, mean moving range, and lower and upper control limit, in the values' unit."""

    mean: float
    moving_range: float
    low: float
    high: float


def control_limits(
    values: Sequence[float], *, k: float = 3.0, phi: float = 0.0
) -> ControlLimits | None:
    """The limits of an individuals chart (XmR); None below two values.

    Args:
        values: in the order of their dates.
        k: the distance of a limit from the mean, in standard deviations.
        phi: lag-1 autocorrelation, below 1. It makes the moving range underestimate the standard
            deviation by the factor √(1 − phi), which is corrected.
    """
    if len(values) < 2:
        return None
    centre = mean(values)
    moving_range = mean([abs(b - a) for a, b in pairwise(values)])
    distance = k * moving_range / (_D2 * sqrt(1 - phi))
    return ControlLimits(centre, moving_range, centre - distance, centre + distance)
