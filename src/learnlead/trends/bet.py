"""Bet: how likely it is that so many sittings show a rise of one point, if there is one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from learnlead.rubric.model import Rhythm
from learnlead.trends.calibration_table import PHIS, SEEN, Rows
from learnlead.trends.verdict import FIRST_VERDICT

QUARTER = 13
"""Sittings after which a focus is offered anew."""

USUAL_PHI = 0.3
"""The autocorrelation taken where a journal is too young to tell its own."""

_EVEN = 0.5


class Bet(NamedTuple):
    """What a number of sittings can show.

    Attributes:
        sittings: how many; all of them rate the focus.
        phi: the autocorrelation that was taken.
        chance: that a rise of one point from the first sitting to the last is called one.
        even: the sittings from which that is as likely as not; None where even the longest
            journals that were tried do not reach it.
    """

    sittings: int
    phi: float
    chance: float
    even: int | None


def bet(sittings_left: int, phi: float | None, rhythm: Rhythm = "weekly") -> Bet:
    """The bet on a focus that is to be rated in that many sittings.

    Interpolated between the cells of the calibration table, which end at an autocorrelation of
    0.6 and at 104 weekly or 52 monthly sittings: what lies beyond is as at the edge. Below twelve
    sittings nothing is ever called a rise.

    Args:
        sittings_left: from the first to the last that are to count.
        phi: the journal's own autocorrelation; None if it cannot tell yet.
        rhythm: of the rubric. Quarterly sittings count as monthly ones.
    """
    rows: Rows = "weekly" if rhythm == "weekly" else "monthly"
    taken = USUAL_PHI if phi is None else phi
    sizes = list(SEEN[rows])
    shares = [_between(PHIS, SEEN[rows][size], taken) for size in sizes]
    even = (n for n in range(sizes[0], sizes[-1] + 1) if _between(sizes, shares, n) >= _EVEN)
    chance = _between(sizes, shares, sittings_left) if sittings_left >= FIRST_VERDICT else 0.0
    return Bet(sittings_left, taken, round(chance, 4), next(even, None))


def _between(steps: Sequence[float], values: Sequence[float], at: float) -> float:
    """The value at a point between steps, on the straight line from one to the next."""
    right = min(max(bisect_right(steps, at), 1), len(steps) - 1)
    left = right - 1
    part = (at - steps[left]) / (steps[right] - steps[left])
    return values[left] + (values[right] - values[left]) * min(max(part, 0.0), 1.0)
