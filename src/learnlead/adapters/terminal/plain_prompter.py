"""Asks line by line: nothing is redrawn, no colour, no control sequence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from learnlead.adapters.terminal.editor import Editors, OpenFile
from learnlead.adapters.terminal.plain_lines import PlainLines, answer_by_enter, begun_text
from learnlead.adapters.terminal.typed_commands import (
    by_command,
    command_in,
    command_word,
    how_to_answer,
    values_by_number,
)
from learnlead.app.prompter import (
    Answered,
    Entry,
    Mend,
    NotForHere,
    QuestionView,
    Reply,
    Save,
    Skipped,
    Verdict,
    WentBack,
)
from learnlead.errors import Interrupted
from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.left_out import has_words
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question
from learnlead.text.clean import harmless, refused_character
from learnlead.text.limits import TooLong, line_within, text_within

_REPLIES: dict[str, type[WentBack | Skipped | NotForHere]] = {
    "back": WentBack,
    "skip": Skipped,
    "x": NotForHere,
    "/x": NotForHere,
}
_COMMANDS = (*_REPLIES, "help", "?", "quit", "edit", "/e")


class PlainPrompter:
    """Asks line by line (see `Prompter`)."""

    def __init__(
        self, words: Words = ENGLISH, file_for: Callable[[str], OpenFile] | None = None
    ) -> None:
        self.words = words
        self._editors = Editors(file_for)
        self._lines = PlainLines(words)

    def ask(self, view: QuestionView) -> Reply:
        """See `Prompter.ask`."""
        self._lines.show_question(view)
        if view.question.kind in (Kind.LINE, Kind.TEXT):
            self._lines.say(*([self.words("plain.text")] * (view.question.kind is Kind.TEXT)))
            return self._in_words(view)
        by_enter, warned = answer_by_enter(view), False
        while True:
            line = self._lines.read_command()
            if not line and by_enter is not None:
                return Answered(by_enter)
            if line == "skip" and has_words(view.question.kind, by_enter) and not warned:
                self._lines.say(self.words("plain.skip-again", skip=self.words("word.skip")))
                warned = True
                continue
            if (reply := self._common(line, view)) is not None:
                return reply
            if line in ("help", "?"):
                continue
            try:
                answer = self._answer(view, line)
            except ValueError as error:
                self._lines.say(self.words("plain.not-taken", error=error))
                continue
            if answer is not None:
                return Answered(answer)
            self._lines.say(
                self.words("plain.none-of-the-answers", how=how_to_answer(view, self.words))
            )

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
    ) -> Verdict:
        """See `Prompter.read`."""
        self._lines.say(*(["", *map(harmless, above)] if above else []))
        self._lines.show_page(self.words("plain.read-and-save", title=title), entries, labels)
        while True:
            self._lines.say("", self.words("plain.save"))
            line = self._lines.read_command()
            if line in ("save", ""):
                return Save()
            if line.isdecimal() and 1 <= int(line) <= len(entries):
                return Mend(entries[int(line) - 1].leads_to)
            if line == "back":
                return WentBack()
            if line in ("x", "/x"):
                return NotForHere()
            if line == "quit":
                raise Interrupted

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """See `Prompter.look`."""
        self._lines.show_page(self.words("plain.so-far", title=title), entries, labels)

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
        while True:
            line = self._lines.read_command()
            if not line:
                return preset
            if line == "quit":
                raise Interrupted
            if line.isdecimal() and 1 <= int(line) <= len(choices):
                return choices[int(line) - 1].value
            self._lines.say(self.words("plain.number", n=len(choices)))

    def tell(self, *sentences: str) -> None:
        """See `Prompter.tell`."""
        for sentence in sentences:
            self._lines.say(harmless(sentence))

    def close(self) -> None:
        """See `Prompter.close`; there is nothing to undo."""

    def _common(self, line: str, view: QuestionView) -> Reply | None:
        if line == "quit":
            raise Interrupted
        if line in ("help", "?"):
            self._lines.show_help(view)
            return None
        return _REPLIES[line]() if line in _REPLIES else None

    def _answer(self, view: QuestionView, line: str) -> AnswerValue:
        question = view.question
        if question.kind is Kind.RATING:
            return self._mark(question, line)
        number, _, rest = line.partition(" ")
        values = [c.value for c in question.choices]
        if question.kind is Kind.SEVERAL:
            return values_by_number(values, line)
        if not number.isdecimal() or not 1 <= int(number) <= len(values):
            return None
        value = values[int(number) - 1]
        if question.kind is Kind.CHOICE:
            return value if not rest else None
        with_whom = line_within(rest)
        return {"relationship": value} | ({"with": with_whom} if with_whom else {})

    def _mark(self, question: Question, line: str) -> AnswerValue:
        if line in ("1", "2", "3", "4", "5"):
            return int(line)
        if line != "n":
            return None
        if question.behaviour is None or question.behaviour.opportunity == "met":
            return NO_OPPORTUNITY
        made = [
            Choice(NO_OPPORTUNITY, self.words("absence.none-arose")),
            Choice(NONE_MADE, self.words("absence.i-made-none")),
        ]
        return self.choose(self.words("absence.ask"), made, NO_OPPORTUNITY)

    def _in_words(self, view: QuestionView) -> Reply:
        several = view.question.kind is Kind.TEXT
        by_enter = str(answer_by_enter(view) or "")
        begun = begun_text(view).rstrip("\n")
        lines = begun.split("\n") if begun else []
        fresh, warned = True, False
        written = bool(lines) or bool(view.answer)
        offered = by_command(view.question.offers)
        while True:
            line = self._lines.read()
            command = self._lines.command_for(line) if fresh else line
            if fresh and command == "skip" and written and not warned:
                self._lines.say(self.words("plain.skip-again", skip=line))
                warned = True
                continue
            if line != "/x" and not (fresh and command in _COMMANDS):
                command = self._meant_as_command(view, line, lines)
            if command:
                if (
                    reply := self._command(command, view, "\n".join(lines) or by_enter)
                ) is not None:
                    return _with_begun(reply, "\n".join(lines))
                continue
            if refused := refused_character(line):
                self._lines.say(self.words("plain.line-holds", what=refused))
                continue
            fresh = False
            if (note := self._note(line, offered)) is not None:
                self._lines.say(self.words("plain.taken-up", note=note))
                line = note
            lines += [line] if line else []
            if line and several:
                view.keep("\n".join(lines))
                continue
            done = self._done("\n".join(lines) or by_enter, view)
            if not isinstance(done, str):
                return done
            lines, fresh = done.split("\n"), True

    def _meant_as_command(self, view: QuestionView, line: str, lines: Sequence[str]) -> str:
        """The command that the line was meant as, if the person says so; else it is an answer's."""
        command = command_in(line, self.words)
        if not command or refused_character(line):
            return ""
        view.keep("\n".join([*lines, line]))
        typed = command_word(command, self.words)
        choices = [
            Choice("words", self.words("like-a-command.words")),
            Choice("command", self.words("like-a-command.command", command=typed)),
        ]
        if self.choose(self.words("like-a-command", line=line), choices, "words") == "words":
            return ""
        view.keep("\n".join(lines))
        return command

    def _done(self, text: str, view: QuestionView) -> Reply | str:
        """The answer; or the text with which the question goes on, after a message about it."""
        late = self._editors.later(view.question.id, text)
        if late is not None:
            if view.keep(late):
                self._editors.taken(view.question.id)
            self._lines.say(self.words("editor-later"), self.words("plain.kept", answer=late))
            return late
        try:
            return _taken(text, view)
        except TooLong as error:
            message = self.words("plain.too-long", letters=error.letters, most=error.most)
            self._lines.say(message)
        except ValueError as error:
            self._lines.say(self.words("not-taken", error=error))
        return text

    def _note(self, line: str, offered: Mapping[str, str]) -> str | None:
        """The note of the week that `note 1` or `/1` takes up."""
        word, blank, number = line.partition(" ")
        names_note = blank and self._lines.command_for(word) == "note"
        return offered.get(f"/{number}" if names_note else line)

    def _command(self, line: str, view: QuestionView, text: str) -> Reply | None:
        if line not in ("edit", "/e"):
            return self._common(line, view)
        while True:
            view.keep(text)  # whatever the editor saves from here on is newer
            text, trouble = self._editors.edit(view.question.id, text)
            if view.keep(text):
                self._editors.taken(view.question.id)
            if trouble is not None:
                self._lines.say(self.words(trouble.key, **trouble.values))
                return None
            try:
                return _taken(text, view)
            except ValueError as error:
                self._lines.say(self.words("plain.editor-again", error=error))
                self._lines.read()


def _taken(text: str, view: QuestionView) -> Reply:
    cleaned = text_within(text) if view.question.kind is Kind.TEXT else line_within(text)
    return Skipped() if cleaned is None else Answered(cleaned)


def _with_begun(reply: Reply, begun: str) -> Reply:
    """The reply to a text that was begun, which goes with it."""
    if isinstance(reply, NotForHere):
        return NotForHere(begun)
    return WentBack(begun or None) if isinstance(reply, WentBack) else reply
