"""The minutes of a sitting: time at the keyboard, without pauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from learnlead.app.draft_parts import LONGEST
from learnlead.app.prompter import CardLine, Entry, Prompter, Reply, ScreenView, Typed, Verdict
from learnlead.sitting.question import Choice

PAUSE = 5 * 60.0
"""Seconds that count at most of a wait for an answer or for more of a text."""

IN_AN_EDITOR = 60 * 60.0
"""Seconds that count at most while an editor has the page: no key is seen there."""

T = TypeVar("T")


def capped_wait(waited: float, at_most: float = PAUSE) -> float:
    """The seconds of a wait that count; none if the clock was set back."""
    return min(max(waited, 0.0), at_most)


def minutes(seconds: float) -> int:
    """Whole minutes for the page: from 1 to those of a day."""
    return max(1, round(min(seconds, LONGEST) / 60))


class TimedPrompter:
    """A prompter that measures the time until each reply; satisfies the port `Prompter`.

    Args:
        prompter: shows the questions.
        clock: seconds of a monotonic clock.
        before: seconds of the earlier runs of the same sitting.
    """

    def __init__(self, prompter: Prompter, clock: Callable[[], float], before: float = 0.0) -> None:
        self._prompter = prompter
        self._clock = clock
        self._spent = before
        self._since: float | None = None

    def seconds(self) -> float:
        """Seconds so far, with the current wait."""
        current_wait = 0.0 if self._since is None else capped_wait(self._clock() - self._since)
        return min(self._spent + current_wait, LONGEST)

    def ask(self, view: ScreenView) -> Reply:
        """See `Prompter.ask`. Each save of a text while it is typed ends a wait, too."""

        def keep(begun: Typed, at: str) -> bool:
            self._tick()
            return view.keep(begun, at)

        return self._timed(lambda: self._prompter.ask(replace(view, keep=keep)))

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
        changed: str | None = None,
    ) -> Verdict:
        """See `Prompter.read`."""
        return self._timed(lambda: self._prompter.read(title, entries, labels, above, changed))

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """See `Prompter.look`."""
        self._timed(lambda: self._prompter.look(title, entries, labels))

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        """See `Prompter.choose`."""
        return self._timed(lambda: self._prompter.choose(ask, choices, preset, at_once=at_once))

    def card(self, lines: Sequence[CardLine], keys: Sequence[Choice]) -> str:
        """See `Prompter.card`."""
        return self._timed(lambda: self._prompter.card(lines, keys))

    def tell(self, *sentences: str) -> None:
        """See `Prompter.tell`."""
        self._prompter.tell(*sentences)

    def close(self) -> None:
        """See `Prompter.close`."""
        self._prompter.close()

    def _tick(self) -> None:
        self._spent, self._since = self.seconds(), self._clock()

    def _timed(self, wait: Callable[[], T]) -> T:
        self._since = self._clock()
        try:
            return wait()
        finally:
            self._spent, self._since = self.seconds(), None
