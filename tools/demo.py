"""Write what `learnlead demo` replays: a sitting of the invented year in the real program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import chdir
from itertools import pairwise
from pathlib import Path

from learnlead.shipped import DEMO
from learnlead.sitting.screens import Screen
from plain_sitting import DAY, TYPED, WEEK_BEFORE, typed
from terminal.terminal import KEYS, Terminal
from terminal.typist import Typist, begun

COLUMNS, ROWS = 80, 24
LETTER, KEY, SCREEN = 0.04, 0.5, 1.6
"""Seconds before a letter of a text, before any other key, and to look at a new screen."""


class Recorded(Terminal):
    """A terminal in which a text is typed letter by letter.

    Attributes:
        pauses: how many bytes were written before each, and its seconds.
    """

    def __init__(self, *arguments: str) -> None:
        super().__init__(*arguments, columns=COLUMNS, rows=ROWS)
        self.pauses: list[tuple[int, float]] = []

    def look(self, seconds: float) -> None:
        """Let somebody look at the screen so long, once the program has written it."""
        before = -1
        while before != len(self.raw) and not self.ended:
            before = len(self.raw)
            self._read(0.2)
        self.pauses.append((len(self.raw), seconds))

    def press(self, *keys: str) -> Terminal:
        """Press the keys, a text letter by letter."""
        for key in keys:
            is_text = key not in KEYS and len(key) > 1 and key[0] != "\x1b"
            for part in key if is_text else [key]:
                self.look(LETTER if is_text else KEY)
                super().press(part)
        return self

    def events(self, home: str) -> list[tuple[float, str]]:
        """What the program wrote, each piece with the seconds before it."""
        starts = [(0, 0.0), *self.pauses, (len(self.raw), 0.0)]
        return [
            (seconds, self.raw[start:end].decode(errors="replace").replace(home, "~"))
            for (start, seconds), (end, _) in pairwise(starts)
            if end > start
        ]


class Slow(Typist):
    """Looks at each screen before a key is pressed."""

    terminal: Recorded

    def sees(self) -> Screen:
        """Wait for the screen, and look at it."""
        seen = super().sees()
        self.terminal.look(SCREEN)
        return seen


def recorded(home: Path) -> list[tuple[float, str]]:
    """The sitting on a screen; `HOME` and the day are those of the environment."""
    week_before = [sys.executable, "-m", "learnlead", "reflect", "--answers", str(WEEK_BEFORE)]
    with chdir(home):
        subprocess.run(week_before, check=True, capture_output=True)
        with Recorded("reflect") as terminal:
            typist = Slow(terminal, begun())
            typist.answer_all(TYPED)
            typist.sees_the_page()
            terminal.look(2 * SCREEN)
            typist.save()
            return terminal.events(str(home))


def main() -> None:
    """Write the file."""
    for name in os.environ.keys() - {"PATH", "PYTHONPATH"}:
        del os.environ[name]  # nothing of this machine's user shows
    world = {"LANG": "C.UTF-8", "TERM": "xterm-256color", "LEARNLEAD_TODAY": DAY}
    with tempfile.TemporaryDirectory() as home:
        os.environ |= world | {"HOME": home}
        events = recorded(Path(home))
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"HOME": home, "TERM": "xterm"}
        plain = typed(Path(home))
    content = {"columns": COLUMNS, "rows": ROWS, "plain": plain, "screen": events}
    DEMO.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
