"""The words being typed, on disk a second later at the most, and never by the key."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from math import inf
from threading import Lock
from typing import Final

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer

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


class Autosave:
    """What of one answer in words is on disk.

    Attributes:
        safe: whether the last write came to its end.
    """

    def __init__(self, text: str, keep: Callable[[str], bool]) -> None:
        """`text` needs no writing: it is there already, or nobody typed it."""
        self.safe = True
        self._written = text
        self._keep = keep
        self._one_at_a_time = Lock()

    def save(self, text: str) -> None:
        """Put the text on disk, unless it is there; after a write that is still under way."""
        with self._one_at_a_time:
            if text != self._written:
                self.safe = self._keep(text)
                self._written = text if self.safe else self._written

    def settle(self) -> None:
        """Return once no write is under way."""
        with self._one_at_a_time:
            return

    async def follow(self, buffer: Buffer) -> None:
        """Keep what stands in the buffer, from another thread: a slow disk stops no key."""
        pace, changed = Pace(), asyncio.Event()

        def note_change(_: object = None) -> None:
            pace.changed(time.monotonic())
            changed.set()

        buffer.on_text_changed += note_change
        if buffer.text != self._written:
            note_change()
        while True:
            await changed.wait()
            if pace.due is not None:
                await asyncio.sleep(pace.due - time.monotonic())
            changed.clear()
            pace.begins(time.monotonic())
            was_safe = self.safe
            await asyncio.get_running_loop().run_in_executor(None, self.save, buffer.text)
            if not self.safe:
                note_change()
            if self.safe is not was_safe:
                get_app().invalidate()
