"""Something about the sitting itself to decide, below what was told, and gone when it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.reflection.question import Choice
from learnlead.terminal.fitting import EMPTY_LINE, Block, fitted
from learnlead.terminal.hearing import Hearing
from learnlead.terminal.screen_text import keys_below, numbers_to, paragraph, remark, row
from learnlead.terminal.stage import Stage


def decide(stage: Stage, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool) -> str:
    """The value of one choice.

    Its number marks it, and Enter takes the marked one: what is decided here may throw words
    away. `at_once`: the number alone takes it.
    """
    return _Deciding(stage, ask, choices, preset, at_once=at_once).run()


class _Deciding:
    def __init__(
        self, stage: Stage, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool
    ) -> None:
        self.stage = stage
        self.ask = ask
        self.choices = choices
        self.place = [choice.value for choice in choices].index(preset)
        self.at_once = at_once

    def run(self) -> str:
        numbered = range(len(self.choices))
        keys: dict[str, Callable[[], Any]] = {str(n + 1): partial(self.mark, n) for n in numbered}
        keys |= {"up": partial(self.move, -1), "down": partial(self.move, 1), "enter": self.take}
        hearing = Hearing(from_now=True, with_enter=self.at_once)
        chosen: str = self.stage.key(self.draw, keys, hearing, in_passing=True)
        return chosen

    def mark(self, place: int) -> str | None:
        self.place = place
        return self.take() if self.at_once else None

    def move(self, step: int) -> None:
        self.place = max(0, min(self.place + step, len(self.choices) - 1))

    def take(self) -> str:
        return self.choices[self.place].value

    def draw(self) -> StyleAndTextTuples:
        width = self.stage.columns
        above = [EMPTY_LINE, Block((paragraph(self.ask, width, "class:ask"),)), EMPTY_LINE]
        rows = []
        for place, choice in enumerate(self.choices):
            here = place == self.place
            before: StyleAndTextTuples = [("class:key", f" {'›' if here else ' '} {place + 1}  ")]
            rows.append(row(before, choice.label, width, "class:here" if here else ""))
        words = self.stage.words
        does = words("does.choose" if self.at_once else "does.mark")
        keys = [(numbers_to(len(self.choices)), does), (words("key.enter"), words("does.take"))]
        below = [*remark(self.stage.remark, width), EMPTY_LINE, keys_below(keys, keys, width)]
        return fitted(above, rows, below, lines=self.stage.rows, place=self.place).parts
