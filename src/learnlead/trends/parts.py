"""Two parts of a window: in which sittings terms stand, the newest against those before."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from learnlead.trends.exact_test import level, two_sided
from learnlead.trends.log_odds import log_odds

NEWEST = 13
"""Sittings that count as now: a quarter of weeks."""

RISK = 0.05
"""Of one false theme or more, rising or falling, where the order of the sittings means nothing."""


_CERTAIN = 0.95
"""The highest share of sittings that is taken for a chance: at 1 no odds are left."""


class Count(NamedTuple):
    """In how many sittings a term stands, and in how many of the newest ones."""

    recent: int
    entries: int

    @property
    def both(self) -> bool:
        """Whether it stands in newest sittings and in earlier ones."""
        return 0 < self.recent < self.entries


class Parts:
    """The newest sittings and those before, and how all terms are spread over them."""

    def __init__(self, sittings: int, counts: Iterable[Count]) -> None:
        self.newest = min(sittings, NEWEST)
        self.before = sittings - self.newest
        self._counts = list(counts)
        # Each sitting counts as one term of its own: no total is a single term alone.
        self._recent = self.newest + sum(count.recent for count in self._counts)
        self._every = sittings + sum(count.entries for count in self._counts)

    def score(self, count: Count) -> float:
        """Log-odds, newest against before; 0 without a before.

        The prior weighs as much as the newest sittings, so that a term which never stood before
        does not go behind one that stood there once.
        """
        if not self.before:
            return 0.0
        weight = self.newest / (self.newest + self.before)
        return log_odds(
            count.recent,
            self._recent,
            count.entries - count.recent,
            self._every - self._recent,
            prior=count.entries * weight,
            priors=self._every * weight,
        )

    @cached_property
    def clear(self) -> frozenset[Count]:
        """The counts that chance is no likely reason for, all terms considered."""
        if not self.before:
            return frozenset()
        smallest = {
            entries: self._smallest(entries) for entries in {c.entries for c in self._counts}
        }
        enough = level((smallest[count.entries] for count in self._counts), RISK)
        return frozenset(
            count
            for count in set(self._counts)
            if smallest[count.entries] <= enough and self._p(count) <= enough
        )

    def _smallest(self, entries: int) -> float:
        """The p of so many entries that lie all to one end."""
        fewest, most = max(0, entries - self.before), min(self.newest, entries)
        return min(self._p(Count(fewest, entries)), self._p(Count(most, entries)))

    def _p(self, count: Count) -> float:
        total = self.newest + self.before
        return two_sided(count.recent, count.entries, self.newest, total, self._odds(count))

    def _odds(self, count: Count) -> float:
        """The odds of the term in a newest sitting, against before, if only pages grew longer.

        As much more often than before as all terms together, within what a share can be.
        """
        longer = (self._recent / self.newest) / ((self._every - self._recent) / self.before)
        before = count.entries / (longer * self.newest + self.before)
        one, other = min(longer * before, _CERTAIN), min(before, _CERTAIN)
        return (one / (1 - one)) / (other / (1 - other))
