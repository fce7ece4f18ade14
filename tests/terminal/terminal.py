"""A real terminal for tests: pexpect runs the program, pyte draws what a person sees."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

KEYS = {"up": "\x1b[A", "down": "\x1b[B", "left": "\x1b[D", "enter": "\r", "ctrl-c": "\x03"}


class Terminal:
    """One program in a terminal of its own.

    Every `press` and `wait_for` reads until the screen holds what is waited for; nothing sleeps.
    """

    def __init__(
        self,
        *arguments: str,
        cwd: Path,
        environment: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "learnlead", *arguments],
            cwd=str(cwd),
            env={**environment, "TERM": environment.get("TERM", "xterm-256color")},  # type: ignore[arg-type] # any mapping serves
            dimensions=(rows, columns),
            timeout=20,
        )
        self.process.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.process.close(force=True)

    @property
    def text(self) -> str:
        """The screen as a person sees it, without blanks at the ends."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def _read(self, seconds: float) -> bool:
        try:
            chunk = self.process.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            return False
        self.raw += chunk
        self._answer(chunk)
        self.stream.feed(chunk)
        return True

    def _answer(self, chunk: bytes) -> None:
        """Say where the cursor is when asked, as every real terminal does."""
        if b"\x1b[6n" in chunk:
            row, column = self.screen.cursor.y + 1, self.screen.cursor.x + 1
            self.process.send(f"\x1b[{row};{column}R")

    def wait_for(self, words: str, *, seconds: float = 20) -> str:
        """Read until the words are on the screen."""
        end = time.monotonic() + seconds
        while words not in " ".join(self.text.split()):
            if not self._read(0.2) and (not self.process.isalive() or time.monotonic() > end):
                while self._read(0.05):
                    pass
                if words in " ".join(self.text.split()):
                    break
                raise AssertionError(f"never saw {words!r} on:\n{self.text}")
        return self.text

    def press(self, *keys: str) -> Terminal:
        """Send keys by name, or texts as they are."""
        for key in keys:
            self.process.send(KEYS.get(key, key))
        return self

    def resize(self, columns: int, rows: int) -> None:
        """The window changes its size."""
        self.screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def kill(self) -> None:
        """kill -9."""
        os.kill(self.process.pid, 9)
        self.process.wait()

    def finish(self) -> int:
        """Read to the end and give the exit code."""
        while self._read(0.5) or self.process.isalive():
            pass
        while self._read(0.1):
            pass
        self.process.close()
        code: int = self.process.exitstatus if self.process.exitstatus is not None else -1
        return code
