"""All of what leaves, whole and as it will leave, to be read before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import EMPTY_LINE, ONE, Block, Fitted, fitted
from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import keys_below, paragraph
from learnlead.coach.selection import OfferedLine
from learnlead.errors import Interrupted
from learnlead.i18n.words import Words
from learnlead.reports.shared import leaving_groups, offered_text, replacement_words
from learnlead.text.cells import wrap
from learnlead.text.clean import harmless


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

    def layout(
        self,
        above: Sequence[Block],
        rows: Sequence[StyleAndTextTuples],
        below: Sequence[Block],
        lines: int,
        words: Words,
    ) -> StyleAndTextTuples:
        """A screen of so many lines with the rows in sight, and how many more there are."""

        def laid_out(rows_in_sight: Sequence[StyleAndTextTuples], more: int) -> Fitted:
            more_line = f" {words.counted(more, 'more-lines')}\n" if more > 0 else "\n"
            foot = [Block(([("class:quiet", more_line)], []), ONE), *below]
            return fitted(above, rows_in_sight, foot, lines=lines, place=0)

        first = rows[:lines]
        self._room = max(laid_out(first, 1).last, 1)
        self._top = max(0, min(self._top, len(rows) - self._room))
        end = self._top + self._room
        return laid_out(rows[self._top : end], len(rows) - end).parts


def read_lines(
    lines: Sequence[OfferedLine],
    want: str | None,
    besides: Sequence[str],
    *,
    words: Words,
    plain: bool,
    colour: bool,
) -> None:
    """Show what leaves, on a screen that Enter ends, or as text.

    Args:
        lines: those that leave.
        want: what the leader wants from the conversation, as it will leave.
        besides: what the bundle says of itself, in sentences.
        words: of the leader's language.
        plain: as text; else one screen.
        colour: whether that screen may have colours.

    Raises:
        Interrupted: Ctrl-C, or the end of the input.
    """
    groups = [*leaving_groups(lines, want, besides, words)]
    if plain:
        for heading, texts in groups:
            print(heading)
            for text in texts:
                print("\n".join(wrap(harmless(text), 72, "  ")))
        return
    screen = Screen(colour=colour)
    try:
        _LinesScreen(screen, len(lines), groups, words).run()
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("nothing has left") from None
    finally:
        screen.close()


def line_rows(
    line: OfferedLine, width: int, words: Words, mark: str = ""
) -> list[StyleAndTextTuples]:
    """The line as it would leave, row by row, and which names were replaced in it."""
    texts = [
        *f"{mark}{offered_text(line)}".split("\n"),
        *(words("export.name", name=x) for x in replacement_words(line, words)),
    ]
    return [[part] for text in texts for part in paragraph(text, width, "class:quiet", "   ")]


class _LinesScreen:
    def __init__(
        self,
        screen: Screen,
        lines: int,
        groups: Sequence[tuple[str, Sequence[str]]],
        words: Words,
    ) -> None:
        self.screen = screen
        self.lines = lines
        self.groups = groups
        self.words = words
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
        self.screen.ask_key(self.draw, keys, KeyRules(from_now=True))

    def draw(self) -> StyleAndTextTuples:
        width = self.screen.columns
        if self.laid_out[0] != width:
            self.laid_out = (width, [*self._rows(width)])
        words = self.words
        title = words.counted(self.lines, "export.as-it-leaves")
        keys = [(words("key.enter"), words("does.back"))]
        keys.append((words("export.key.scroll"), words("does.scroll")))
        above = [Block((paragraph(title, width, "class:ask"),)), EMPTY_LINE]
        below = [keys_below(keys, keys, width)]
        return self.scrolling.layout(above, self.laid_out[1], below, self.screen.rows, words)

    def _rows(self, width: int) -> list[StyleAndTextTuples]:
        rows: list[StyleAndTextTuples] = []
        for heading, texts in self.groups:
            rows += [[part] for part in paragraph(heading, width, "class:ask")]
            for text in texts:
                rows += [
                    [part]
                    for line in text.split("\n")
                    for part in paragraph(line, width, "class:quiet", "   ")
                ]
        return rows
