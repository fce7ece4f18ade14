"""One screen with every line that could leave: a tick before each that does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import EMPTY_LINE, ROWS_EACH_SIDE, SOME, Block, fitted
from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.reading_lines import Scrolling, line_rows
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import keys_below, paragraph
from learnlead.adapters.terminal.ticking_plainly import ASK, Ticked, TickingPlainly
from learnlead.coach.selection import OfferedLine
from learnlead.errors import Interrupted
from learnlead.reports.shared import lines_by_kind, replacement_words, ticked_words
from learnlead.reports.words import counted
from learnlead.text.cells import fit
from learnlead.text.clean import harmless

_PREVIEW = 6
"""Lines of the marked line's whole text that are in sight, at most."""

_START = 400
"""Letters of a line that are looked at for its row: no window is wider."""


def tick(
    lines: Sequence[OfferedLine],
    *,
    plain: bool,
    colour: bool,
    ticked: Collection[str] | None = None,
    place: int = 0,
) -> Ticked:
    """The lines that the leader ticks.

    Args:
        lines: by kind; each as it is ticked beforehand.
        plain: words in, words out; else one screen.
        colour: whether that screen may have colours.
        ticked: the ids of those that are ticked by now; None for those ticked beforehand.
        place: of the row to begin at.

    Raises:
        Interrupted: Ctrl-C, or the end of the input.
    """
    on = {line.id for line in lines if line.ticked} if ticked is None else set(ticked)
    if plain:
        return TickingPlainly(lines, on, again=ticked is not None).run()
    screen = Screen(colour=colour)
    try:
        return _TickingScreen(screen, lines, on, place).run()
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("nothing has left") from None
    finally:
        screen.close()


class _TickingScreen:
    """Rows are headings, which tick all below them, and lines."""

    def __init__(
        self, screen: Screen, lines: Sequence[OfferedLine], ticked: set[str], place: int
    ) -> None:
        self.screen = screen
        self.total = len(lines)
        self.ticked = ticked
        self.rows: list[tuple[str, list[OfferedLine]]] = []
        for heading, group in lines_by_kind(lines):
            self.rows.append((heading, group))
            self.rows += [("", [line]) for line in group]
        self.place = max(0, min(place, len(self.rows) - 1))
        self.beforehand = ticked_words(lines)
        self.reading: Scrolling | None = None
        self.laid_out: tuple[object, list[StyleAndTextTuples]] = (None, [])

    def run(self) -> Ticked:
        keys: dict[str, Callable[[], Any]] = {
            "up": partial(self.move, -1),
            "down": partial(self.move, 1),
            "pageup": partial(self.turn, -1),
            "pagedown": partial(self.turn, 1),
            "left": partial(self.jump, -1),
            "right": partial(self.jump, 1),
            " ": self.switch,
            "v": self.read,
            "h": self.hide,
            "enter": self.done,
        }
        if not self.rows:
            return Ticked(frozenset())
        chosen: Ticked = self.screen.ask_key(self.draw, keys, KeyRules(from_now=True))
        return chosen

    def move(self, step: int) -> None:
        if self.reading is not None:
            self.reading.move(step)
        else:
            self.place = max(0, min(self.place + step, len(self.rows) - 1))

    def turn(self, direction: int) -> None:
        """By a page of what is read whole, else by ten rows."""
        if self.reading is not None:
            self.reading.turn(direction)
        else:
            self.move(direction * 10)

    def read(self) -> None:
        """Open the marked line, or all lines of the marked group, to be read whole; or close it."""
        self.reading = Scrolling() if self.reading is None else None

    def jump(self, step: int) -> None:
        """To the heading before or after."""
        self.reading = None
        heads = [place for place, (heading, _) in enumerate(self.rows) if heading]
        beyond = [p for p in heads if (p > self.place if step > 0 else p < self.place)]
        if beyond:
            self.place = beyond[0] if step > 0 else beyond[-1]

    def switch(self) -> None:
        ids = {line.id for line in self.rows[self.place][1]}
        if ids <= self.ticked:
            self.ticked -= ids
        else:
            self.ticked |= ids

    def hide(self) -> Ticked:
        return Ticked(frozenset(self.ticked), hide="", place=self.place)

    def done(self) -> Ticked | None:
        if self.reading is not None:
            self.reading = None
            return None
        return Ticked(frozenset(self.ticked))

    def draw(self) -> StyleAndTextTuples:
        width = self.screen.columns
        count = f"{len(self.ticked)} of {counted(self.total, 'line')} ticked"
        above = [Block((paragraph(f"{ASK} {count}.", width, "class:ask"),))]
        if self.reading is not None:
            return self._page([*above, EMPTY_LINE], self.reading, width)
        above += [Block((paragraph(self.beforehand, width, "class:quiet"), []), SOME), EMPTY_LINE]
        first = max(self.place - ROWS_EACH_SIDE, 0)
        shown = self.rows[first : self.place + ROWS_EACH_SIDE]
        rows = [self._row(first + n, row, width) for n, row in enumerate(shown)]
        keys = [("↑↓", "move"), ("←→", "group"), ("space", "on or off")]
        keys += [("v", "read whole"), ("h", "hide a name"), ("Enter", "done")]
        keys += [("Ctrl-C", "stop")]
        few = [("space", "on or off"), ("Enter", "done")]
        below = [EMPTY_LINE, *self._preview(width), EMPTY_LINE, keys_below(keys, few, width)]
        return fitted(above, rows, below, lines=self.screen.rows, place=self.place - first).parts

    def _page(self, above: Sequence[Block], reading: Scrolling, width: int) -> StyleAndTextTuples:
        """As much of what is read whole as there is room for, and how much more of it there is."""
        keys = [("↑↓ PgUp PgDn", "scroll"), ("space", "on or off"), ("v", "back")]
        below = [keys_below(keys, keys[1:], width)]
        return reading.layout(above, self._whole(width), below, self.screen.rows)

    def _row(
        self, place: int, row: tuple[str, list[OfferedLine]], width: int
    ) -> StyleAndTextTuples:
        heading, lines = row
        on = sum(line.id in self.ticked for line in lines)
        pointer = ("class:key", f" {'›' if place == self.place else ' '} ")
        here = "class:here" if place == self.place else ""
        if heading:
            text = fit(f"{heading} ({on} of {len(lines)})", width - 3)
            return [pointer, ("class:ask", f"{text}\n")]
        line = lines[0]
        mark = ("class:mark" if on else "", self._mark(line))
        day = f"{line.date}: " if line.date else ""
        start = line.about if line.kind == "pages" else " ".join(line.text[:_START].split())
        text = fit(harmless(f"{day}{start}"), width - 9)
        return [pointer, ("", "  "), mark, (here, f"{text}\n")]

    def _preview(self, width: int) -> list[Block]:
        """The marked line as it would leave, whole if there is room."""
        if self.rows[self.place][0]:
            return []
        wrapped = [part for row in self._whole(width) for part in row]
        few = wrapped[:_PREVIEW]
        if len(wrapped) > _PREVIEW:
            names = len(replacement_words(self.rows[self.place][1][0]))
            more = counted(len(wrapped) - _PREVIEW + 1, "more line")
            replaced = f", {counted(names, 'name')} replaced" if names else ""
            few = [*few[:-1], ("class:quiet", fit(f"   … {more}{replaced}", width) + "\n")]
        return [Block((few, few[:1], []), SOME)]

    def _whole(self, width: int) -> list[StyleAndTextTuples]:
        """The marked line as it would leave, or those of the marked group with their marks."""
        heading, lines = self.rows[self.place]
        marks = [line.id in self.ticked for line in lines] if heading else []
        what = (self.place, width, marks)
        if self.laid_out[0] != what:  # a group of whole pages has thousands of rows
            rows = [
                row
                for line in lines
                for row in line_rows(line, width, self._mark(line) if heading else "")
            ]
            self.laid_out = (what, rows)
        return self.laid_out[1]

    def _mark(self, line: OfferedLine) -> str:
        return "[x] " if line.id in self.ticked else "[ ] "
