"""What a person sees: pyte's screen with the alternate screen and the scrollback it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pyte

_ALTERNATE = 1049
_HOLD = 2026
"""Synchronized output: what is drawn is not shown until the mode ends."""


class Screen(pyte.Screen):
    """A terminal's two screens: the main one with its scrollback, and the alternate one."""

    def __init__(self, columns: int, rows: int, *, answer: Callable[[str], object]) -> None:
        """`answer` is given what the terminal itself says to the program: where the cursor is."""
        self._answer = answer
        self.alternate = False
        self.held = False
        self.scrollback: list[str] = []
        self._main: tuple[Any, Any] | None = None
        super().__init__(columns, rows)

    def write_process_input(self, data: str) -> None:
        self._answer(data)

    def set_mode(self, *modes: int, **kinds: bool) -> None:
        super().set_mode(*modes, **kinds)
        self.held |= _HOLD in modes
        if kinds.get("private") and _ALTERNATE in modes and not self.alternate:
            self.alternate = True
            self._main = (deepcopy(self.buffer), deepcopy(self.cursor))
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **kinds: bool) -> None:
        super().reset_mode(*modes, **kinds)
        self.held &= _HOLD not in modes
        if kinds.get("private") and _ALTERNATE in modes and self._main is not None:
            self.alternate = False
            self.buffer, self.cursor = self._main
            self._main = None
            self.dirty.update(range(self.lines))

    def index(self) -> None:
        bottom = self.margins.bottom if self.margins else self.lines - 1
        if not self.alternate and self.cursor.y == bottom:
            self.scrollback.append(self._line(0))
        super().index()

    @property
    def text(self) -> str:
        """The screen in sight, without blanks at the ends."""
        return "\n".join(map(self._line, range(self.lines))).rstrip()

    def _line(self, row: int) -> str:
        """The letters of a row, as `display` has them of all rows at once, and more slowly."""
        cells = [" "] * self.columns
        for column, cell in self.buffer[row].items():
            if column < self.columns:
                cells[column] = cell.data  # empty right of a wide letter
        return "".join(cells).rstrip()
