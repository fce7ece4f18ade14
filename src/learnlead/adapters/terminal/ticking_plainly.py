"""Every line that could leave, numbered: words in, words out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from learnlead.adapters.terminal.one_line import accept_any_bytes, read_typed_line
from learnlead.coach.selection import OfferedLine
from learnlead.reports.shared import lines_by_kind, offered_text, replacement_words, ticked_words
from learnlead.reports.words import counted
from learnlead.text.cells import wrap
from learnlead.text.clean import harmless

ASK = "Which lines leave?"

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


class TickingPlainly:
    """Numbered lines; numbers switch them.

    Args:
        lines: by kind.
        ticked: the ids of those that are ticked by now.
        again: whether they were all shown before.
    """

    def __init__(self, lines: Sequence[OfferedLine], ticked: set[str], *, again: bool) -> None:
        self.lines = lines
        self.ticked = ticked
        self.again = again
        accept_any_bytes()

    def run(self) -> Ticked:
        """The lines that the leader ticks.

        Raises:
            Interrupted: Ctrl-C, or the end of the input.
        """
        if not self.again:
            self._show(self.lines)
            for part in wrap(ticked_words(self.lines), 72):
                print(part)
            print("Type numbers or kinds to switch them: 3, 5-9, moments. show 5 reads a line")
            print("whole, list shows all again, hide NAME replaces one name more.")
        while True:
            print(f"{ASK} {len(self.ticked)} of {counted(len(self.lines), 'line')} ticked.")
            print("Enter when these are the ones.")
            typed = read_typed_line()
            words = typed.replace(",", " ").split()
            if not words:
                return Ticked(frozenset(self.ticked))
            if words[0] in ("h", "hide"):
                return Ticked(frozenset(self.ticked), hide=typed.partition(words[0])[2].strip())
            if words == ["list"]:
                self._show(self.lines)
                continue
            if words[0] == "show":
                shown = [line for word in words[1:] for line in self._lines_named(word)]
                self._show(shown, whole=True)
                continue
            changed = [self._lines_named(word) for word in words]
            for lines in changed:
                self._switch(lines)
            self._show([line for lines in changed for line in lines])

    def _lines_named(self, word: str) -> list[OfferedLine]:
        if of_kind := [line for line in self.lines if line.kind == word]:
            return of_kind
        match = NUMBERS.fullmatch(word)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= len(self.lines):
            print(f"{harmless(word)!r} is no number or kind here.")
            return []
        return list(self.lines[first - 1 : last])

    def _switch(self, lines: Collection[OfferedLine]) -> None:
        ids = {line.id for line in lines}
        self.ticked = self.ticked - ids if ids <= self.ticked else self.ticked | ids

    def _show(self, lines: Sequence[OfferedLine], *, whole: bool = False) -> None:
        numbers = {line.id: number for number, line in enumerate(self.lines, 1)}
        for heading, group in lines_by_kind(lines):
            print(f"{heading} ({group[0].kind})")
            for line in group:
                mark = "ticked" if line.id in self.ticked else "not ticked"
                text = offered_text(line) if whole else _in_short(line)
                texts = [f"{numbers[line.id]}. {mark}. {text}", *replacement_words(line)]
                for text in "\n".join(texts).split("\n"):
                    for part in wrap(harmless(text), 72, "  ") or [""]:
                        print(part)


def _in_short(line: OfferedLine) -> str:
    """The line; of a whole page, of which every line stands above, only that it is one."""
    return f"{line.date}: {line.about}" if line.kind == "pages" else offered_text(line)
