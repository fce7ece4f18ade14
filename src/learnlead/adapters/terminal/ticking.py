"""One screen with what could leave: groups to open, and a tick before each line that leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import EMPTY_LINE, ROWS_EACH_SIDE, SOME, Block, fitted
from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.reading_lines import Scrolling, line_rows
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import keys_below, paragraph
from learnlead.adapters.terminal.ticking_plainly import TickingPlainly
from learnlead.adapters.terminal.ticking_rows import Asked, Row, Ticking, had_words
from learnlead.coach.selection import OfferedLine
from learnlead.errors import Interrupted
from learnlead.reports.shared import replacement_words
from learnlead.text.cells import fit
from learnlead.text.clean import harmless

_PREVIEW = 6
"""Lines of the marked line's whole text that are in sight, at most."""

_START = 400
"""Letters of a line that are looked at for its row: no window is wider."""


def tick(
    lines: Sequence[OfferedLine], ticking: Ticking, *, plain: bool, colour: bool, again: bool
) -> Asked:
    """Let the leader tick lines; what they chose is in `ticking`.

    Args:
        lines: by kind.
        ticking: what is ticked, and in sight, by now.
        plain: words in, words out; else one screen.
        colour: whether that screen may have colours.
        again: whether the lines were shown before.

    Raises:
        Interrupted: Ctrl-C, or the end of the input.
    """
    ticking.look_at(lines)
    if plain:
        return TickingPlainly(lines, ticking, again=again).run()
    screen = Screen(colour=colour)
    try:
        return _TickingScreen(screen, lines, ticking).run()
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("nothing has left") from None
    finally:
        screen.close()


class _TickingScreen:
    def __init__(self, screen: Screen, lines: Sequence[OfferedLine], ticking: Ticking) -> None:
        self.screen = screen
        self.lines = lines
        self.ticking = ticking
        self.words = ticking.words
        self.reading: Scrolling | None = None
        self.helps = False
        self.laid_out: tuple[object, list[StyleAndTextTuples]] = (None, [])

    def run(self) -> Asked:
        back = self.back
        keys: dict[str, Callable[[], Any]] = {
            "up": partial(self.move, -1),
            "down": partial(self.move, 1),
            "pageup": partial(self.turn, -1),
            "pagedown": partial(self.turn, 1),
            "left": partial(self.open, opened=False),
            "right": partial(self.open, opened=True),
            " ": self.switch,
            "v": self.read,
            "h": partial(Asked, "hide"),
            "/": partial(Asked, "word"),
            "a": self.show_older,
            "?": self.help,
            "enter": self.done,
            **dict.fromkeys(("escape", "s-tab"), back),
        }
        if not self.lines:
            return Asked("done")
        asked: Asked = self.screen.ask_key(self.draw, keys, KeyRules(from_now=True))
        return asked

    def move(self, step: int) -> None:
        self.helps = False
        if self.reading is not None:
            self.reading.move(step)
        elif self.ticking.rows:
            self.ticking.move(step)

    def turn(self, direction: int) -> None:
        """By a page of what is read whole, else by ten rows."""
        if self.reading is not None:
            self.reading.turn(direction)
        else:
            self.move(direction * 10)

    def open(self, *, opened: bool) -> None:
        self.reading = None
        if self.ticking.rows:
            self.ticking.open(opened=opened)

    def read(self) -> None:
        """Open the marked line, or all lines of the marked group, to be read whole; or close it."""
        self.reading = Scrolling() if self.reading is None and self.ticking.rows else None

    def switch(self) -> None:
        if self.ticking.rows and self.ticking.row.group is None:
            self.ticking.open(opened=True)  # nobody ticks everything at once
        elif self.ticking.rows:
            self.ticking.switch(self.ticking.row.lines)

    def show_older(self) -> None:
        """With older lines and what the recipient has, or without them."""
        self.reading = None
        self.ticking.show_older(self.lines)

    def help(self) -> None:
        self.helps = not self.helps

    def done(self) -> Asked | None:
        if self.reading is not None:
            self.reading = None
            return None
        return Asked("done")

    def back(self) -> Asked | None:
        if self.reading is not None or self.helps:
            self.reading, self.helps = None, False
            return None
        return Asked("back")

    def draw(self) -> StyleAndTextTuples:
        width = self.screen.columns
        above = [Block((paragraph(self.ticking.question(self.lines), width, "class:ask"),))]
        if self.reading is not None:
            return self._page([*above, EMPTY_LINE], self.reading, width)
        remark = paragraph(self.ticking.remark(self.lines), width, "class:quiet")
        above += [Block((remark, []), SOME), EMPTY_LINE]
        place = self.ticking.place
        first = max(place - ROWS_EACH_SIDE, 0)
        shown = self.ticking.rows[first : place + ROWS_EACH_SIDE]
        rows = [self._row(first + n, row, width) for n, row in enumerate(shown)]
        preview = self._help(width) if self.helps else self._preview(width)
        below = [EMPTY_LINE, *preview, EMPTY_LINE, self._keys(width)]
        return fitted(above, rows, below, lines=self.screen.rows, place=place - first).parts

    def _keys(self, width: int) -> Block:
        words = self.words
        switch = (words("key.space"), words("export.does.switch"))
        go_on = (words("key.enter"), words("does.go-on"))
        keys = [("↑↓", words("does.move")), ("→", words("export.does.open"))]
        keys += [("←", words("export.does.close")), switch, ("v", words("export.does.read"))]
        keys += [("/", words("export.does.find")), ("h", words("export.does.hide-name"))]
        if any(not line.is_new for line in self.lines):
            keys.append(("a", words("export.does.older")))
        keys += [go_on, ("Esc", words("does.back")), ("?", words("does.help"))]
        keys.append((words("export.key.stop"), words("export.does.stop")))
        return keys_below(keys, [switch, go_on], width)

    def _help(self, width: int) -> list[Block]:
        return [Block((paragraph(self.words("export.help"), width, "class:quiet"),))]

    def _page(self, above: Sequence[Block], reading: Scrolling, width: int) -> StyleAndTextTuples:
        """As much of what is read whole as there is room for, and how much more of it there is."""
        words = self.words
        keys = [(words("export.key.scroll"), words("does.scroll"))]
        keys.append((words("key.space"), words("export.does.switch")))
        keys.append(("v", words("does.back")))
        below = [keys_below(keys, keys[1:], width)]
        return reading.layout(above, self._whole(width), below, self.screen.rows, words)

    def _row(self, place: int, row: Row, width: int) -> StyleAndTextTuples:
        marked = place == self.ticking.place
        pointer = ("class:key", f" {'›' if marked else ' '} ")
        mark = self.ticking.mark(row.lines)
        tick = ("class:mark" if mark == "[x] " else "", mark if row.group else "")
        if row.is_heading:
            text = fit(self.ticking.heading(row), width - 8)
            return [pointer, tick, ("class:ask", f"{text}\n")]
        line = row.lines[0]
        day = f"{line.date}: " if line.date else ""
        start = line.about if line.kind == "pages" else " ".join(line.text[:_START].split())
        text = fit(harmless(f"{day}{start}"), width - 12)
        style = "class:quiet" if line.had else "class:here" if marked else ""
        return [pointer, ("", "    "), tick, (style, f"{text}\n")]

    def _preview(self, width: int) -> list[Block]:
        """The marked line as it would leave, whole if there is room."""
        if self.ticking.rows and self.ticking.row.group is None:
            heading = self.ticking.heading(self.ticking.row)
            return [Block((paragraph(f"{heading}.", width, "class:quiet", "   "), []), SOME)]
        if not self.ticking.rows or self.ticking.row.is_heading:
            return []
        line = self.ticking.row.lines[0]
        wrapped = [part for row in self._whole(width) for part in row]
        few = wrapped[:_PREVIEW]
        if len(wrapped) > _PREVIEW:
            names = len(replacement_words(line, self.words))
            more = self.words.counted(len(wrapped) - _PREVIEW + 1, "export.more-lines")
            replaced = self.words.counted(names, "export.names-replaced") if names else ""
            cut = ", ".join(filter(None, [more, replaced]))
            few = [*few[:-1], ("class:quiet", fit(f"   … {cut}", width) + "\n")]
        if had := had_words(line, self.words):
            few = [*few[: _PREVIEW - 1], ("class:quiet", f"   {had}\n")]
        return [Block((few, few[:1], []), SOME)]

    def _whole(self, width: int) -> list[StyleAndTextTuples]:
        """The marked line as it would leave, or those of the marked group with their marks."""
        row = self.ticking.row
        marks = [self.ticking.mark([line]) for line in row.lines] if row.is_heading else []
        what = ([line.id for line in row.lines], row.is_heading, width, marks)
        if self.laid_out[0] != what:  # a group of whole pages has thousands of rows
            rows = [
                part
                for line, mark in zip(row.lines, marks or [""], strict=True)
                for part in line_rows(line, width, self.words, mark)
            ]
            self.laid_out = (what, rows)
        return self.laid_out[1]
