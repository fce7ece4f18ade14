"""Fields that a key answers: one of a few, any of a few."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import Block
from learnlead.adapters.terminal.form.item import CURSOR, Drawn, Item, lines_of
from learnlead.adapters.terminal.look import BAR
from learnlead.adapters.terminal.screen_text import Keys, numbers_to, paragraph, row
from learnlead.app.prompter import QuestionView
from learnlead.i18n.words import Words
from learnlead.sitting.question import AnswerValue, Choice
from learnlead.text.cells import cells, padded
from learnlead.text.clean import harmless

ONE_KEY = 9
"""With more choices a number may take two keys: digits move the mark, and Enter takes it."""

_GROUP_AT_MOST = 24
"""Cells of a heading that stands beside its choices, not above them."""


def numbered(choices: Collection[Choice]) -> dict[str, Choice]:
    """The choices by their key, or by their number where they have none."""
    numbers = iter(range(1, len(choices) + 1))
    return {choice.key or str(next(numbers)): choice for choice in choices}


class _Choices(Item):
    """What both ways of choosing share: the choices in rows, and the mark that moves."""

    def __init__(self, view: QuestionView, words: Words, *, alone: bool) -> None:
        super().__init__(view, words, alone=alone)
        self.by_key = numbered(self.question.choices)
        self.keys = [*self.by_key]
        self.choices = [*self.by_key.values()]
        self.place: int | None = None

    @property
    def numbers(self) -> int:
        """How many of the choices have a number."""
        return sum(key.isdigit() and key != "0" for key in self.keys)

    def move(self, step: int) -> bool:
        start = -1 if self.place is None and step > 0 else self.place or 0
        if not 0 <= start + step < len(self.choices):
            return self.alone
        self.place = start + step
        return True

    def about(self) -> str:
        return "" if self.place is None else self.choices[self.place].hint

    def help(self, width: int) -> list[StyleAndTextTuples]:
        rows = super().help(width)
        marked = self.choices if self.place is None else [self.choices[self.place]]
        for choice in marked:
            if choice.hint:
                rows += [[part] for part in paragraph(choice.label, width, "class:ask")]
                for text in (choice.hint, *(choice.examples if len(marked) == 1 else ())):
                    rows += [[part] for part in paragraph(text, width, "", "   ")]
        return rows

    def label(self, choice: Choice) -> str:
        """The choice in its row."""
        return f"{BAR}{choice.label}" if choice.own else choice.label

    def mark(self, choice: Choice) -> tuple[str, str]:
        """What stands between its number and its words."""
        del choice
        return ("", "")

    def is_on(self, choice: Choice) -> bool:
        """Whether it stands out."""
        raise NotImplementedError

    def draw(self, width: int, indent: int, *, here: bool) -> Drawn:
        del indent
        drawn = Drawn()
        drawn.add(self.asked(width, here=here))
        groups = {choice.group for choice in self.choices}
        beside = max(map(cells, groups)) + 2
        if beside > _GROUP_AT_MOST or beside > width // 3:
            beside = 0
        digits = max(len(key) for key in self.keys)
        at = 0
        for group, choices in groupby(self.choices, key=lambda choice: choice.group):
            if group and not beside:
                drawn.add(paragraph(group, width, "class:quiet"))
            for number, choice in enumerate(choices):
                marked = at == self.place
                if marked:
                    drawn.place = len(drawn.rows)
                heading = f" {group}" if number == 0 and beside > len("  ") else ""
                before: StyleAndTextTuples = [
                    ("class:quiet", padded(heading, beside if beside > len("  ") else 0)),
                    ("class:mark", " › " if marked else "   "),
                    ("class:key", f"{self.keys[at]:>{digits}}  "),
                    self.mark(choice),
                ]
                style = "class:own" if choice.own else "class:here" if self.is_on(choice) else ""
                whole = row(before, self.label(choice), width, style)
                drawn.rows += lines_of(whole)
                at += 1
        return drawn


class ChoiceItem(_Choices):
    """One of the choices; alone on its screen its number answers at once."""

    def __init__(self, view: QuestionView, words: Words, *, alone: bool) -> None:
        super().__init__(view, words, alone=alone)
        values = [choice.value for choice in self.choices]
        if view.shown in values:
            self.place = values.index(str(view.shown))
        self.at_first = self.place
        self.typed = ""

    @property
    def takes(self) -> Collection[str]:
        """See `Item`."""
        keys = {key for key in self.by_key if len(key) == 1}
        return keys | ({*"0123456789"} if self.numbers > ONE_KEY else set())

    @property
    def answers_at_once(self) -> bool:
        """See `Item`."""
        return self.alone and self.numbers <= ONE_KEY

    def press(self, key: str) -> bool:
        """See `Item`."""
        longer = self.typed + key
        taken = longer if longer in self.by_key else key
        self.typed = taken if taken.isdigit() and self.numbers > ONE_KEY else ""
        if taken not in self.by_key:
            return False
        self.place = self.keys.index(taken)
        return self.answers_at_once and self.enter()

    def move(self, step: int) -> bool:
        """See `Item`."""
        self.typed = ""
        return super().move(step) if self.alone else False

    def sideways(self, step: int) -> bool:
        """See `Item`."""
        return super().move(step)

    def enter(self) -> bool:
        """See `Item`."""
        self.passed = self.place is not None
        return self.passed or not self.alone

    @property
    def wants(self) -> str:
        """See `Item`."""
        return self.words("nothing-chosen") if self.place is None and self.alone else ""

    def is_on(self, choice: Choice) -> bool:
        """See `Item`."""
        return self.place is not None and choice is self.choices[self.place]

    @property
    def answer(self) -> AnswerValue:
        """See `Item`."""
        marked = not self.alone and self.place != self.at_first
        if self.place is not None and (self.passed or marked):
            return self.choices[self.place].value
        return self.before

    def hints(self) -> Keys:
        """See `Item`."""
        words = self.words
        if self.alone:
            return [(self._range(), words("does.choose")), ("↑↓", words("does.move"))]
        return [(self._range(), words("does.choose"))]

    def _range(self) -> str:
        numbers = numbers_to(self.numbers)
        return f"0–{self.numbers}" if "0" in self.by_key else numbers

    def draw(self, width: int, indent: int, *, here: bool) -> Drawn:
        """See `Item`."""
        drawn = super().draw(width, indent, here=here)
        if self.alone:
            return drawn
        pairs = [(key, self.label(choice)) for key, choice in self.by_key.items()]
        if sum(cells(key) + cells(label) + 6 for key, label in pairs) > width - 1:
            return drawn
        line: StyleAndTextTuples = [("", " ")]
        for (key, label), choice in zip(pairs, self.choices, strict=True):
            on = self.is_on(choice)
            line += [
                ("class:mark", " ›" if on else "  "),
                *([(CURSOR, "")] if on and here else []),
                ("class:key", f"{key} "),
                ("class:here" if on else "", f"{harmless(label)}  "),
            ]
        compact = Drawn()
        compact.add(self.asked(width, here=here))
        compact.rows.append([*line, ("", "\n")])
        compact.place = len(compact.rows) - 1
        return compact


class CardItem(ChoiceItem):
    """Something to read: each choice has a key of its own, and Enter takes the preset."""

    @property
    def takes(self) -> Collection[str]:
        """See `Item`."""
        return {key for key in self.by_key if len(key) == 1}

    @property
    def answers_at_once(self) -> bool:
        """See `Item`."""
        return True

    def move(self, step: int) -> bool:
        """See `Item`."""
        del step
        return True

    def press(self, key: str) -> bool:
        """See `Item`."""
        self.place = self.keys.index(key)
        return self.enter()

    def above(self, width: int) -> list[Block]:
        """See `Item`; nothing stands below it."""
        return super().above(width)[:-1]

    @property
    def by_enter(self) -> str:
        """What Enter does, in words."""
        return "" if self.place is None else self.choices[self.place].label

    def hints(self) -> Keys:
        """See `Item`."""
        others = [item for item in self.by_key.items() if item[1].value != self.question.preset]
        return [(key, choice.label) for key, choice in others]

    def draw(self, width: int, indent: int, *, here: bool) -> Drawn:
        """See `Item`."""
        del width, indent, here
        return Drawn()


class SeveralItem(_Choices):
    """Any of the choices: each number, or space, switches one on or off."""

    def __init__(self, view: QuestionView, words: Words, *, alone: bool) -> None:
        super().__init__(view, words, alone=alone)
        shown = view.shown
        self.chosen = set(shown) if isinstance(shown, list) else set()
        self.at_first = set(self.chosen)

    @property
    def takes(self) -> Collection[str]:
        """See `Item`."""
        return {" ", *(key for key in self.by_key if len(key) == 1)}

    def press(self, key: str) -> bool:
        """See `Item`."""
        if key != " ":
            self.place = self.keys.index(key)
        if self.place is not None:
            self.chosen ^= {self.choices[self.place].value}
        return False

    def is_on(self, choice: Choice) -> bool:
        """See `Item`."""
        return choice.value in self.chosen

    def mark(self, choice: Choice) -> tuple[str, str]:
        """See `Item`."""
        return ("class:mark", "[x] ") if self.is_on(choice) else ("", "[ ] ")

    @property
    def answer(self) -> AnswerValue:
        """See `Item`."""
        if self.passed or self.chosen != self.at_first:
            return [choice.value for choice in self.choices if choice.value in self.chosen]
        return self.before

    def hints(self) -> Keys:
        """See `Item`."""
        numbers = numbers_to(min(self.numbers, ONE_KEY))
        return [(numbers, self.words("does.mark")), ("↑↓", self.words("does.move"))]
