"""One screen with what may tell who is meant: each is hidden or stays before anything leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, Literal

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import EMPTY_LINE, ROWS_EACH_SIDE, SOME, Block, fitted
from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.one_line import accept_any_bytes, read_typed_line
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import keys_below, paragraph, remark
from learnlead.adapters.terminal.ticking_plainly import NUMBERS
from learnlead.coach.names.candidates import Candidate
from learnlead.errors import Interrupted
from learnlead.i18n.words import Words
from learnlead.text.cells import cells, fit, wrap
from learnlead.text.clean import harmless

Decision = Literal["hide", "stay"]
DECISIONS: Final[tuple[Decision, ...]] = ("hide", "stay")

_WORDS_AT_MOST = 28
"""Cells of a row for the words themselves; the rest is for a place in which they stand."""


def decide_names(
    candidates: Sequence[Candidate], words: Words, *, plain: bool, colour: bool
) -> list[str] | None:
    """The words that are to be hidden; all others stay. None to go back to the lines.

    Args:
        candidates: the most frequent first.
        words: of the leader's language.
        plain: words in, words out; else one screen.
        colour: whether that screen may have colours.

    Raises:
        Interrupted: Ctrl-C, or the end of the input.
    """
    if plain:
        return _PlainNames(candidates, words).run()
    screen = Screen(colour=colour)
    try:
        return _NamesScreen(screen, candidates, words).run()
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("nothing has left") from None
    finally:
        screen.close()


class _Decisions:
    """What was decided of which candidate, by its place."""

    def __init__(self, candidates: Sequence[Candidate], words: Words) -> None:
        self.candidates = candidates
        self.words = words
        self.made: dict[int, Decision] = {}

    @property
    def left(self) -> int:
        return len(self.candidates) - len(self.made)

    def rest_stays(self) -> None:
        for place in range(len(self.candidates)):
            self.made.setdefault(place, "stay")

    def hidden(self) -> list[str]:
        return [
            candidate.words
            for place, candidate in enumerate(self.candidates)
            if self.made[place] == "hide"
        ]

    def progress_line(self) -> str:
        return self.words("export.names", n=len(self.made), all=len(self.candidates))


class _NamesScreen:
    def __init__(self, screen: Screen, candidates: Sequence[Candidate], words: Words) -> None:
        self.screen = screen
        self.words = words
        self.decisions = _Decisions(candidates, words)
        self.candidates = candidates
        self.place = 0
        self.remark = ""

    def run(self) -> list[str] | None:
        keys: dict[str, Callable[[], Any]] = {
            "up": partial(self.move, -1),
            "down": partial(self.move, 1),
            "pageup": partial(self.move, -10),
            "pagedown": partial(self.move, 10),
            " ": self.switch,
            "h": partial(self.decide, "hide"),
            "s": partial(self.decide, "stay"),
            "r": self.rest,
            "enter": self.done,
            **dict.fromkeys(("escape", "s-tab"), lambda: "back"),
        }
        hidden: list[str] | Literal["back"] = self.screen.ask_key(
            self.draw, keys, KeyRules(from_now=True)
        )
        return None if hidden == "back" else hidden

    def move(self, step: int) -> None:
        self.remark = ""
        self.place = max(0, min(self.place + step, len(self.candidates) - 1))

    def switch(self) -> None:
        self.remark = ""
        hides = self.decisions.made.get(self.place) == "hide"
        self.decisions.made[self.place] = "stay" if hides else "hide"

    def decide(self, decision: Decision) -> None:
        self.decisions.made[self.place] = decision
        self.move(1)

    def rest(self) -> None:
        self.remark = ""
        self.decisions.rest_stays()

    def done(self) -> list[str] | None:
        if self.decisions.left:
            self.remark = self.words.counted(self.decisions.left, "export.names-left")
            places = range(len(self.candidates))
            self.place = next(p for p in places if p not in self.decisions.made)
            return None
        return self.decisions.hidden()

    def draw(self) -> StyleAndTextTuples:
        layout, below = self._drawn(0)
        return self._drawn(below)[0] if below else layout

    def _drawn(self, more: int) -> tuple[StyleAndTextTuples, int]:
        """The screen that says how many rows are below it, and how many there are."""
        width, words = self.screen.columns, self.words
        progress_line = self.decisions.progress_line()
        progress_line += f" {words('export.names-more', n=more)}" if more else ""
        above = [
            Block((paragraph(progress_line, width, "class:ask"),)),
            Block((paragraph(words("export.names-why"), width, "class:quiet"), []), SOME),
            EMPTY_LINE,
        ]
        first = max(self.place - ROWS_EACH_SIDE, 0)
        shown = range(first, min(self.place + ROWS_EACH_SIDE, len(self.candidates)))
        rows = [self._row(place, width) for place in shown]
        by_letter = [("h", words("export.does.hide")), ("s", words("export.does.stay"))]
        go_on = (words("key.enter"), words("does.go-on"))
        keys = [("↑↓", words("does.move")), *by_letter]
        keys += [(words("key.space"), words("export.does.change"))]
        keys += [("r", words("export.does.rest")), go_on, ("Esc", words("does.back"))]
        keys += [(words("export.key.stop"), words("export.does.stop"))]
        few = [*by_letter, ("r", words("export.does.rest-short")), go_on]
        below = [
            EMPTY_LINE,
            *self._places(width),
            *remark(self.remark or self.screen.remark, width),
        ]
        below += [EMPTY_LINE, keys_below(keys, few, width)]
        place = self.place - first
        layout = fitted(above, rows, below, lines=self.screen.rows, place=place)
        return layout.parts, len(self.candidates) - first - layout.last

    def _row(self, place: int, width: int) -> StyleAndTextTuples:
        candidate = self.candidates[place]
        here = place == self.place
        pointer = ("class:key", f" {'›' if here else ' '} ")
        decision = self.decisions.made.get(place)
        marks = {name: self.words(f"export.mark.{name}") for name in DECISIONS}
        room = max(map(cells, marks.values()))
        mark = marks[decision] if decision else ""
        mark_part = ("class:mark" if decision else "", f"[{mark}{' ' * (room - cells(mark))}] ")
        wide = min(_WORDS_AT_MOST, max(cells(other.words) for other in self.candidates))
        words = fit(harmless(candidate.words), wide)
        words += " " * (wide - cells(words))
        rest = fit(
            harmless(f"{candidate.count}×  {candidate.places[0]}"), max(width - 8 - room - wide, 1)
        )
        return [pointer, mark_part, ("class:here" if here else "", words), ("", f"  {rest}\n")]

    def _places(self, width: int) -> list[Block]:
        """The marked one's kind, and where it stands."""
        candidate = self.candidates[self.place]
        lines = [f"{candidate.words}: {_kind_and_count(candidate, self.words)}", *candidate.places]
        parts = [part for line in lines for part in paragraph(line, width, "class:quiet", "   ")]
        return [Block((parts, parts[:2], []), SOME)]


def _kind_and_count(candidate: Candidate, words: Words) -> str:
    kind = words(f"export.candidate.{candidate.kind}")
    return f"{kind}, {words.counted(candidate.count, 'export.places')}"


class _PlainNames:
    """Numbered candidates; hide and stay decide them by their numbers."""

    def __init__(self, candidates: Sequence[Candidate], words: Words) -> None:
        self.decisions = _Decisions(candidates, words)
        self.words = words
        self.candidates = candidates
        accept_any_bytes()

    def run(self) -> list[str] | None:
        everything = range(len(self.candidates))
        self._show(everything)
        for line in wrap(self.words("export.names-why"), 72):
            print(line)
        print(self.words("export.names-help"))
        while True:
            print(self.decisions.progress_line())
            print(self.words("export.names-enter"))
            words = read_typed_line().replace(",", " ").split()
            if not words:
                if not self.decisions.left:
                    return self.decisions.hidden()
                self._show([p for p in everything if p not in self.decisions.made])
            elif words == ["back"]:
                return None
            elif words == ["list"]:
                self._show(everything)
            elif words[0] in ("rest", "r"):
                self.decisions.rest_stays()
            else:
                self._decide(words)

    def _decide(self, words: Sequence[str]) -> None:
        by_word: dict[str, Decision] = {"hide": "hide", "h": "hide", "stay": "stay", "s": "stay"}
        decision = by_word.get(words[0])
        if decision is None or len(words) == 1:
            print(self.words("export.not-understood", typed=repr(harmless(words[0]))))
            return
        for word in words[1:]:
            places = self._places(word)
            self.decisions.made.update(dict.fromkeys(places, decision))
            self._show(places)

    def _places(self, word: str) -> range:
        match = NUMBERS.fullmatch(word)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= len(self.candidates):
            print(self.words("export.no-number", typed=repr(harmless(word))))
            return range(0)
        return range(first - 1, last)

    def _show(self, places: Sequence[int]) -> None:
        for place in places:
            candidate = self.candidates[place]
            decision = self.words(f"export.decided.{self.decisions.made.get(place, 'not')}")
            kind = _kind_and_count(candidate, self.words)
            text = f"{place + 1}. {decision}. {candidate.words} ({kind}): {candidate.places[0]}"
            for part in wrap(harmless(text), 72, "  ") or [""]:
                print(part)
