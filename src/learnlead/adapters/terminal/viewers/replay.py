"""Replays what a program once wrote on a screen, at the pace of a person, or faster."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from learnlead.adapters.system import termios, tty

Event = tuple[float, str]
"""Seconds to wait, and what is written then."""

LEAVE: Final = frozenset("qQ\x03\x04")
_FASTER: Final = 4
_AT_ONCE: Final = 0.002
"""Seconds below which nothing is waited for."""

_QUESTIONS: Final = re.compile(r"\x1b\[(?:6n|\?2004[hl]|[?>]?[0-9;]*c)")
"""What asks a terminal for an answer, or changes how it hands over keys; nobody reads it here."""

_COLOURS: Final = re.compile(r"\x1b\[[0-9;]*m")
_RESTORED: Final = "\x1b[0m\x1b[?25h\x1b[?1049l"


def replay(before: str, events: Sequence[Event], *, colour: bool) -> bool:
    """Write the events to the terminal; any key is four times as fast, q leaves.

    Args:
        before: what is said first, once keys are heeded.
        events: what was written, in its order.
        colour: whether colours are kept.

    Returns:
        Whether it went to its end.
    """
    speed = 1.0
    with _keys() as keys:
        try:
            sys.stdout.write(before)
            sys.stdout.flush()
            for seconds, text in events:
                key = _key_within(keys, seconds / speed)
                if key in LEAVE:
                    return False
                speed *= _FASTER if key else 1
                shown = _QUESTIONS.sub("", text)
                sys.stdout.write(shown if colour else _COLOURS.sub("", shown))
                sys.stdout.flush()
        finally:
            sys.stdout.write(_RESTORED)
            sys.stdout.flush()
    return True


@contextmanager
def _keys() -> Iterator[int]:
    """Inside, keys come one by one and are not shown; Ctrl-C is a key like others."""
    keys = sys.stdin.fileno()
    modes = termios.tcgetattr(keys)
    try:
        tty.setraw(keys, termios.TCSADRAIN)  # what was typed by now counts
        mode = termios.tcgetattr(keys)
        mode[1] |= termios.OPOST  # line breaks on the screen stay whole
        termios.tcsetattr(keys, termios.TCSADRAIN, mode)
        yield keys
    finally:
        termios.tcsetattr(keys, termios.TCSAFLUSH, modes)


def _key_within(keys: int, seconds: float) -> str:
    """The key that was pressed before the time was over; empty without one."""
    until = time.monotonic() + seconds
    while True:
        left = max(until - time.monotonic(), 0.0)
        if left < _AT_ONCE:
            left = 0.0
        ready, _, _ = select.select([keys], [], [], left)
        if ready:
            typed = os.read(keys, 64).decode(errors="replace")
            return typed if len(typed) == 1 else typed[:1] or "\x04"
        if left == 0.0:
            return ""
