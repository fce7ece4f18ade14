"""NAP, nonoverlap of all pairs: two windows of time compared, without a line through them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import comb, log, sqrt
from typing import NamedTuple

from learnlead.trends.stats.averages import mean


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


def hypergeometric_p(inside: int, happened: int, size: int, total: int, odds: float = 1.0) -> float:
    """The probability of a split at least as lopsided, twice the smaller tail, at most 1.

    Of `total` sittings it happened in `happened`, in `inside` of these among `size` newest ones.
    With odds other than 1, as when newest pages are longer and hold more of everything, it is
    Fisher's noncentral hypergeometric distribution.
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
    """What a p must not exceed so that all tests together err with at most this risk.

    Bonferroni's share for those tests alone that could ever succeed: Tarone (1990), Biometrics 46.

    Args:
        smallest: for each test, the smallest p that it could have.
        risk: of any false success.
    """
    ordered = sorted(smallest)
    tests = 1
    while tests < len(ordered) and ordered[tests] <= risk / tests:
        tests += 1
    return risk / tests


def log_odds(
    count: int, total: int, other_count: int, other_total: int, *, prior: float, priors: float
) -> float:
    """The log-odds ratio of a word, one part against the other, in standard deviations.

    Args:
        count: how often the word stands in the one part.
        total: how often all words do, this one among them.
        other_count: how often the word stands in the other part.
        other_total: how often all words do there.
        prior: how often it is taken to have stood in either part already, above 0.
        priors: the same for all words together, above `prior`.
    """
    logit = log((count + prior) / (total + priors - count - prior))
    other_logit = log((other_count + prior) / (other_total + priors - other_count - prior))
    return (logit - other_logit) / sqrt(1 / (count + prior) + 1 / (other_count + prior))


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
