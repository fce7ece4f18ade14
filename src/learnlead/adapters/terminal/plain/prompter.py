"""Asks line by line: nothing is redrawn, no colour, no control sequence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from learnlead.adapters.terminal.editor import Editors, OpenFile
from learnlead.adapters.terminal.plain.commands import command_of
from learnlead.adapters.terminal.plain.field import Left, PlainField
from learnlead.adapters.terminal.plain.lines import PlainLines, choice_of, how_to_choose
from learnlead.app.prompter import (
    Answered,
    CardLine,
    Entry,
    Mend,
    NotForHere,
    Reply,
    Save,
    ScreenView,
    Verdict,
    WentBack,
)
from learnlead.errors import Interrupted
from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.question import AnswerValue, Choice, Kind
from learnlead.text.clean import harmless


class PlainPrompter:
    """Asks line by line (see `Prompter`)."""

    def __init__(
        self, words: Words = ENGLISH, file_for: Callable[[str], OpenFile] | None = None
    ) -> None:
        self.words = words
        self._editors = Editors(file_for)
        self._lines = PlainLines(words)

    def ask(self, view: ScreenView) -> Reply:
        """See `Prompter.ask`. A field a line; mended is the field that was chosen, alone."""
        begun: dict[str, AnswerValue] = {
            field.question.id: field.unfinished if field.unfinished is not None else field.answer
            for field in view.fields
        }
        ids = [field.question.id for field in view.fields]
        place = ids.index(view.at)
        self._lines.show_heading(view)
        rated = [field.question for field in view.fields if field.question.kind is Kind.RATING]
        if rated:
            self._lines.show_scale(view.labels, rated[0].absent)
        while True:
            field = view.fields[place]
            reply = self._field(view, place, begun).ask()
            if isinstance(reply, Left):
                if reply.begun not in (None, "", field.question.preset):
                    begun[ids[place]] = reply.begun
                if reply.command == "x":
                    return NotForHere(begun)
                if place == 0 or view.is_mending:
                    return WentBack(begun)
                place -= 1
                continue
            begun[ids[place]] = reply.answer
            if view.is_mending or place == len(ids) - 1:
                return Answered(begun)
            place += 1
            view.keep(begun, ids[place])

    def _field(self, view: ScreenView, place: int, begun: dict[str, AnswerValue]) -> PlainField:
        field = view.fields[place]
        question_id = field.question.id
        if begun[question_id] is not None:  # answered on this screen, before a step back, too
            field = replace(field, unfinished=begun[question_id])

        def keep(text: AnswerValue) -> bool:
            return view.keep({**begun, question_id: text}, question_id)

        return PlainField(
            self._lines,
            field,
            labels=view.labels,
            people=view.people if question_id.startswith("moment-with") else (),
            keep=keep,
            editors=self._editors,
            choose=self.choose,
        )

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
        changed: str | None = None,
    ) -> Verdict:
        """See `Prompter.read`. After a change only the line that was changed is read again."""
        self._lines.say(*(["", *map(harmless, above)] if above else []))
        numbered = list(enumerate(entries, start=1))
        again = [(n, entry) for n, entry in numbered if entry.question.id == changed]
        if not again:
            self._lines.show_page(self.words("read-and-save", title=title), entries, labels)
        for number, entry in again:
            self._lines.say("")
            self._lines.show_entry(number, entry, labels)
        while True:
            self._lines.say("", self.words("plain.save"))
            line = self._lines.read()
            match command_of(line, self.words):
                case "stop":
                    raise Interrupted
                case "back":
                    return WentBack({})
                case "x":
                    return NotForHere({})
                case "help":
                    self._lines.show_page(self.words("read-and-save", title=title), entries, labels)
            if not line:
                return Save()
            if line.isdecimal() and 1 <= int(line) <= len(entries):
                return Mend(entries[int(line) - 1].leads_to)

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """See `Prompter.look`."""
        self._lines.show_page(self.words("so-far", title=title), entries, labels)

    def choose(
        self,
        ask: str,
        choices: Sequence[Choice],
        preset: str,
        *,
        at_once: bool = False,  # noqa: ARG002 - a line is never one key
    ) -> str:
        """See `Prompter.choose`."""
        self._lines.say("", harmless(ask))
        self._lines.show_choices(choices, preset)
        return self._chosen(choices, preset)

    def card(self, lines: Sequence[CardLine], keys: Sequence[Choice]) -> str:
        """See `Prompter.card`."""
        self._lines.say("")
        introduced = False
        for line in lines:
            if line.own:
                self._lines.say_own(line.text, introduced=introduced)
            elif line.text:
                self._lines.say(line.text)
            introduced = line.text.endswith(":")
        enter, *others = keys
        self._lines.say("", self.words("plain.card-enter", does=enter.label))
        self._lines.show_choices(others, None)
        return self._chosen(others, enter.value)

    def _chosen(self, choices: Sequence[Choice], preset: str) -> str:
        while True:
            line = self._lines.read()
            command = command_of(line, self.words)
            if not line:
                return preset
            if command == "stop":
                raise Interrupted
            chosen = choice_of("x" if command == "x" else line, choices)
            if chosen is not None:
                return chosen.value
            self._lines.say(how_to_choose(choices, self.words))

    def tell(self, *sentences: str) -> None:
        """See `Prompter.tell`."""
        for sentence in sentences:
            self._lines.say(harmless(sentence))

    def close(self) -> None:
        """See `Prompter.close`; there is nothing to undo."""
