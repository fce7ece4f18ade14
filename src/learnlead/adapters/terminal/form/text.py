"""A field for words."""

from __future__ import annotations

from functools import partial

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from learnlead.adapters.terminal.fitting import Block
from learnlead.adapters.terminal.form.item import CURSOR, Drawn, Item
from learnlead.adapters.terminal.form.typed_text import (
    Row,
    as_shown,
    column_of,
    moved,
    row_at,
    rows_of,
)
from learnlead.adapters.terminal.look import BAR
from learnlead.adapters.terminal.screen_text import paragraph
from learnlead.app.prompter import QuestionView, Typed
from learnlead.i18n.words import Words
from learnlead.sitting.question import AnswerValue, Kind
from learnlead.text.cells import cells, padded
from learnlead.text.limits import TooLong, line_within, text_within

_LABEL_AT_MOST = 34
"""Cells of a label beside its field; in a narrow window nearly half of it."""


class TextItem(Item):
    """One line, or as many as wanted.

    Attributes:
        buffer: what is typed, and the cursor in it.
        offers: words of an earlier week that are said below the field, such as with whom.
    """

    takes_words = True

    def __init__(self, view: QuestionView, words: Words, *, alone: bool, offers: str = "") -> None:
        super().__init__(view, words, alone=alone)
        shown = view.shown
        self.at_first = shown if isinstance(shown, str) else ""
        self.buffer = Buffer(multiline=True, document=Document(self.at_first))
        self.offers = offers
        self.width = 1
        self.column = 0
        self.moved_to: int | None = None

    @property
    def several_lines(self) -> bool:
        """Whether the answer may have more lines than one."""
        return self.question.kind is Kind.TEXT

    @property
    def empty(self) -> bool:
        """Whether there is no letter in it."""
        return not self.buffer.text.strip()

    def insert(self, text: str) -> None:
        """Type this; in a field of one line a line break is a blank."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not self.several_lines:
            text = " ".join(line.strip() for line in text.split("\n") if line.strip()) or " "
        self.buffer.save_to_undo_stack()
        self.buffer.insert_text(text)

    def take_words(self, text: str) -> None:
        """These words in place of those that stand there."""
        self.buffer.set_document(Document(text), bypass_readonly=True)

    def tab(self) -> bool:
        """See `Item`."""
        self.passed = True
        return True

    def move(self, step: int) -> bool:
        """See `Item`."""
        text, at = self.buffer.text, self.buffer.cursor_position
        if at != self.moved_to:  # else on at the column where the way began
            rows = rows_of(text, self.width)
            self.column = column_of(text, rows[row_at(rows, at)], at, self.width)
        place = moved(text, at, self.width, step, self.column)
        self.moved_to = place
        if place is not None:
            self.buffer.cursor_position = place
        elif step > 0:
            self.passed = True
        return place is not None

    @property
    def trouble(self) -> str:
        """See `Item`."""
        try:
            self._cleaned()
        except TooLong as error:
            return self.words("too-long", letters=error.letters, most=error.most)
        except ValueError as error:
            return self.words("not-taken", error=error)
        return ""

    def _cleaned(self) -> str | None:
        return (text_within if self.several_lines else line_within)(self.buffer.text)

    @property
    def _is_settled(self) -> bool:
        """Whether the words are the leader's: typed, or passed on the way to the next field."""
        return self.passed or self.buffer.text != self.at_first

    @property
    def answer(self) -> AnswerValue:
        """See `Item`."""
        return self._cleaned() if self._is_settled else self.before

    def begun(self) -> Typed:
        """See `Item`."""
        return {self.id: self.buffer.text or None if self._is_settled else self.before}

    def above(self, width: int) -> list[Block]:
        """See `Item`; the words stand right below what is asked."""
        return super().above(width)[:-1]

    def label_cells(self, width: int) -> int:
        """See `Item`."""
        length = cells(self.question.ask)
        return length if not self.alone and length <= min(_LABEL_AT_MOST, width * 9 // 20) else 0

    def draw(self, width: int, indent: int, *, here: bool) -> Drawn:
        """See `Item`."""
        drawn = Drawn()
        text, typed_at = self.buffer.text, self.buffer.cursor_position
        beside = self.label_cells(width)
        if not beside:
            drawn.add(self.asked(width, here=here))
        self.width = max(width - indent - len(BAR), 2)
        rows = rows_of(text, self.width)
        cursor_row = row_at(rows, typed_at)
        for number, (start, end) in enumerate(rows):
            label = self._label(beside, indent) if number == 0 else ""
            drawn.rows.append(
                [
                    ("class:ask" if here else "", padded(f" {label}", indent)),
                    ("class:own", BAR),
                    *self._row(text, (start, end), typed_at, cursor=here and number == cursor_row),
                    ("", "\n"),
                ]
            )
        drawn.place = len(drawn.rows) - len(rows) + cursor_row
        if here and self.offers:
            drawn.add(paragraph(self.offers, width, "class:quiet", " " * indent))
        return drawn

    def _label(self, beside: int, indent: int) -> str:
        """What is asked, or its short name where that stands above and others have a label."""
        if beside:
            return self.question.ask
        return self.question.about if 1 < cells(self.question.about) < indent - 1 else ""

    def _row(self, text: str, row: Row, typed_at: int, *, cursor: bool) -> list[tuple[str, str]]:
        """The letters of one row as far as there is room for them, with the cursor in it."""
        start, end = row
        shown = as_shown(text[start:end])
        while cells(shown) > self.width:
            shown = shown[:-1]
        part = partial(_own, shown)
        if not cursor:
            return [part(0, len(shown))]
        at = min(typed_at - start, len(shown))
        return [part(0, at), (CURSOR, ""), part(at, len(shown))]


def _own(shown: str, first: int, last: int) -> tuple[str, str]:
    return ("class:own", shown[first:last])
