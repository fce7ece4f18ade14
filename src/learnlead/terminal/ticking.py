"""One screen with every line that could leave: a tick before each that does."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.coaching.selection import Offered
from learnlead.errors import Interrupted
from learnlead.plaintext.clean import harmless
from learnlead.reports.cells import fit, wrap
from learnlead.reports.shared import choice_rows, hit_words, offered_text
from learnlead.reports.words import counted
from learnlead.terminal.fitting import EMPTY_LINE, ONE, SOME, Block, Fitted, fitted
from learnlead.terminal.hearing import Hearing
from learnlead.terminal.one_line import take_any_bytes
from learnlead.terminal.screen_text import keys_below, paragraph
from learnlead.terminal.stage import Stage

_ASK = "Which lines leave?"
_AROUND = 60
"""Rows on each side of the marked one that are laid out: no window shows more."""

_PREVIEW = 6
"""Lines of the marked line's whole text that are in sight, at most."""

_START = 400
"""Letters of a line that are looked at for its row: no window is wider."""

NUMBERS = re.compile(r"(\d+)(?:-(\d+))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ticked:
    """What the leader ticked.

    Attributes:
        ids: of the lines.
        hide: None where that is all; else a name is to be hidden first, which may not be typed yet.
        place: of the marked row.
    """

    ids: frozenset[str]
    hide: str | None = None
    place: int = 0


def tick(
    lines: Sequence[Offered],
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
        return _Plain(lines, on, again=ticked is not None).run()
    stage = Stage(colour=colour)
    try:
        return _Ticking(stage, lines, on, place).run()
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("nothing has left") from None
    finally:
        stage.close()


class _Ticking:
    """Rows are headings, which tick all below them, and lines."""

    def __init__(
        self, stage: Stage, lines: Sequence[Offered], ticked: set[str], place: int
    ) -> None:
        self.stage = stage
        self.total = len(lines)
        self.ticked = ticked
        self.rows: list[tuple[str, list[Offered]]] = []
        for heading, some in choice_rows(lines):
            self.rows.append((heading, some))
            self.rows += [("", [line]) for line in some]
        self.place = max(0, min(place, len(self.rows) - 1))
        self.reading: int | None = None
        self.room = 1

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
        chosen: Ticked = self.stage.key(self.draw, keys, Hearing(from_now=True))
        return chosen

    def move(self, step: int) -> None:
        if self.reading is not None:
            self.reading += step
        else:
            self.place = max(0, min(self.place + step, len(self.rows) - 1))

    def turn(self, direction: int) -> None:
        """By a page of the line that is read whole, else by ten rows."""
        self.move(direction * (10 if self.reading is None else max(self.room - 1, 1)))

    def read(self) -> None:
        """Open the marked line to be read whole, or close it."""
        opens = self.reading is None and not self.rows[self.place][0]
        self.reading = 0 if opens else None

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
        width = self.stage.columns
        count = f"{len(self.ticked)} of {counted(self.total, 'line')} ticked"
        above = [
            Block((paragraph(f"{_ASK} {count}.", width, "class:ask"),)),
            EMPTY_LINE,
        ]
        first = max(self.place - _AROUND, 0)
        shown = self.rows[first : self.place + _AROUND]
        rows = [self._row(first + n, one, width) for n, one in enumerate(shown)]
        if self.reading is not None:
            return self._page(above, self.reading, width)
        keys = [("↑↓", "move"), ("←→", "group"), ("space", "on or off")]
        keys += [("v", "read whole"), ("h", "hide a name"), ("Enter", "done")]
        few = [("space", "on or off"), ("Enter", "done")]
        below = [EMPTY_LINE, *self._preview(width), EMPTY_LINE, keys_below(keys, few, width)]
        return fitted(above, rows, below, lines=self.stage.rows, place=self.place - first).parts

    def _page(self, above: Sequence[Block], top: int, width: int) -> StyleAndTextTuples:
        """As much of the marked line as there is room for, and how much more of it there is."""
        keys = [("↑↓ PgUp PgDn", "scroll"), ("space", "on or off"), ("v", "back")]
        keys_at_foot = keys_below(keys, keys[1:], width)
        whole: list[StyleAndTextTuples] = [[part] for part in self._whole(width)]

        def screen(rows: Sequence[StyleAndTextTuples], more: int) -> Fitted:
            said = f" ↓ {counted(more, 'more line')}\n" if more > 0 else "\n"
            below = [Block(([("class:quiet", said)], []), ONE), keys_at_foot]
            return fitted(above, rows, below, lines=self.stage.rows, place=0)

        self.room = max(screen(whole, 1).last, 1)
        self.reading = top = max(0, min(top, len(whole) - self.room))
        end = top + self.room
        return screen(whole[top:end], len(whole) - end).parts

    def _row(self, place: int, one: tuple[str, list[Offered]], width: int) -> StyleAndTextTuples:
        heading, lines = one
        on = sum(line.id in self.ticked for line in lines)
        pointer = ("class:key", f" {'›' if place == self.place else ' '} ")
        here = "class:here" if place == self.place else ""
        if heading:
            text = fit(f"{heading} ({on} of {len(lines)})", width - 3)
            return [pointer, ("class:ask", f"{text}\n")]
        mark = ("class:mark" if on else "", "[x] " if on else "[ ] ")
        line = lines[0]
        day = f"{line.date}: " if line.date else ""
        start = line.about if line.kind == "pages" else " ".join(line.text[:_START].split())
        text = fit(harmless(f"{day}{start}"), width - 9)
        return [pointer, ("", "  "), mark, (here, f"{text}\n")]

    def _preview(self, width: int) -> list[Block]:
        """The marked line as it would leave, whole if there is room."""
        if self.rows[self.place][0]:
            return []
        wrapped = self._whole(width)
        few = wrapped[:_PREVIEW]
        if len(wrapped) > _PREVIEW:
            names = len(hit_words(self.rows[self.place][1][0]))
            more = counted(len(wrapped) - _PREVIEW + 1, "more line")
            replaced = f", {counted(names, 'name')} replaced" if names else ""
            few = [*few[:-1], ("class:quiet", fit(f"   … {more}{replaced}", width) + "\n")]
        return [Block((few, few[:1], []), SOME)]

    def _whole(self, width: int) -> StyleAndTextTuples:
        """The marked line as it would leave, and which names were replaced in it."""
        line = self.rows[self.place][1][0]
        texts = [*offered_text(line).split("\n"), *(f"Name: {said}" for said in hit_words(line))]
        return [part for text in texts for part in paragraph(text, width, "class:quiet", "   ")]


class _Plain:
    """Numbered lines; numbers switch them."""

    def __init__(self, lines: Sequence[Offered], ticked: set[str], *, again: bool) -> None:
        self.lines = lines
        self.ticked = ticked
        self.again = again
        take_any_bytes()

    def run(self) -> Ticked:
        if not self.again:
            self._show(self.lines)
            print("Type numbers or kinds to switch them: 3, 5-9, moments. show 5 reads a line")
            print("whole, list shows all again, hide NAME replaces one name more.")
        while True:
            print(f"{_ASK} {len(self.ticked)} of {counted(len(self.lines), 'line')} ticked.")
            print("Enter when these are the ones.")
            typed = self._typed()
            words = typed.replace(",", " ").split()
            if not words:
                return Ticked(frozenset(self.ticked))
            if words[0] in ("h", "hide"):
                return Ticked(frozenset(self.ticked), hide=typed.partition(words[0])[2].strip())
            if words == ["list"]:
                self._show(self.lines)
                continue
            if words[0] == "show":
                shown = [line for word in words[1:] for line in self._meant(word)]
                self._show(shown, whole=True)
                continue
            changed = [self._meant(word) for word in words]
            for lines in changed:
                self._switch(lines)
            self._show([line for lines in changed for line in lines])

    def _typed(self) -> str:
        print("> ", end="", flush=True)
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            raise Interrupted("nothing has left") from None
        if not line:
            raise Interrupted("the input ended: nothing has left")
        return line

    def _meant(self, word: str) -> list[Offered]:
        if of_kind := [line for line in self.lines if line.kind == word]:
            return of_kind
        found = NUMBERS.fullmatch(word)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last <= len(self.lines):
            print(f"{harmless(word)!r} is no number or kind here.")
            return []
        return list(self.lines[first - 1 : last])

    def _switch(self, lines: Collection[Offered]) -> None:
        ids = {line.id for line in lines}
        self.ticked = self.ticked - ids if ids <= self.ticked else self.ticked | ids

    def _show(self, lines: Sequence[Offered], *, whole: bool = False) -> None:
        numbers = {line.id: number for number, line in enumerate(self.lines, 1)}
        for heading, some in choice_rows(lines):
            print(f"{heading} ({some[0].kind})")
            for line in some:
                mark = "ticked" if line.id in self.ticked else "not ticked"
                said = offered_text(line) if whole else _in_short(line)
                texts = [f"{numbers[line.id]}. {mark}. {said}", *hit_words(line)]
                for text in "\n".join(texts).split("\n"):
                    for part in wrap(harmless(text), 72, "  ") or [""]:
                        print(part)


def _in_short(line: Offered) -> str:
    """The line; of a whole page, of which every line stands above, only that it is one."""
    return f"{line.date}: {line.about}" if line.kind == "pages" else offered_text(line)
