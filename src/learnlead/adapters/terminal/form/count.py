"""A field for how often something was done, of how many times it came up."""

from __future__ import annotations

from collections.abc import Collection

from learnlead.adapters.terminal.form.item import CURSOR, Drawn, Item
from learnlead.adapters.terminal.look import BAR
from learnlead.adapters.terminal.screen_text import Keys, paragraph
from learnlead.app.prompter import QuestionView
from learnlead.i18n.words import Words
from learnlead.sitting.question import AnswerValue
from learnlead.text.cells import cells, padded


class CountItem(Item):
    """In how many of how many: two digits, one below the other."""

    def __init__(self, view: QuestionView, words: Words) -> None:
        super().__init__(view, words)
        shown = view.shown if isinstance(view.shown, str) else ""
        done, _, of = shown.partition("/")
        self.digits = [of, done]
        self.at_first = [*self.digits]
        self.place = 0

    @property
    def takes(self) -> Collection[str]:
        """See `Item`."""
        return {*"0123456789", "backspace", "delete"}

    def press(self, key: str) -> bool:
        """See `Item`."""
        self.digits[self.place] = key if key.isdigit() else ""
        if not key.isdigit():
            return False
        self.passed = True
        if self.digits[0] == "0":
            self.digits[1] = "0"
            return True
        return not self.move(1)

    def enter(self) -> bool:
        """See `Item`."""
        self.passed = True
        return not self.digits[0] or self.digits[0] == "0" or not self.move(1)

    def move(self, step: int) -> bool:
        """See `Item`."""
        if not 0 <= self.place + step <= 1:
            return False
        self.place += step
        return True

    def back(self) -> bool:
        """See `Item`."""
        return self.move(-1)

    def come(self, step: int) -> None:
        """See `Item`."""
        self.place = 0 if step > 0 else 1

    @property
    def trouble(self) -> str:
        """See `Item`."""
        of, done = self.digits
        if bool(of) != bool(done):
            self.place = 1 if of else 0
            return self.words("count.half")
        if done > of:
            self.place = 1
            return self.words("count.more", done=done, of=of)
        return ""

    @property
    def answer(self) -> AnswerValue:
        """See `Item`."""
        of, done = self.digits
        if not self.passed and self.digits == self.at_first:
            return self.before
        return f"{done}/{of}" if of and done and done <= of else None

    def hints(self) -> Keys:
        """See `Item`."""
        return [("0–9", self.words("does.count"))]

    def draw(self, width: int, indent: int, *, here: bool) -> Drawn:
        """See `Item`."""
        del indent
        drawn = Drawn()
        asked = self.question.ask.split("\n")
        room = min(max(map(cells, asked)) + 2, width - 5)
        for number, (ask, digit) in enumerate(zip(asked, self.digits, strict=True)):
            cursor = here and number == self.place
            style = "class:ask" if cursor else ""
            lines = paragraph(ask, room, style)
            drawn.add(lines[:-1])
            if cursor:
                drawn.place = len(drawn.rows)
            last = padded(lines[-1][1].rstrip("\n"), room)
            drawn.rows.append(
                [
                    (style, last),
                    ("class:own", f"  {BAR}"),
                    *([(CURSOR, "")] if cursor else []),
                    ("class:own", digit),
                    ("", "\n"),
                ]
            )
        return drawn
