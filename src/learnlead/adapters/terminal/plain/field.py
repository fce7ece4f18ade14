"""Asks one field of a screen line by line: what was typed as its answer, or as a command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from learnlead.adapters.terminal.editor import Editors
from learnlead.adapters.terminal.plain.commands import command_meant, command_of, command_word
from learnlead.adapters.terminal.plain.lines import PlainLines, choice_of, how_to_answer
from learnlead.adapters.terminal.screen_text import answer_text
from learnlead.app.prompter import QuestionView
from learnlead.errors import Interrupted
from learnlead.i18n.words import Words
from learnlead.sitting.left_out import has_words
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE, Count
from learnlead.sitting.question import AnswerValue, Choice, Kind
from learnlead.text.clean import refused_character
from learnlead.text.limits import TooLong, line_within, text_within

Choose = Callable[[str, Sequence[Choice], str], str]
"""Asks something about the sitting itself; see `Prompter.choose`."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The answer to a field; None is a skip."""

    answer: AnswerValue


@dataclass(frozen=True, slots=True)
class Left:
    """A command that leaves the field, `back` or `x`, and what was begun there."""

    command: str
    begun: AnswerValue


class PlainField:
    """One field, until it is answered or left.

    Args:
        lines: prints and reads.
        view: the field.
        labels: of the scale.
        people: offered for whom a moment was with.
        keep: puts what is begun in this field on disk.
        editors: open the field's text.
        choose: asks something about the sitting itself.
    """

    def __init__(
        self,
        lines: PlainLines,
        view: QuestionView,
        *,
        labels: Sequence[str],
        people: Sequence[str],
        keep: Callable[[AnswerValue], bool],
        editors: Editors,
        choose: Choose,
    ) -> None:
        self.lines = lines
        self.words: Words = lines.words
        self.view = view
        self.question = view.question
        self.labels = labels
        self.people = people
        self.keep = keep
        self.editors = editors
        self.choose = choose
        self._warned = False

    def ask(self) -> Typed | Left:
        """Ask until there is an answer, or a command that leaves."""
        shown = self.view.shown
        self._show(shown)
        if self.question.kind in (Kind.LINE, Kind.TEXT):
            return self._words(str(shown or ""))
        while True:
            line = self._next_line()
            if command := command_of(line, self.words):
                if (left := self._command(command, shown)) is not None:
                    return left
                continue
            answer = self._answer(line) if line or shown is None else shown
            if answer is not None:
                return Typed(answer)
            how = how_to_answer(self.question, self.words)
            self.lines.say(self.words("plain.none-of-the-answers", how=how))

    def _show(self, shown: AnswerValue) -> None:
        """The question, what there is to choose, and what Enter alone keeps."""
        lines, question = self.lines, self.question
        lines.show_question(question)
        if question.choices:
            lines.show_choices(question.choices, shown if question.kind is Kind.CHOICE else None)
        if self.people:
            lines.say(self.words("plain.with", people=", ".join(self.people)))
        if self.view.is_skipped:
            lines.say(self.words("plain.skipped-so-far"))
        if shown == question.preset and question.why_preset:
            lines.say(question.why_preset)
        if shown not in (None, "") and question.kind is not Kind.CHOICE:
            kept = answer_text(question, shown, self.labels)
            is_text = question.kind in (Kind.LINE, Kind.TEXT)
            lines.say(self.words("plain.kept" if is_text else "plain.enter-takes", answer=kept))

    def _next_line(self) -> str:
        if self.question.kind is Kind.COUNT:
            self.lines.say(self.question.ask.split("\n")[0])
        return self.lines.read()

    def _command(self, command: str, begun: AnswerValue) -> Typed | Left | None:
        """What a command does; None where the field goes on."""
        match command:
            case "stop":
                raise Interrupted
            case "help":
                self.lines.show_help(self.question, self.labels)
            case "back" | "x":
                return Left(command, begun)
            case "skip" if has_words(self.question.kind, begun) and not self._warned:
                self._warned = True
                skip = command_word("skip", self.words)
                self.lines.say(self.words("plain.skip-again", skip=skip))
            case "skip":
                return Typed(None)
        return None

    def _answer(self, line: str) -> AnswerValue:
        match self.question.kind:
            case Kind.RATING:
                return self._mark(line)
            case Kind.COUNT:
                return self._count(line)
            case Kind.SEVERAL:
                return _values_by_number([c.value for c in self.question.choices], line)
            case _:
                chosen = choice_of(line, self.question.choices)
                return chosen.value if chosen else None

    def _mark(self, line: str) -> AnswerValue:
        if line in ("1", "2", "3", "4", "5"):
            return int(line)
        if line.lower() != "n":
            return None
        behaviour = self.question.behaviour
        if behaviour is None or behaviour.opportunity == "met":
            return NO_OPPORTUNITY
        made = [
            Choice(NO_OPPORTUNITY, self.words("absence.none-arose")),
            Choice(NONE_MADE, self.words("absence.i-made-none")),
        ]
        return self.choose(self.words("absence.ask"), made, NO_OPPORTUNITY)

    def _count(self, line: str) -> AnswerValue:
        """In how many of that many; `2/3` says both at once."""
        if (count := Count.read(line)) is not None:
            return str(count)
        if not line.isascii() or not line.isdecimal() or len(line) > 1:
            return None
        if line == "0":
            return "0/0"
        self.lines.say(self.question.ask.split("\n")[-1])
        count = Count.read(f"{self.lines.read()}/{line}")
        return str(count) if count is not None else None

    def _words(self, shown: str) -> Typed | Left:
        """Lines of words, until one that does not end in a stroke; none keep what is shown."""
        text, begun = shown, ""
        while True:
            line = self.lines.read()
            if command := self._command_typed(line):
                done = self._command_in_words(command, begun.rstrip("\n") or text)
                if done is not None:
                    return done
                continue
            if refused := refused_character(line):
                self.lines.say(self.words("plain.line-holds", what=refused))
                continue
            if line.endswith("\\") and self.question.kind is Kind.TEXT:
                begun += line.removesuffix("\\") + "\n"
                self.keep(begun)
                continue
            text, begun = f"{begun}{line}" or text, ""
            text, answer = self._taken(text)
            if answer is not None:
                return answer

    def _command_typed(self, line: str) -> str:
        command = command_of(line, self.words)
        if not command and self._is_meant_as_command(line):
            return command_meant(line, self.words)
        return command

    def _command_in_words(self, command: str, text: str) -> Typed | Left | None:
        if command != "edit":
            return self._command(command, text or None)
        edited = self._edit(text)
        return None if edited is None else Typed(edited or None)

    def _taken(self, text: str) -> tuple[str, Typed | None]:
        """The text, and the answer that it is; None with a message where it is none."""
        late = self.editors.later(self.question.id, text)
        if late is not None:
            if self.keep(late):
                self.editors.taken(self.question.id)
            self.lines.say(self.words("editor-later"), self.words("plain.kept", answer=late))
            return late, None
        try:
            return text, Typed(self._within(text))
        except TooLong as error:
            sizes = {"letters": error.letters, "most": error.most}
            self.lines.say(self.words("plain.too-long", **sizes))
        except ValueError as error:
            self.lines.say(self.words("plain.not-taken", error=error))
        self.keep(text)
        return text, None

    def _within(self, text: str) -> str | None:
        return text_within(text) if self.question.kind is Kind.TEXT else line_within(text)

    def _is_meant_as_command(self, line: str) -> bool:
        """Whether a line that looks like a command is one, asked of the person."""
        command = command_meant(line, self.words)
        if not command or refused_character(line):
            return False
        self.keep(line)
        choices = [
            Choice("words", self.words("like-a-command.words")),
            Choice(
                "command",
                self.words("like-a-command.command", command=command_word(command, self.words)),
            ),
        ]
        chosen = self.choose(self.words("like-a-command", line=line), choices, "words")
        return chosen == "command"

    def _edit(self, text: str) -> str | None:
        """The text from an editor; None where there is no new one."""
        while True:
            self.keep(text)  # whatever the editor saves from here on is newer
            text, trouble = self.editors.edit(self.question.id, text)
            if self.keep(text):
                self.editors.taken(self.question.id)
            if trouble is not None:
                self.lines.say(self.words(trouble.key, **trouble.values))
                return None
            try:
                return self._within(text) or ""
            except ValueError as error:
                self.lines.say(self.words("plain.editor-again", error=error))
                self.lines.read()


def _values_by_number(values: Sequence[str], line: str) -> AnswerValue:
    """The values that the line names by their numbers; `0` none; None for anything else."""
    numbers = line.replace(",", " ").split()
    if numbers == ["0"]:
        return []
    if not numbers or not all(n.isdecimal() and 1 <= int(n) <= len(values) for n in numbers):
        return None
    return [v for n, v in enumerate(values, start=1) if str(n) in {str(int(m)) for m in numbers}]
