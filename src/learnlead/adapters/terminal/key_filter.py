"""Decides which keys count for a screen that takes one key: those meant for it, and no words.

The rules, and why there is a clock in them: docs/decisions/0029-key-filter.md.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from select import select
from typing import Any

from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.key_binding import KeyPress, KeyPressEvent
from prompt_toolkit.keys import Keys

FOLLOWS_WITHIN = 0.2
"""Seconds in which a second key belongs to the first: the Enter of habit, letters of a word."""

QUIET = 0.5
"""Seconds without a key that end the words typed on a screen that takes none."""

_NO_ANSWER = ("escape", "s-tab", "x")
"""Keys that answer nothing, so that no Enter belongs to them."""

_CONTROLS = (Keys.CPRResponse, Keys.ControlC)
"""What the terminal answers, and the key that stops: neither is ever dropped with words."""

ANY_OTHER = (Keys.Any.value, Keys.BracketedPaste.value)
"""What a screen is bound to beside its own keys, to tell words from keys."""


@dataclass(frozen=True, slots=True)
class KeyRules:
    """How a screen takes keys that may not be meant for it.

    Attributes:
        from_now: only keys pressed once it was in sight count: where one key has consequences.
        with_enter: whether an Enter right after a number or an Enter belongs to that key, as one
            right after a letter always does.
    """

    from_now: bool = False
    with_enter: bool = False


class KeyFilter:
    """The keys of one screen, as they are pressed.

    Attributes:
        took_words: whether the last ones were no keys but words, which are not taken.
    """

    def __init__(
        self, key_rules: KeyRules, keys: Mapping[str, Callable[[], Any]], source: Input
    ) -> None:
        capitals = {k.upper(): act for k, act in keys.items() if len(k) == 1 and k.isalpha()}
        self.keys = {**keys, **capitals}  # the caps lock key may be on
        self.took_words = False
        self._rules = key_rules
        self._source = source
        self._answered_by = ""
        self._ignore_until = 0.0

    def begin(self) -> None:
        """The screen is about to be shown."""
        if self._rules.from_now:
            forget_waiting(self._source)

    def press(self, name: str, event: KeyPressEvent) -> Any:
        """What the key of that name does; None where it was no key but a part of words."""
        return self.keys[name]() if self.takes(name, event) and name in self.keys else None

    def takes(self, name: str, event: KeyPressEvent) -> bool:
        """Whether it was a key, and no part of words."""
        waiting = event.key_processor.input_queue
        now = time.monotonic()
        amid_words = now < self._ignore_until and not name.isdigit()
        if amid_words or self._words([*event.key_sequence, *waiting]):
            if name != Keys.BracketedPaste.value:  # a paste is over when it comes
                self._ignore_until = now + QUIET
            self.took_words = True
            controls = [press for press in waiting if press.key in _CONTROLS]
            waiting.clear()
            waiting.extend(controls)
            return False
        self.took_words = False
        self._ignore_until = 0.0
        self._answered_by = name
        return True

    def begins_no_word(self, name: str, event: KeyPressEvent) -> bool:
        """Whether the key stands for itself on a screen that stays: a letter waits for another."""
        waiting = event.key_processor
        if not name.isalpha() or waiting.input_queue:
            return True
        following = following_keys(self._source)
        if self._words(following):
            self._ignore_until = time.monotonic() + QUIET
            self.took_words = True
            return False
        waiting.feed_multiple(following)
        return True

    def was_answer(self) -> bool:
        """Whether the key that ended the screen was one, and not the beginning of a word."""
        letter = self._answered_by.isalpha() and len(self._answered_by) == 1
        enter = (letter or self._rules.with_enter) and self._answered_by not in _NO_ANSWER
        if not letter and not enter:
            return True
        following = following_keys(self._source)
        if letter and self._words(following):
            self._ignore_until = time.monotonic() + QUIET
            self.took_words = True
            return False
        store_typeahead(self._source, without_enter(following) if enter else following)
        return True

    def _words(self, keys: Iterable[KeyPress]) -> bool:
        return any(_is_word(press, self.keys) for press in keys)


def _is_word(press: KeyPress, keys: Collection[str]) -> bool:
    if press.key == Keys.BracketedPaste:
        return True
    sign = str(press.key)
    return len(sign) == 1 and sign.isprintable() and not sign.isdigit() and sign not in keys


def following_keys(source: Input) -> list[KeyPress]:
    """The keys that wait, or come within a moment."""
    waiting = get_typeahead(source)
    if not waiting and select([source.fileno()], [], [], FOLLOWS_WITHIN)[0]:
        waiting = source.read_keys()
    return waiting


def without_enter(keys: list[KeyPress]) -> list[KeyPress]:
    """The keys without an Enter that comes first."""
    return keys[1:] if keys and keys[0].key == Keys.ControlM else keys


def forget_waiting(source: Input) -> None:
    """Drop every key that waits to be read, but Ctrl-C.

    They are read, not flushed: of a paste the end mark must not get lost. In raw mode, or keys
    pressed while lines were told would wait for their Enter.
    """
    waiting = get_typeahead(source)
    with source.raw_mode():
        while not source.closed and select([source.fileno()], [], [], 0)[0]:
            waiting += source.read_keys()
    store_typeahead(source, [press for press in waiting if press.key == Keys.ControlC])
