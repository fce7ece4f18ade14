"""Observations: the times and values of one series, as the statistics take them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Observations(NamedTuple):
    """Values in the order of their times, which are distinct.

    `weeks` are the times, real-valued, counted from any origin.
    """

    weeks: Sequence[float]
    values: Sequence[float]

    @property
    def n(self) -> int:
        """How many values there are."""
        return len(self.values)
