"""The keys of a form: the same for every field, whatever it asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import get_app, get_app_session
from prompt_toolkit.filters import Condition
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import store_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from learnlead.adapters.terminal.form.control import FormControl
from learnlead.adapters.terminal.form.drawing import FormDrawing
from learnlead.adapters.terminal.form.form import Form
from learnlead.adapters.terminal.form.text import TextItem
from learnlead.adapters.terminal.key_filter import (
    KeyFilter,
    KeyRules,
    following_keys,
    without_enter,
)

Action = Callable[[KeyPressEvent], Any]
"""What a key does: returns the reply that ends the screen, or None."""

_HELP = "?"
"""Means the same on every field that takes no words."""

_IN_HELP = ("?", "x", "e", " ")
_ERASERS = ("backspace", "delete")


class FormKeys:
    """What each key does on one form, from when it is shown until it is left."""

    def __init__(self, form: Form, drawing: FormDrawing, edit: str) -> None:
        self.form = form
        self.drawing = drawing
        self.edit = edit
        self.source: Input = get_app_session().input
        self.filter = KeyFilter(KeyRules(), {}, self.source)
        self.slow_line = form.screen.slow_line
        self.before_escape: int | None = None
        self.answered_by = ""

    def settle(self) -> None:
        """The form was left: an Enter right after a key that answered it belonged to that key."""
        item = self.form.item
        if self.answered_by and item.alone and not item.takes_words:
            store_typeahead(self.source, without_enter(following_keys(self.source)))

    async def follow(self) -> None:
        """Keep what is typed on disk, for as long as the form is shown."""
        keys = get_app().key_processor
        keys.after_key_press += self._after_key
        await self.form.autosave.follow(self.form.begun)

    def _after_key(self, _: object) -> None:
        self.form.autosave.look(self.form.begun())

    @property
    def typing(self) -> TextItem | None:
        """The field that takes the letters; None where they are keys, or help is in sight."""
        item = self.form.item
        return item if isinstance(item, TextItem) and not self.form.help_open else None

    def bindings(self, control: FormControl) -> KeyBindings:
        """Every key of the form; `control` is given the field with the cursor."""

        def doing(action: Action) -> Callable[[KeyPressEvent], None]:
            def act(event: KeyPressEvent) -> None:
                result = action(event)
                self.slow_line.read(event, self.source)
                if result is not None:
                    event.app.exit(result=result)
                control.buffer = self.form.buffer

            return act

        bindings, no_words = KeyBindings(), Condition(lambda: self.typing is None)
        actions: dict[str, Action] = {
            "enter": self._enter,
            "tab": self._tab,
            "s-tab": self._back,
            "up": lambda _: self._move(-1),
            "down": lambda _: self._move(1),
            "c-j": self._new_line,
            "f1": lambda _: self._toggle_help(),
            Keys.Any.value: self._letter,
            Keys.BracketedPaste.value: self._paste,
        }
        for name, action in actions.items():
            bindings.add(name)(doing(action))
        bindings.add("escape", eager=True)(doing(self._escape))
        without_words: dict[str, Action] = {
            "left": lambda _: self._sideways(-1),
            "right": lambda _: self._sideways(1),
            **dict.fromkeys(_ERASERS, self._erase),
        }
        for name, action in without_words.items():
            bindings.add(name, filter=no_words)(doing(action))
        return bindings

    def _enter(self, event: KeyPressEvent) -> Any:
        form, typing = self.form, self.typing
        form.screen.remark = ""
        self.answered_by = "enter"
        if form.help_open:
            return self._toggle_help()
        if typing is not None:
            if self.slow_line.is_in_a_paste(event, self.source):
                return typing.insert("\n")
            if typing.several_lines and typing.buffer.document.char_before_cursor == "\\":
                typing.buffer.delete_before_cursor()
                return typing.insert("\n")
        return form.enter()

    def _new_line(self, _: KeyPressEvent) -> None:
        if self.typing is not None:
            self.typing.insert("\n")

    def _tab(self, _: KeyPressEvent) -> Any:
        self.form.screen.remark = self.answered_by = ""
        if self.form.help_open:
            return None
        return self.form.go_on() if self.form.item.tab() else None

    def _escape(self, event: KeyPressEvent) -> Any:
        if not self.slow_line.is_escape(event):
            return None
        self.form.screen.remark = self.answered_by = ""
        if self.form.help_open:
            return self._toggle_help()
        self.before_escape = self.form.at
        return self.form.go_back()

    def _back(self, _: KeyPressEvent) -> Any:
        self.form.screen.remark = self.answered_by = ""
        return self.form.go_back()

    def _move(self, step: int) -> None:
        self.form.screen.remark = ""
        if self.form.help_open:
            self.drawing.scroll(step)
        else:
            self.form.move(step)

    def _sideways(self, step: int) -> None:
        if not self.form.help_open:
            self.form.item.sideways(step)

    def _erase(self, event: KeyPressEvent) -> None:
        name = event.key_sequence[0].key
        key = "backspace" if name == Keys.ControlH else "delete"
        if key in self.form.item.takes and not self.form.help_open:
            self.form.item.press(key)

    def _toggle_help(self) -> None:
        self.form.help_open = not self.form.help_open
        self.drawing.top = 0

    def _letter(self, event: KeyPressEvent) -> Any:
        rest = self.slow_line.rest_of_key(event)
        if rest is not None:
            return self._arrow(rest)
        typing, key = self.typing, event.data
        if typing is not None:
            if key == "?" and typing.empty:
                return self._toggle_help()
            self.form.trouble = ""
            return typing.insert(key)
        return self._key(event)

    def _arrow(self, name: str) -> Any:
        """An arrow whose Esc has gone back already: as if it had not, where that is possible."""
        if self.before_escape is not None:
            self.form.at, self.before_escape = self.before_escape, None
        typing = self.typing
        if name in ("up", "down"):
            return self._move(-1 if name == "up" else 1)
        if name in ("left", "right") and typing is not None:
            buffer = typing.buffer
            return buffer.cursor_left() if name == "left" else buffer.cursor_right()
        return self.form.go_back() if name == "s-tab" else None

    def _paste(self, event: KeyPressEvent) -> None:
        if self.typing is not None:
            self.typing.insert(event.data)
        else:
            self._key(event)

    def _key(self, event: KeyPressEvent) -> Any:
        """A letter or a digit where no words are taken; words say so, and answer nothing."""
        form = self.form
        meant = {*_IN_HELP} if form.help_open else {*form.item.takes, _HELP}
        small = {key for key in meant if len(key) == 1}
        known = small.union(*(item.letters for item in form.items))  # keys pressed ahead of a field
        known.update(_IN_HELP if event.data == _HELP else ())  # and ahead of help
        self.filter.keys = {key: lambda: None for key in (*known, *map(str.upper, known))}
        key = event.data if event.data in small else event.data.lower()
        taken = self.filter.takes(key, event) and self.filter.begins_no_word(key, event)
        form.screen.remark = self.words_remark if self.filter.took_words else ""
        if not taken or key not in small:
            return None
        if key == _HELP:
            return self._toggle_help()
        return self._in_help(key) if form.help_open else self._answer(key)

    def _in_help(self, key: str) -> Any:
        """A key that means something only while help is in sight."""
        if key == " ":
            return self.drawing.turn()
        if self.form.view.apart:
            return None
        if key == "x":
            return self.form.stop()
        return self.edit if isinstance(self.form.item, TextItem) else None

    def _answer(self, key: str) -> Any:
        """A key of the field."""
        form = self.form
        form.trouble = ""
        self.answered_by = key
        if not form.item.press(key) or (form.is_last and not form.item.answers_at_once):
            return None
        return form.go_on()

    @property
    def words_remark(self) -> str:
        """What is said about words where a key answers."""
        return self.form.words("no-words")
