"""A question about the sitting itself, on the screen that was there before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import EMPTY_LINE, Block, fitted
from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import (
    keys_below,
    numbers_to,
    paragraph,
    remark,
    row,
)
from learnlead.sitting.question import Choice


def decide(
    screen: Screen, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool
) -> str:
    """The value of one choice.

    Its number marks it, and Enter takes the marked one: what is decided here may throw words
    away. `at_once`: the number alone takes it.
    """
    return _DecisionScreen(screen, ask, choices, preset, at_once=at_once).run()


class _DecisionScreen:
    def __init__(
        self, screen: Screen, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool
    ) -> None:
        self.screen = screen
        self.ask = ask
        self.choices = choices
        self.place = [choice.value for choice in choices].index(preset)
        self.at_once = at_once

    def run(self) -> str:
        numbered = range(len(self.choices))
        keys: dict[str, Callable[[], Any]] = {str(n + 1): partial(self.mark, n) for n in numbered}
        keys |= {"up": partial(self.move, -1), "down": partial(self.move, 1), "enter": self.take}
        key_rules = KeyRules(from_now=True, with_enter=self.at_once)
        chosen: str = self.screen.ask_key(self.draw, keys, key_rules, inline=True)
        return chosen

    def mark(self, place: int) -> str | None:
        self.place = place
        return self.take() if self.at_once else None

    def move(self, step: int) -> None:
        self.place = max(0, min(self.place + step, len(self.choices) - 1))

    def take(self) -> str:
        return self.choices[self.place].value

    def draw(self) -> StyleAndTextTuples:
        width = self.screen.columns
        above = [EMPTY_LINE, Block((paragraph(self.ask, width, "class:ask"),)), EMPTY_LINE]
        rows = []
        for place, choice in enumerate(self.choices):
            here = place == self.place
            before: StyleAndTextTuples = [("class:key", f" {'›' if here else ' '} {place + 1}  ")]
            rows.append(row(before, choice.label, width, "class:here" if here else ""))
        words = self.screen.words
        chosen = (numbers_to(len(self.choices)), words("does.choose"))
        keys = [chosen, (words("key.enter"), words("does.take"))]
        below = [*remark(self.screen.remark, width), EMPTY_LINE, keys_below(keys, keys, width)]
        return fitted(above, rows, below, lines=self.screen.rows, place=self.place).parts
