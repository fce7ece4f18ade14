"""Choosing with one key: one of a few, or any of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import EMPTY_LINE, SOME, Block, fitted
from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import (
    head,
    help_below,
    keys_below,
    numbers_to,
    paragraph,
    remark,
    row,
)
from learnlead.app.prompter import Answered, NotForHere, QuestionView, Reply, Skipped, WentBack
from learnlead.sitting.question import AnswerValue, Choice

ONE_KEY = 9
"""With more choices a number may take two keys: digits move the mark, and Enter confirms it."""

_KEYS = {"b": "back", "s": "skip", "?": "help", "x": "not-for-here"}


class _ChoiceScreen:
    """What both ways of choosing share: the question above, the keys below, help between."""

    def __init__(self, screen: Screen, view: QuestionView) -> None:
        self.screen = screen
        self.words = screen.words
        self.question = view.question
        self.values = [c.value for c in view.question.choices]
        self.help_open = False
        self.place: int | None = None

    def run(self) -> Reply:
        keys: dict[str, Callable[[], Any]] = {"?": self.toggle_help, "s": Skipped, "x": NotForHere}
        keys |= {"b": WentBack, "left": WentBack}
        keys |= {"up": partial(self.move, -1), "down": partial(self.move, 1)} | self.keys()
        reply: Reply = self.screen.ask_key(self.draw, keys, KeyRules(with_enter=True))
        return reply

    def toggle_help(self) -> None:
        self.help_open = not self.help_open

    def move(self, step: int) -> None:
        start = -1 if self.place is None and step > 0 else self.place or 0
        self.place = max(0, min(start + step, len(self.values) - 1))

    def draw(self) -> StyleAndTextTuples:
        width = self.screen.columns
        below = remark(self.screen.remark, width)
        if self.help_open:
            below += help_below(self.words, width)
        for sentence in () if self.help_open else self.about():
            below += [EMPTY_LINE, Block((paragraph(sentence, width), []), SOME)]
        does = {key: self.words(f"does.{what}") for key, what in _KEYS.items()}
        keys, few = [*self.hints(), *does.items()], [*self.few_hints(), ("?", does["?"])]
        below += [EMPTY_LINE, keys_below(keys, few, width)]
        layout = fitted(
            head(self.question, width),
            self.rows(width),
            below,
            lines=self.screen.rows,
            place=self.place or 0,
        )
        return layout.parts

    def about(self) -> Sequence[str]:
        """What is said below the choices about the marked one."""
        return ()

    def enter_hint(self, does: str) -> tuple[str, str]:
        """What Enter does."""
        return self.words("key.enter"), self.words(f"does.{does}")

    def rows(self, width: int) -> list[StyleAndTextTuples]:
        raise NotImplementedError

    def hints(self) -> list[tuple[str, str]]:
        raise NotImplementedError

    def few_hints(self) -> list[tuple[str, str]]:
        """Those for a window in which there is one line for them."""
        raise NotImplementedError

    def keys(self) -> dict[str, Callable[[], Any]]:
        raise NotImplementedError


class _OneChoice(_ChoiceScreen):
    def __init__(self, screen: Screen, view: QuestionView, answer: AnswerValue) -> None:
        super().__init__(screen, view)
        marked = answer if answer in self.values else self.question.preset
        if marked in self.values:
            self.place = self.values.index(str(marked))
        self.one_key = len(self.values) <= ONE_KEY
        self.typed = ""

    def rows(self, width: int) -> list[StyleAndTextTuples]:
        rows = []
        for index, choice in enumerate(self.question.choices):
            here = index == self.place
            number = f"{index + 1:>{1 if self.one_key else 2}}"
            before: StyleAndTextTuples = [("class:key", f" {'›' if here else ' '} {number}  ")]
            rows.append(row(before, choice.label, width, "class:here" if here else ""))
        return rows

    def about(self) -> Sequence[str]:
        hint = "" if self.place is None else self.question.choices[self.place].hint
        return [hint] if hint else []

    def hints(self) -> list[tuple[str, str]]:
        words = self.words
        hints = [(numbers_to(len(self.values)), words("does.choose")), ("↑↓", words("does.move"))]
        return [*hints, self.enter_hint("ok")] if self.place is not None else hints

    def few_hints(self) -> list[tuple[str, str]]:
        numbers = numbers_to(len(self.values))
        if self.one_key:
            return [(numbers, self.words("does.choose"))]
        return [(numbers, self.words("does.mark")), self.enter_hint("ok")]

    def keys(self) -> dict[str, Callable[[], Any]]:
        digits = {digit: partial(self.digit, digit) for digit in "0123456789"}
        return {"enter": self.enter, **digits}

    def move(self, step: int) -> None:
        self.typed = ""
        super().move(step)

    def digit(self, character: str) -> Reply | None:
        longer = int(self.typed + character)
        number = longer if longer <= len(self.values) else int(character)
        self.typed = str(number) if number else ""
        if not 1 <= number <= len(self.values):
            return None
        self.place = number - 1
        return self.enter() if self.one_key else None

    def enter(self) -> Reply | None:
        return Answered(self.values[self.place]) if self.place is not None else None


class _SeveralChoices(_ChoiceScreen):
    def __init__(self, screen: Screen, view: QuestionView) -> None:
        super().__init__(screen, view)
        marked = self.question.preset if view.answer is None else view.answer
        self.chosen = set(marked) if isinstance(marked, list) else set()

    def rows(self, width: int) -> list[StyleAndTextTuples]:
        rows = []
        for number, choice in enumerate(self.question.choices, start=1):
            on = choice.value in self.chosen
            before: StyleAndTextTuples = [
                ("class:key", f" {'›' if number - 1 == self.place else ' '} {number}  "),
                ("class:mark" if on else "", "[x] " if on else "[ ] "),
            ]
            rows.append(row(before, choice.label, width, "class:here" if on else ""))
        return rows

    def hints(self) -> list[tuple[str, str]]:
        numbers = numbers_to(min(len(self.values), ONE_KEY))
        switch = numbers if self.place is None else self.words("key.space")
        done = self.enter_hint("these" if self.chosen else "none-of-them")
        return [(switch, self.words("does.on-or-off")), done]

    def few_hints(self) -> list[tuple[str, str]]:
        numbers = numbers_to(min(len(self.values), ONE_KEY))
        return [(numbers, self.words("does.mark")), self.enter_hint("ok")]

    def keys(self) -> dict[str, Callable[[], Any]]:
        numbered = enumerate(self.values[:ONE_KEY], start=1)
        switches = {str(number): partial(self.switch, value) for number, value in numbered}
        return {"enter": self.enter, " ": self.switch_marked, **switches}

    def switch_marked(self) -> None:
        if self.place is not None:
            self.switch(self.values[self.place])

    def switch(self, value: str) -> None:
        self.chosen ^= {value}

    def enter(self) -> Reply:
        return Answered([value for value in self.values if value in self.chosen])


def choose_one(screen: Screen, view: QuestionView, *, answer: AnswerValue = None) -> Reply:
    """One of the choices: its number, or Enter on the marked one."""
    return _OneChoice(screen, view, view.answer if answer is None else answer).run()


def choose_several(screen: Screen, view: QuestionView) -> Reply:
    """Any of the choices: each number, or space, switches one on or off; Enter takes them."""
    return _SeveralChoices(screen, view).run()


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
        does = words("does.choose" if self.at_once else "does.mark")
        keys = [(numbers_to(len(self.choices)), does), (words("key.enter"), words("does.take"))]
        below = [*remark(self.screen.remark, width), EMPTY_LINE, keys_below(keys, keys, width)]
        return fitted(above, rows, below, lines=self.screen.rows, place=self.place).parts
