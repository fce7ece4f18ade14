"""Fisher's exact test: does something happen in the newest sittings more often than by chance?"""

from __future__ import annotations

from collections.abc import Iterable
from math import comb


def two_sided(inside: int, happened: int, size: int, total: int, odds: float = 1.0) -> float:
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


def level(smallest: Iterable[float], risk: float) -> float:
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
