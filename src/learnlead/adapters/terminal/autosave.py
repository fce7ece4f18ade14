"""The words being typed, on disk a second later at the most, and never by the key."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from math import inf
from threading import Lock
from typing import Final, Generic, TypeVar

from prompt_toolkit.application import get_app

T = TypeVar("T")

EVERY: Final = 1.0
"""Seconds from the beginning of one write to that of the next, and the most that words wait."""

SETTLED: Final = 0.4
"""Seconds in which the keys after the first one come along in the same write."""


class Pace:
    """When words are written next; the clock is the caller's."""

    def __init__(self) -> None:
        self._unwritten_since: float | None = None
        self._last_begun = -inf

    @property
    def due(self) -> float | None:
        """When the next write begins; None while nothing waits for one."""
        if self._unwritten_since is None:
            return None
        return max(self._unwritten_since + SETTLED, self._last_begun + EVERY)

    def changed(self, now: float) -> None:
        """The words have changed."""
        if self._unwritten_since is None:
            self._unwritten_since = now

    def begins(self, now: float) -> None:
        """A write begins, of all that there is."""
        self._unwritten_since = None
        self._last_begun = now


class Autosave(Generic[T]):
    """What of a screen's answers is on disk.

    Attributes:
        safe: whether the last write came to its end.
    """

    def __init__(self, begun: T, keep: Callable[[T], bool]) -> None:
        """`begun` needs no writing: it is there already, or nobody typed it."""
        self.safe = True
        self._written = begun
        self._seen = begun
        self._keep = keep
        self._one_at_a_time = Lock()
        self._pace = Pace()
        self._changed: asyncio.Event | None = None

    def save(self, begun: T) -> None:
        """Put it on disk, unless it is there; after a write that is still under way."""
        with self._one_at_a_time:
            if begun != self._written:
                self.safe = self._keep(begun)
                self._written = begun if self.safe else self._written

    def settle(self) -> None:
        """Return once no write is under way."""
        with self._one_at_a_time:
            return

    def look(self, begun: T) -> None:
        """A key was taken: what has changed is written soon."""
        if begun != self._seen:
            self._seen = begun
            self._note_change()

    def _note_change(self) -> None:
        self._pace.changed(time.monotonic())
        if self._changed is not None:
            self._changed.set()

    async def follow(self, begun: Callable[[], T]) -> None:
        """Keep what stands there, from another thread: a slow disk stops no key."""
        self._pace, self._changed = Pace(), asyncio.Event()
        self._seen = begun()
        if self._seen != self._written:
            self._note_change()
        while True:
            await self._changed.wait()
            if self._pace.due is not None:
                await asyncio.sleep(self._pace.due - time.monotonic())
            self._changed.clear()
            self._pace.begins(time.monotonic())
            was_safe = self.safe
            await asyncio.get_running_loop().run_in_executor(None, self.save, begun())
            if not self.safe:
                self._note_change()
            if self.safe is not was_safe:
                get_app().invalidate()
