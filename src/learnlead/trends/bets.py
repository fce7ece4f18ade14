"""The bets on a focus: when each is made and settled, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from learnlead.page.facts import Sitting
from learnlead.trends.bet_comparison import ENOUGH, LEVEL, Comparison, compared
from learnlead.trends.dated import DatedValues
from learnlead.trends.window import Window

QUARTER = 13
"""The dated sittings after which a bet is settled."""

LATE = 26
"""Those after which it is settled where nothing came before; its first eight stand for before."""

BEFORE = 26
"""The dated sittings before the declaration that count at most."""

Outcome = Literal["seen", "not-seen", "cannot-be-judged", "open"]
"""What became of a bet; `open` until its last sitting."""


class Bet(NamedTuple):
    """One declaration of a focus.

    Attributes:
        behaviour: its id; the rubric may no longer have it.
        since: the day it was declared.
        held: its dated sittings so far, up to the next declaration.
        needed: the dated sittings after which it is settled.
        settled_on: the day of the last of these, once it is there.
        ended: whether another focus, none, or a renewal followed.
        comparison: the test; None while it is open, and where it cannot be judged.
    """

    behaviour: str
    since: date
    held: int
    needed: int
    settled_on: date | None
    ended: bool
    comparison: Comparison | None

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        if self.comparison is not None:
            return "seen" if self.comparison.p < LEVEL else "not-seen"
        return "cannot-be-judged" if self.settled_on is not None or self.ended else "open"


class _Run(NamedTuple):
    behaviour: str
    first: int  # its first date's place
    last: int
    ended: bool


def bets_of(window: Window, *, whole: bool) -> tuple[Bet, ...]:
    """Every declaration of a focus within the window, the oldest first.

    Args:
        window: the sittings and their values.
        whole: whether the journal begins with it; else the first declaration is unknown.
    """
    runs = list(_runs(window.sittings, window.dates))
    if not whole and runs and runs[0].first == 0:
        del runs[0]
    return tuple(_bet(run, window) for run in runs)


def _runs(sittings: Sequence[Sitting], dates: Sequence[date]) -> Iterator[_Run]:
    """Declarations: the first page with a focus, and from a quarter on each that renews it."""
    place = {day: number for number, day in enumerate(dates)}
    behaviour: str | None = None
    first = last = 0
    for sitting in sittings:
        here = place[sitting.date]
        renewed = sitting.focus_notice is not None and here - first >= QUARTER
        if sitting.focus != behaviour or (behaviour is not None and renewed):
            if behaviour is not None:
                yield _Run(behaviour, first, last, ended=True)
            behaviour, first = sitting.focus, here
        last = here
    if behaviour is not None:
        yield _Run(behaviour, first, last, ended=False)


def _bet(run: _Run, window: Window) -> Bet:
    dates, held = window.dates, run.last - run.first + 1
    before = dates[max(run.first - BEFORE, 0) : run.first]
    own = window.behaviours.get(run.behaviour, DatedValues())
    late = not before or len(own.between(before[0], before[-1]).dates) < ENOUGH
    needed = LATE if late else QUARTER
    if held < needed:
        return Bet(run.behaviour, dates[run.first], held, needed, None, run.ended, None)
    end = run.first + needed
    if late:
        before = dates[run.first : run.first + ENOUGH]
    since = dates[end - QUARTER : end]
    comparison = compared(run.behaviour, window.behaviours, before, since)
    return Bet(run.behaviour, dates[run.first], held, needed, dates[end - 1], run.ended, comparison)
