"""Something to read that a key ends: the welcome, a week's first screen, the closing card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.look import own_words
from learnlead.adapters.terminal.reading_lines import Scrolling
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import keys_below, paragraph
from learnlead.app.prompter import CardLine
from learnlead.sitting.question import Choice


def show_card(screen: Screen, lines: Sequence[CardLine], keys: Sequence[Choice]) -> str:
    """The value of the key that ended it; the first of `keys` is Enter."""
    first, *others = keys
    scrolling = Scrolling()
    pressed: dict[str, Callable[[], Any]] = {
        **{choice.key: partial(str, choice.value) for choice in others},
        "enter": partial(str, first.value),
        "up": lambda: scrolling.move(-1),
        "down": lambda: scrolling.move(1),
        "pageup": lambda: scrolling.turn(-1),
        **dict.fromkeys(("pagedown", " "), lambda: scrolling.turn(1)),
    }

    def draw() -> StyleAndTextTuples:
        width = screen.columns
        rows: list[StyleAndTextTuples] = []
        for number, line in enumerate(lines):
            style = "class:ask" if number == 0 else ""
            parts = own_words(line.text, width) if line.own else paragraph(line.text, width, style)
            rows += [[part] for part in parts]
        key_names = [(screen.words("key.enter"), first.label)]
        key_names += [(choice.key, choice.label) for choice in others]
        below = [keys_below(key_names, key_names, width)]
        return scrolling.layout([], rows, below, screen.rows, screen.words)

    chosen: str = screen.ask_key(draw, pressed, KeyRules(from_now=True))
    return chosen
