"""The terminal as it was before a program that had it to itself and was killed."""

from __future__ import annotations

import os
import sys
import termios
from contextlib import suppress
from typing import Any, Final

_LEAVE: Final = "\x1b[?1049l\x1b[?25h\x1b[?1l\x1b>\x1b[?1000l\x1b[?1006l\x1b[?2004l\x1b[0m"
"""Back from the alternate screen; the cursor, the keypad, the mouse, pastes, colours as usual."""

_KILLED: Final = 128
"""Exit codes above it are those of a shell whose program was ended by a signal."""


class TerminalBefore:
    """How the terminal takes keys now; nothing where there is none."""

    def __init__(self) -> None:
        self._keys: list[Any] | None = None
        with suppress(OSError, ValueError, termios.error):
            self._keys = termios.tcgetattr(sys.stdin.fileno())

    def restore_after(self, code: int) -> None:
        """Put in order what a program left that ended with that code by a signal."""
        if 0 <= code <= _KILLED:
            return
        if self._keys is not None:
            with suppress(OSError, ValueError, termios.error):  # the window may be closed
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, self._keys)
        if sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
            with suppress(OSError):
                sys.stdout.write(_LEAVE)
                sys.stdout.flush()
