"""A terminal of tmux: a shell in it, typed into and read as a person would."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

COLUMNS, ROWS = 100, 40


class Tmux:
    """A server of its own with one window, in which a shell runs."""

    def __init__(self, shell: str, *, cwd: Path, env: Mapping[str, str], socket: Path) -> None:
        self._socket = socket
        size = ["-x", str(COLUMNS), "-y", str(ROWS)]
        subprocess.run(
            [*self._tmux, "-f", "/dev/null", "new-session", "-d", *size, "-c", cwd, shell],
            env=dict(env),
            check=True,
        )

    @property
    def _tmux(self) -> list[str]:
        return ["tmux", "-u", "-S", str(self._socket)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        subprocess.run([*self._tmux, "kill-server"], check=False)

    def screen(self) -> str:
        """What a person sees, line breaks as blanks."""
        shown = subprocess.run(
            [*self._tmux, "capture-pane", "-p"], capture_output=True, text=True, check=True
        )
        return " ".join(shown.stdout.split())

    def wait(self, what: str, seen: Callable[[str], bool], *, seconds: float = 20) -> str:
        """Look until the screen is as it should be, and give it.

        tmux has no way to tell that a screen changed: it must be looked at again and again.
        """
        until = time.monotonic() + seconds
        while not seen(screen := self.screen()):
            assert time.monotonic() < until, f"never saw {what} on:\n{screen}"
            time.sleep(0.02)
        return screen

    def wait_for(self, words: str, *, seconds: float = 20) -> str:
        """Look until the words are on the screen."""
        return self.wait(repr(words), lambda screen: words in screen, seconds=seconds)

    def cursor(self) -> str:
        """Where the cursor stands."""
        asked = [*self._tmux, "display-message", "-p", "#{cursor_x} #{cursor_y}"]
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout

    def press(self, *keys: str) -> None:
        """Press keys by the names that tmux gives them, such as `Enter`, `1`, `C-c`."""
        subprocess.run([*self._tmux, "send-keys", *keys], check=True)

    def write(self, text: str) -> None:
        """Type a text and see it on the screen."""
        subprocess.run([*self._tmux, "send-keys", "-l", text], check=True)
        self.wait_for(text)
