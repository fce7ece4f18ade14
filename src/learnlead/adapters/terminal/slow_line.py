"""Keys as a slow line brings them: an arrow in pieces, a paste without marks, Alt with a letter."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from select import select
from typing import Final

from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyPress, KeyPressEvent
from prompt_toolkit.keys import Keys

_WITHIN: Final = 1.5
"""Seconds within which the rest of a key may follow its Esc."""

_REST = re.compile(r"\[[0-9;]*[A-Za-z~]|O[A-Za-z]")
_END = re.compile(r"[A-Za-z~]")
_ARROWS: Final = {"A": "up", "B": "down", "C": "right", "D": "left", "Z": "s-tab"}


class SlowLine:
    """What came of keys that a terminal sends as several characters.

    A lone Esc acts at once, so that the rest of an arrow may come after it has gone back: that
    rest is then no letters.
    """

    def __init__(self) -> None:
        self._escaped = 0.0
        self._within_key = False
        self._pasting = False

    def is_escape(self, event: KeyPressEvent) -> bool:
        """Whether this Esc is the key itself, and not the beginning of another."""
        waiting = event.key_processor.input_queue
        rest = _letters(waiting)
        self._escaped = time.monotonic()
        self._within_key = rest[:1] in ("[", "O") and len(rest) == len(waiting)
        if self._within_key:
            return False
        if len(waiting) == 1 and len(rest) == 1:  # Alt with a letter
            waiting.clear()
            return False
        return True

    def rest_of_key(self, event: KeyPressEvent) -> str | None:
        """What the letter and those behind it are the rest of: an arrow's name, or an empty text.

        None if it is a letter.
        """
        soon = time.monotonic() - self._escaped < _WITHIN
        waiting = event.key_processor.input_queue
        if self._within_key and soon:
            if event.data in ("[", "O"):
                return ""
            self._within_key = not _END.match(event.data)
            return "" if self._within_key else _ARROWS.get(event.data, "")
        rest = _REST.match(event.data + _letters(waiting)) if soon else None
        self._escaped, self._within_key = 0.0, False
        if rest is None:
            return None
        for _ in rest[0][1:]:
            waiting.popleft()
        return _ARROWS.get(rest[0][-1], "")

    def is_in_a_paste(self, event: KeyPressEvent, source: Input) -> bool:
        """Whether this Enter is a line break of a paste: more came with it, or before it."""
        more = _more(event, source)
        pasting, self._pasting = self._pasting or more, more
        return pasting

    def read(self, event: KeyPressEvent, source: Input) -> None:
        """A key was taken: a paste ends where nothing more waits."""
        if self._pasting and not _more(event, source):
            self._pasting = False


def _more(event: KeyPressEvent, source: Input) -> bool:
    """Whether keys have come that are not taken yet; what the terminal itself says is none."""
    keys = event.key_processor
    if not source.closed and select([source.fileno()], [], [], 0)[0]:
        keys.feed_multiple(source.read_keys())
    return any(press.key is not Keys.CPRResponse for press in keys.input_queue)


def _letters(keys: Iterable[KeyPress]) -> str:
    """The keys as far as they are letters."""
    letters = ""
    for press in keys:
        if len(str(press.key)) != 1:
            break
        letters += str(press.key)
    return letters
