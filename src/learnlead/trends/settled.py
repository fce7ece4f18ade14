"""All that is settled about a journal: its looks with their claims, and its bets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from learnlead.page.facts import Sitting
from learnlead.rubric.model import Rubric
from learnlead.trends.bets import Bet, bets_of
from learnlead.trends.looks import Look, looks
from learnlead.trends.window import WIDTH, Window, newest_of, rated_sittings, window_of_rated

REACH = 2 * WIDTH
"""The newest dates that anything settled rests on: the oldest look has a window of its own."""


class Settled(NamedTuple):
    """Looks and bets, the oldest first; a chosen period has none."""

    looks: tuple[Look, ...] = ()
    bets: tuple[Bet, ...] = ()

    @property
    def look(self) -> Look | None:
        """The newest look."""
        return self.looks[-1] if self.looks else None

    @property
    def running_bet(self) -> Bet | None:
        """The newest bet, unless it has ended."""
        return self.bets[-1] if self.bets and not self.bets[-1].ended else None


def settle(sittings: Sequence[Sitting], rubric: Rubric, window: Window | None = None) -> Settled:
    """Looks and bets of one journal.

    Args:
        sittings: of comparable versions, in the order of their dates.
        rubric: as it stands now; quarterly ones and those without behaviours have figures only.
        window: of the newest 260 dates, where it is known.
    """
    if rubric.rhythm == "quarterly" or not rubric.behaviours:
        return Settled()
    dates = list(dict.fromkeys(sitting.date for sitting in sittings))
    before = max(len(dates) - REACH, 0)
    if window is None or len(dates) > WIDTH:
        newest = newest_of(sittings, REACH)
        window = window_of_rated(rated_sittings(newest, rubric), rubric)
    return Settled(looks(window, before), bets_of(window, whole=not before))
