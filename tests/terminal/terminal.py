"""A real terminal for tests: pexpect runs the program, pyte draws what a person sees."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

from forking import CAN_FORK
from running import SOURCE
from terminal.forked import Forked
from terminal.screen import Screen

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift-tab": "\x1b[Z",
    "ctrl-j": "\n",
    "f1": "\x1bOP",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pagedown": "\x1b[6~",
    "backspace": "\x7f",
    "escape": "\x1b",
    "ctrl-c": "\x03",
    "ctrl-u": "\x15",
}
PATIENCE = 30.0
"""Seconds until a screen that does not come is a finding; a busy machine is none."""


def as_from_a_shell(preparing: Callable[[], None] | None = None) -> None:
    """Heed Ctrl-C and a closed window, whatever started the tests (nohup, a background job)."""
    for one in (signal.SIGINT, signal.SIGHUP):
        signal.signal(one, signal.SIG_DFL)
    if preparing is not None:
        preparing()


class Terminal:
    """One program in a terminal of its own.

    In `make test` it is forked from a process that has it imported; in `make test-all` started.
    Nothing sleeps: whatever is waited for is looked for each time the program has written.
    """

    def __init__(
        self,
        *arguments: str | Path,
        cwd: Path | None = None,
        environment: Mapping[str, str] | None = None,
        columns: int = 80,
        rows: int = 24,
        preparing: Callable[[], None] | None = None,
    ) -> None:
        """Start `learnlead ARGUMENTS`.

        `environment` is added to that of the test. `preparing` runs in the program's process
        before the program does.
        """
        self.raw = b""
        self._seen = 0
        world = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        forked = CAN_FORK and preparing is None
        if any(name.startswith("PYTHON") for name in environment or {}):
            forked = False  # Python reads them as it starts
        spawn = Forked if forked else pexpect.spawn
        self.process = spawn(
            sys.executable,
            ["-m", "learnlead", *map(str, arguments)],
            cwd=None if cwd is None else str(cwd),
            env={**world, "PYTHONPATH": str(SOURCE), **(environment or {})},
            dimensions=(rows, columns),
            preexec_fn=lambda: as_from_a_shell(preparing),
        )
        self.process.delaybeforesend = None
        self.screen = Screen(columns, rows, answer=self.process.send)
        self._stream = pyte.ByteStream(self.screen)

    def __enter__(self) -> Self:
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
        """The screen in sight."""
        return self.screen.text

    @property
    def words(self) -> str:
        """The screen in sight as one line, however it is wrapped."""
        return " ".join(self.text.split())

    @property
    def left_behind(self) -> str:
        """What stays after the program: the main screen with its scrollback."""
        assert not self.screen.alternate, "the alternate screen is still in sight"
        return "\n".join([*self.screen.scrollback, self.text]).strip()

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed, as a shell expects it."""
        return bool(self.process.getecho())

    @property
    def fresh(self) -> str:
        """What was written since the last key."""
        return self.raw[self._seen :].decode(errors="replace")

    def wait(self, what: str, seen: Callable[[], bool]) -> None:
        """Read until the screen is as it should be."""
        until = time.monotonic() + PATIENCE
        while (self.screen.held and not self.ended) or not seen():
            if self.ended or time.monotonic() > until:
                raise AssertionError(f"never saw {what} on:\n{self.text}")
            self._read(0.5)

    def wait_for(self, *words: str) -> Terminal:
        """Read until all of the words are on the screen, however they are wrapped."""
        wanted = [" ".join(one.split()) for one in words]
        self.wait(" and ".join(map(repr, wanted)), lambda: all(w in self.words for w in wanted))
        return self

    def wait_for_prompt(self, *words: str) -> Terminal:
        """Read until the words were said since the last key, and a prompt ends the screen."""
        wanted = [" ".join(one.split()) for one in words]

        def seen() -> bool:
            said = " ".join(self.fresh.split())
            return self.fresh.endswith("\n> ") and all(w in said for w in wanted)

        self.wait(" and ".join(map(repr, wanted)), seen)
        return self

    def wait_until_gone(self, words: str) -> Terminal:
        """Read until the words are no more on the screen."""
        self.wait(f"the end of {words!r}", lambda: words not in self.words)
        return self

    def press(self, *keys: str) -> Terminal:
        """Send keys by name, or texts as they are."""
        self._seen = len(self.raw)
        for key in keys:
            self.process.send(KEYS.get(key, key))
        return self

    def paste(self, text: str) -> Terminal:
        """Paste as terminals do: between marks, with a carriage return for each line break."""
        carried = text.replace("\n", "\r")
        return self.press(f"\x1b[200~{carried}\x1b[201~")

    def resize(self, columns: int, rows: int) -> Terminal:
        """The window changes its size."""
        self.screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)
        return self

    def kill(self) -> None:
        """kill -9, and the program is gone on return."""
        self.process.kill(signal.SIGKILL)
        self.process.wait()

    def hang_up(self, then: Callable[[], None] = lambda: None) -> None:
        """The window is closed, and `then` done; the program is gone on return."""
        self.process.ptyproc.fileobj.close()  # the system sends SIGHUP
        self.process.closed = self.process.ptyproc.closed = True
        then()
        self.process.wait()

    def hang_up_by_signal(self) -> None:
        """The line is cut: the signal alone, and the program is gone on return."""
        self.process.kill(signal.SIGHUP)
        self.process.wait()

    def terminate(self) -> None:
        """The machine is shut down, and the program is gone on return."""
        self.process.kill(signal.SIGTERM)
        self.process.wait()

    def finish(self) -> int:
        """Read to the end and give the exit code."""
        self.wait("the end of the program", lambda: self.ended)
        self.process.wait()
        code = self.process.exitstatus
        return -1 if code is None else int(code)

    @property
    def ended(self) -> bool:
        """Whether the program has said its last word."""
        return bool(self.process.flag_eof)

    def _read(self, seconds: float) -> None:
        try:
            chunk = self.process.read_nonblocking(65536, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.raw += chunk
        self._stream.feed(chunk)
