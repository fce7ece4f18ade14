"""What a bet can show before it is made, and what a look would not have shown.

Shares of simulated journals with a true change, as `benchmarks/calibration.py` makes them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from learnlead.trends.bet_comparison import ENOUGH
from learnlead.trends.bets import BEFORE, LATE, QUARTER

PHIS = (0.0, 0.3, 0.6)
"""The columns of the tables: autocorrelation from one sitting to the next."""

USUAL_PHI = 0.3
"""The autocorrelation assumed for a journal that is too short for an estimate."""

SEEN: Mapping[int, tuple[float, float, float]] = {
    0: (0.57, 0.50, 0.38),
    8: (0.61, 0.51, 0.33),
    13: (0.76, 0.58, 0.40),
    26: (0.87, 0.67, 0.40),
}
"""By the sittings before, the share of bets on a true rise of one point that are seen.

With 0 the focus was there from the first sitting, and the rise came after the eighth.
"""


class Odds(NamedTuple):
    """What a bet can show.

    Attributes:
        before: the sittings before that count; 0 where they are too few.
        sittings: after how many it is settled.
        phi: the autocorrelation assumed.
        chance: how often a true rise of one point against the others is seen.
    """

    before: int
    sittings: int
    phi: float
    chance: float


def odds_of_bet(rated_before: int, phi: float | None) -> Odds:
    """The odds of a bet that begins now.

    Interpolated between simulated journals, constant beyond them.

    Args:
        rated_before: the newest sittings that rate the behaviour, of which 26 count.
        phi: the journal's autocorrelation; None if it cannot be estimated yet.
    """
    before = min(rated_before, BEFORE)
    taken = USUAL_PHI if phi is None else phi
    if before < ENOUGH:
        return Odds(0, LATE, taken, _between(PHIS, SEEN[0], taken))
    sizes = [size for size in SEEN if size]
    shares = [_between(PHIS, SEEN[size], taken) for size in sizes]
    return Odds(before, QUARTER, taken, _between(sizes, shares, before))


MOST = 2.5
"""The largest rise that was simulated, in points."""

_MORE = 3.0
"""Stands for more than that."""

UNSEEN_OVERALL: Mapping[int, tuple[float, float, float]] = {
    26: (_MORE, _MORE, _MORE),
    39: (1.15, 1.35, 2.0),
    52: (0.8, 0.95, 1.35),
    104: (0.45, 0.65, 0.85),
}
"""By the values, the rise over the whole time that half of the journals show overall."""

UNSEEN_BEHAVIOUR: Mapping[int, tuple[float, float, float]] = {
    39: (_MORE, _MORE, _MORE),
    52: (1.85, 2.2, _MORE),
    104: (1.0, 1.35, 2.05),
}
"""The same for one behaviour among twelve."""


def unseen_rise(n: int, phi: float | None, *, overall: bool) -> float | None:
    """The rise over the whole time, in points, that half of the journals would not have shown.

    Interpolated between simulated journals, constant beyond them; None where it is more than 2.5.

    Args:
        n: the values of the look.
        phi: the journal's autocorrelation; None if it cannot be estimated yet.
        overall: whether of the overall rating; else of one behaviour.
    """
    table = UNSEEN_OVERALL if overall else UNSEEN_BEHAVIOUR
    taken = USUAL_PHI if phi is None else phi
    sizes = list(table)
    rise = _between(sizes, [_between(PHIS, table[size], taken) for size in sizes], n)
    return rise if rise <= MOST else None


def _between(steps: Sequence[float], values: Sequence[float], at: float) -> float:
    """Linear interpolation, constant beyond the ends."""
    right = min(max(bisect_right(steps, at), 1), len(steps) - 1)
    left = right - 1
    part = (at - steps[left]) / (steps[right] - steps[left])
    return values[left] + (values[right] - values[left]) * min(max(part, 0.0), 1.0)
