"""Track: one series as the statistics need it, times and values alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Observations(NamedTuple):
    """Values in the order of their times; no time stands twice.

    `weeks` are real-valued, counted from any one moment.
    """

    weeks: Sequence[float]
    values: Sequence[float]

    @property
    def n(self) -> int:
        """How many values there are."""
        return len(self.values)
