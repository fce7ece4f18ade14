"""Asks on screens of several fields, one key per rating."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from learnlead.adapters.terminal.card import show_card
from learnlead.adapters.terminal.editor import Editors, OpenFile
from learnlead.adapters.terminal.form.ask import ask_screen
from learnlead.adapters.terminal.menu import decide
from learnlead.adapters.terminal.reading import look_at, read_page
from learnlead.adapters.terminal.screen import Screen
from learnlead.app.prompter import CardLine, Entry, Reply, ScreenView, Verdict
from learnlead.errors import Interrupted
from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.question import Choice
from learnlead.text.cells import wrap
from learnlead.text.clean import harmless


class RichPrompter:
    """Asks on the alternate screen of a real terminal (see `Prompter`)."""

    def __init__(
        self,
        *,
        colour: bool,
        words: Words = ENGLISH,
        file_for: Callable[[str], OpenFile] | None = None,
    ) -> None:
        self.screen = Screen(colour=colour, words=words)
        self.words = words
        self._editors = Editors(file_for)

    def ask(self, view: ScreenView) -> Reply:
        """See `Prompter.ask`."""
        try:
            return ask_screen(self.screen, view, self._editors)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
        changed: str | None = None,
    ) -> Verdict:
        """See `Prompter.read`."""
        try:
            return read_page(self.screen, title, entries, labels, above, changed=changed)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """See `Prompter.look`."""
        try:
            look_at(self.screen, title, entries, labels)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        """See `Prompter.choose`."""
        try:
            return decide(self.screen, ask, choices, preset, at_once=at_once)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def card(self, lines: Sequence[CardLine], keys: Sequence[Choice]) -> str:
        """See `Prompter.card`."""
        try:
            return show_card(self.screen, lines, keys)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def tell(self, *sentences: str) -> None:
        """See `Prompter.tell`."""
        self.close()
        for sentence in sentences:
            for line in wrap(harmless(sentence), self.screen.columns, whole_words=True):
                print(line)

    def close(self) -> None:
        """See `Prompter.close`."""
        self.screen.close()
