"""What could leave, numbered: words in, words out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from learnlead.adapters.terminal.one_line import accept_any_bytes, read_typed_line
from learnlead.adapters.terminal.ticking_rows import Asked, Ticking, had_words
from learnlead.coach.selection import OfferedLine
from learnlead.reports.shared import lines_by_kind, offered_text, replacement_words
from learnlead.text.cells import wrap
from learnlead.text.clean import harmless

NUMBERS = re.compile(r"(\d+)(?:-(\d+))?", re.ASCII)


class TickingPlainly:
    """Numbered lines; numbers and kinds switch them.

    Args:
        lines: by kind.
        ticking: what is ticked by now, and which groups are in sight.
        again: whether they were all shown before.
    """

    def __init__(self, lines: Sequence[OfferedLine], ticking: Ticking, *, again: bool) -> None:
        self.lines = sorted(lines, key=lambda line: not line.is_new)
        self.older = [line for line in lines if not line.is_new]
        self.all_lines = lines
        self.ticking = ticking
        self.words = ticking.words
        self.again = again
        accept_any_bytes()

    def run(self) -> Asked:
        """Let the leader tick lines.

        Raises:
            Interrupted: Ctrl-C, or the end of the input.
        """
        if not self.again:
            self._show_groups()
            _say(self.ticking.remark(self.all_lines))
            _say(self.words("export.help-plain"))
        while True:
            print(self.ticking.question(self.lines))
            print(self.words("export.enter-these"))
            typed = read_typed_line()
            words = typed.replace(",", " ").split()
            if not words:
                return Asked("done")
            asked = self._heed(words, typed.partition(words[0])[2].strip())
            if asked is not None:
                return asked

    def _heed(self, words: Sequence[str], rest: str) -> Asked | None:
        """Do what was typed, with `rest` behind the first word; what ends the ticking, if it is."""
        match words:
            case ["h" | "hide", *_]:
                return Asked("hide", rest)
            case ["back"]:
                return Asked("back")
            case ["list"]:
                self._show([line for line in self.lines if line.is_new])
            case ["help" | "?"]:
                _say(self.words("export.help-plain"))
            case ["older"]:
                self.ticking.with_older = True
                self._show(self.older)
            case ["find", _, *_]:
                self._find(rest)
            case ["show", *named]:
                shown = [line for word in named for line in self._lines_named(word)]
                self._show(shown, whole=True)
            case _:
                self._switch(words)
        return None

    def _switch(self, words: Sequence[str]) -> None:
        changed = [self._lines_named(word) for word in words]
        for lines in changed:
            self.ticking.switch(lines)
        self._show([line for lines in changed for line in lines])

    def _find(self, word: str) -> None:
        self.ticking.word = word
        self.ticking.look_at(self.lines)
        self._show([line for row in self.ticking.rows if row.is_heading for line in row.lines])
        self.ticking.word = ""

    def _lines_named(self, word: str) -> list[OfferedLine]:
        if of_kind := [line for line in self._in_sight() if line.kind == word]:
            return of_kind
        match = NUMBERS.fullmatch(word)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= len(self._in_sight()):
            print(self.words("export.no-number-or-kind", typed=repr(harmless(word))))
            return []
        return list(self.lines[first - 1 : last])

    def _in_sight(self) -> list[OfferedLine]:
        return [line for line in self.lines if line.is_new or self.ticking.with_older]

    def _show_groups(self) -> None:
        """Every group; the lines of those that are open."""
        for row in self.ticking.rows:
            if not row.is_heading:
                continue
            if row.group is None:
                _say(f"{self.ticking.heading(row)}.")
            elif row.group in (self.ticking.opened or ()):
                self._show(row.lines)
            else:
                heading = self.ticking.heading(row)[:-1]
                print(self.words("export.group-closed", heading=heading, kind=row.group.kind))

    def _show(self, lines: Sequence[OfferedLine], *, whole: bool = False) -> None:
        numbers = {line.id: number for number, line in enumerate(self.lines, 1)}
        for heading, group in lines_by_kind(lines, self.words):
            print(f"{heading} ({group[0].kind})")
            for line in group:
                ticked = line.id in self.ticking.ticked
                mark = had_words(line, self.words) or self.words(
                    "export.ticked" if ticked else "export.not-ticked"
                )
                text = offered_text(line) if whole else _in_short(line)
                texts = [
                    f"{numbers[line.id]}. {mark}. {text}",
                    *replacement_words(line, self.words),
                ]
                for text in "\n".join(texts).split("\n"):
                    _say(text, "  ")


def _say(text: str, indent: str = "") -> None:
    for part in wrap(harmless(text), 72, indent) or [""]:
        print(part)


def _in_short(line: OfferedLine) -> str:
    """The line; of a whole page, of which every line stands above, only that it is one."""
    return f"{line.date}: {line.about}" if line.kind == "pages" else offered_text(line)
