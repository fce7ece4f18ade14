"""How long somebody sat at the keyboard: not how long the program was open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from learnlead.journeys.asks import Asks, Entry, Reply, Scene, Verdict
from learnlead.journeys.draft_parts import LONGEST
from learnlead.reflection.question import Choice, Given

PAUSE = 5 * 60.0
"""Of a wait for an answer, or for more of a text, so many seconds count: the rest is absence."""

IN_AN_EDITOR = 60 * 60.0
"""Of the time that an editor has a page: nobody sees what is typed there."""

T = TypeVar("T")


def counted(waited: float, at_most: float = PAUSE) -> float:
    """As much of a wait as counts; a clock that was set back counts nothing."""
    return min(max(waited, 0.0), at_most)


def minutes(seconds: float) -> int:
    """As a page says it: at least one, at most those of a day."""
    return max(1, round(min(seconds, LONGEST) / 60))


class Timed:
    """A door at which the time is taken; satisfies the port `Asks`.

    `clock` is one that goes on while nobody looks, in seconds; `before` were spent before.
    """

    def __init__(self, asks: Asks, clock: Callable[[], float], before: float = 0.0) -> None:
        self._asks = asks
        self._clock = clock
        self._spent = before
        self._since: float | None = None

    def seconds(self) -> float:
        """Spent so far, the wait that is under way included."""
        under_way = 0.0 if self._since is None else counted(self._clock() - self._since)
        return min(self._spent + under_way, LONGEST)

    def ask(self, scene: Scene) -> Reply:
        """See `Asks.ask`. A text that is kept while it is typed ends a wait, too."""

        def keep(begun: Given) -> bool:
            self._tick()
            return scene.keep(begun)

        return self._waits(lambda: self._asks.ask(replace(scene, keep=keep)))

    def read(
        self, title: str, entries: Sequence[Entry], labels: Sequence[str], said: Sequence[str] = ()
    ) -> Verdict:
        """See `Asks.read`."""
        return self._waits(lambda: self._asks.read(title, entries, labels, said))

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """See `Asks.look`."""
        self._waits(lambda: self._asks.look(title, entries, labels))

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        """See `Asks.choose`."""
        return self._waits(lambda: self._asks.choose(ask, choices, preset, at_once=at_once))

    def tell(self, *sentences: str) -> None:
        """See `Asks.tell`."""
        self._asks.tell(*sentences)

    def close(self) -> None:
        """See `Asks.close`."""
        self._asks.close()

    def _tick(self) -> None:
        self._spent, self._since = self.seconds(), self._clock()

    def _waits(self, wait: Callable[[], T]) -> T:
        self._since = self._clock()
        try:
            return wait()
        finally:
            self._spent, self._since = self.seconds(), None
