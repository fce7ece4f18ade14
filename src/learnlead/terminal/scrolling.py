"""Rows that are longer than the window: which of them are in sight, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.reports.words import counted
from learnlead.terminal.fitting import ONE, Block, Fitted, fitted


class Scrolling:
    """How far down one has come in rows that are shown page by page."""

    def __init__(self) -> None:
        self._top = 0
        self._room = 1

    def move(self, step: int) -> None:
        """By so many rows; drawing holds it within them."""
        self._top += step

    def turn(self, direction: int) -> None:
        """By a page, of which one row stays in sight."""
        self.move(direction * max(self._room - 1, 1))

    def screen(
        self,
        above: Sequence[Block],
        rows: Sequence[StyleAndTextTuples],
        below: Sequence[Block],
        lines: int,
    ) -> StyleAndTextTuples:
        """A screen of so many lines with the rows in sight, and how many more there are."""

        def laid_out(some: Sequence[StyleAndTextTuples], more: int) -> Fitted:
            said = f" ↓ {counted(more, 'more line')}\n" if more > 0 else "\n"
            foot = [Block(([("class:quiet", said)], []), ONE), *below]
            return fitted(above, some, foot, lines=lines, place=0)

        first = rows[:lines]
        self._room = max(laid_out(first, 1).last, 1)
        self._top = max(0, min(self._top, len(rows) - self._room))
        end = self._top + self._room
        return laid_out(rows[self._top : end], len(rows) - end).parts
