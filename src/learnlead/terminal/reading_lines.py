"""All of what leaves, whole and as it will leave, to be read before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.coaching.selection import Offered
from learnlead.errors import Interrupted
from learnlead.plaintext.clean import harmless
from learnlead.reports.cells import wrap
from learnlead.reports.shared import (
    WANT_HEADING,
    choice_rows,
    hit_words,
    leaving_lines,
    offered_text,
)
from learnlead.reports.words import counted
from learnlead.terminal.fitting import EMPTY_LINE, Block
from learnlead.terminal.hearing import Hearing
from learnlead.terminal.screen_text import keys_below, paragraph
from learnlead.terminal.scrolling import Scrolling
from learnlead.terminal.stage import Stage


def read_lines(lines: Sequence[Offered], want: str | None, *, plain: bool, colour: bool) -> None:
    """Show what leaves, on a screen that Enter ends, or as text.

    Args:
        lines: those that leave.
        want: what the leader wants from the conversation, as it will leave.
        plain: as text; else one screen.
        colour: whether that screen may have colours.

    Raises:
        Interrupted: Ctrl-C, or the end of the input.
    """
    if plain:
        for line in leaving_lines(lines, want):
            indent = "  " if line.startswith("  ") else ""
            for part in wrap(harmless(line), 72, indent) or [""]:
                print(part)
        return
    stage = Stage(colour=colour)
    try:
        _Reading(stage, lines, want).run()
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("nothing has left") from None
    finally:
        stage.close()


def line_rows(line: Offered, width: int, mark: str = "") -> list[StyleAndTextTuples]:
    """The line as it would leave, row by row, and which names were replaced in it."""
    texts = [*f"{mark}{offered_text(line)}".split("\n"), *(f"Name: {x}" for x in hit_words(line))]
    return [[part] for text in texts for part in paragraph(text, width, "class:quiet", "   ")]


class _Reading:
    def __init__(self, stage: Stage, lines: Sequence[Offered], want: str | None) -> None:
        self.stage = stage
        self.lines = lines
        self.want = want
        self.scrolling = Scrolling()
        self.laid_out: tuple[int, list[StyleAndTextTuples]] = (0, [])

    def run(self) -> None:
        turn, move = self.scrolling.turn, self.scrolling.move
        keys: dict[str, Callable[[], Any]] = {
            "up": partial(move, -1),
            "down": partial(move, 1),
            "pageup": partial(turn, -1),
            **dict.fromkeys(("pagedown", " "), partial(turn, 1)),
            **dict.fromkeys(("enter", "b", "left", "v"), lambda: True),
        }
        self.stage.key(self.draw, keys, Hearing(from_now=True))

    def draw(self) -> StyleAndTextTuples:
        width = self.stage.columns
        if self.laid_out[0] != width:
            self.laid_out = (width, [*self._rows(width)])
        title = f"{counted(len(self.lines), 'line')}, as it will leave."
        if len(self.lines) != 1:
            title = f"{counted(len(self.lines), 'line')}, as they will leave."
        keys = [("Enter", "back"), ("↑↓ PgUp PgDn", "scroll")]
        above = [Block((paragraph(title, width, "class:ask"),)), EMPTY_LINE]
        below = [keys_below(keys, keys, width)]
        return self.scrolling.screen(above, self.laid_out[1], below, self.stage.rows)

    def _rows(self, width: int) -> list[StyleAndTextTuples]:
        rows: list[StyleAndTextTuples] = []
        if self.want:
            rows += [[part] for part in paragraph(WANT_HEADING, width, "class:ask")]
            rows += [[part] for part in paragraph(self.want, width, "class:quiet", "   ")]
        for heading, lines in choice_rows(self.lines):
            rows += [[part] for part in paragraph(heading, width, "class:ask")]
            rows += [row for line in lines for row in line_rows(line, width)]
        return rows
