"""One screen of questions: its fields, and the cursor's way through them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from prompt_toolkit.buffer import Buffer

from learnlead.adapters.terminal.autosave import Autosave
from learnlead.adapters.terminal.editor import Editors
from learnlead.adapters.terminal.form.choices import (
    CardItem,
    ChoiceItem,
    SeveralItem,
)
from learnlead.adapters.terminal.form.count import CountItem
from learnlead.adapters.terminal.form.item import Item
from learnlead.adapters.terminal.form.ratings import rating_rows
from learnlead.adapters.terminal.form.text import TextItem
from learnlead.adapters.terminal.screen import Screen
from learnlead.app.prompter import (
    Answered,
    NotForHere,
    QuestionView,
    Reply,
    ScreenView,
    Typed,
    WentBack,
)
from learnlead.i18n.words import Words
from learnlead.sitting.question import Kind

WITH: Final = "moment-with"
"""The question for which roles are offered."""


class Form:
    """A screen of a sitting until it is left.

    Attributes:
        items: its fields, in order.
        at: the number of the one with the cursor.
        help_open: whether help is in sight in place of the fields.
        trouble: what is to be said about the last key, mostly empty.
    """

    def __init__(self, screen: Screen, view: ScreenView, editors: Editors) -> None:
        self.screen = screen
        self.words = screen.words
        self.view = view
        self.editors = editors
        self.items = items_of(view, screen.words)
        ids = [id_ for item in self.items for id_ in item.begun()]
        if view.at in ids:
            self.at = next(n for n, item in enumerate(self.items) if view.at in item.begun())
            self.item.begin_at(view.at)
        else:
            self.at = 0
        self.help_open = False
        self.trouble = ""
        self.autosave = Autosave(self.begun(), lambda begun: view.keep(begun, self.item.id))
        self.nowhere = Buffer()

    @property
    def item(self) -> Item:
        """The field with the cursor."""
        return self.items[self.at]

    @property
    def is_last(self) -> bool:
        """Whether the screen is left from this field: it is the last, or the one to mend."""
        return self.view.is_mending or self.at == len(self.items) - 1

    @property
    def buffer(self) -> Buffer:
        """What takes the keys of editing."""
        return self.item.buffer if isinstance(self.item, TextItem) else self.nowhere

    def begun(self) -> Typed:
        """Everything on the screen as it is now."""
        return {key: value for item in self.items for key, value in item.begun().items()}

    def enter(self) -> Reply | None:
        """Enter: on, if the field lets it go."""
        if self.item.enter():
            return self.go_on()
        self.trouble = self.item.wants
        return None

    def go_on(self) -> Reply | None:
        """The cursor to the next field; from the last one the answers."""
        self.trouble = self.item.trouble
        if self.trouble:
            return None
        if not self.is_last:
            self.at += 1
            self.item.come(1)
            return None
        return self._leave(Answered)

    def go_back(self) -> Reply | None:
        """The cursor to the field before; from the first one to the screen before."""
        self.trouble = ""
        if self.item.back():
            return None
        if self.at and not self.view.is_mending:
            self.at -= 1
            self.item.come(-1)
            return None
        return None if self.view.is_first else self._leave(WentBack)

    def stop(self) -> Reply | None:
        """This is not for here; outside a sitting nothing happens."""
        return None if self.view.apart else NotForHere(self.begun())

    def move(self, step: int) -> None:
        """Up or down, through the field and from one to the next."""
        self.trouble = ""
        if not self.item.move(step) and 0 <= self.at + step < len(self.items):
            self.at += step
            self.item.come(step)

    def _leave(self, how: type[Answered | WentBack]) -> Reply | None:
        for number, item in enumerate(self.items):
            if trouble := item.trouble:
                self.at, self.trouble = number, trouble
                return None
        return how({key: value for item in self.items for key, value in item.answers().items()})

    def edit(self) -> None:
        """The words of this field in the writer's own editor, which has the screen to itself."""
        item = self.item
        if not isinstance(item, TextItem):
            return
        self.help_open = False
        self.view.keep(self.begun(), item.id)  # whatever the editor saves from here on is newer
        self.screen.close()
        text, trouble = self.editors.edit(item.id, item.buffer.text)
        item.take_words(text)
        self.trouble = self.words(trouble.key, **trouble.values) if trouble else ""
        if self.view.keep(self.begun(), item.id):
            self.editors.taken(item.id)

    def takes_later_words(self) -> bool:
        """Whether an editor has saved words beside the sitting, which then stand in their field."""
        for number, item in enumerate(self.items):
            if not isinstance(item, TextItem):
                continue
            late = self.editors.later(item.id, item.buffer.text)
            if late is None:
                continue
            item.take_words(late)
            if self.view.keep(self.begun(), item.id):
                self.editors.taken(item.id)
            self.at, self.trouble = number, self.words("editor-later")
            return True
        return False


def items_of(view: ScreenView, words: Words) -> list[Item]:
    """The fields of a screen; the ratings of one behaviour are one of them."""
    alone = len(view.fields) == 1
    items: list[Item] = []
    for is_rating, views in groupby(view.fields, lambda v: v.question.kind is Kind.RATING):
        if is_rating:
            items += rating_rows([*views], words, view.labels)
        else:
            items += (_item(one_view, view.people, words, alone=alone) for one_view in views)
    return items


def _item(view: QuestionView, people: Sequence[str], words: Words, *, alone: bool) -> Item:
    question = view.question
    match question.kind:
        case Kind.SEVERAL:
            return SeveralItem(view, words, alone=alone)
        case Kind.COUNT:
            return CountItem(view, words)
        case Kind.CHOICE if all(len(choice.key) for choice in question.choices):
            return CardItem(view, words, alone=alone)
        case Kind.CHOICE:
            return ChoiceItem(view, words, alone=alone)
    offers = ""
    if people and question.id.partition(":")[0] == WITH:
        offers = words("key.such-as", people=", ".join(people))
    return TextItem(view, words, alone=alone, offers=offers)
