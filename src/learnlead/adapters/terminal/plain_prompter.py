"""The plain door: words in, words out, nothing redrawn, no colour, no control sequence."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from shutil import get_terminal_size

from learnlead.adapters.terminal.editor import Editors, OpenFile
from learnlead.adapters.terminal.screen_text import answer_text, kept_beside, mark_text
from learnlead.adapters.terminal.stopping import interruptible_wait, raise_stopped
from learnlead.adapters.terminal.typed_commands import (
    by_command,
    command_in,
    command_word,
    how_to_answer,
    rating_counts,
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
from learnlead.errors import Interrupted, Stopped
from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.left_out import has_words
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question
from learnlead.text.cells import wrap
from learnlead.text.clean import harmless, refused_character
from learnlead.text.limits import TooLong, line_within, text_within

_WIDEST = 72
_NUMBER = re.compile(r" *(?:\d+\. )?")
_REPLIES: dict[str, type[WentBack | Skipped | NotForHere]] = {
    "back": WentBack,
    "skip": Skipped,
    "x": NotForHere,
    "/x": NotForHere,
}
_COMMANDS = (*_REPLIES, "help", "?", "quit", "edit", "/e")
_WORDS = ("back", "skip", "help", "quit", "edit", "save", "none", "note")
"""Words of command that each language has its own for; these are understood in all of them."""


class PlainPrompter:
    """Asks line by line (see `Prompter`)."""

    def __init__(
        self, words: Words = ENGLISH, file_for: Callable[[str], OpenFile] | None = None
    ) -> None:
        self.words = words
        self._editors = Editors(file_for)
        self._meant = {words(f"word.{word}"): word for word in _WORDS}
        self._hinted = False
        self._width = min(get_terminal_size((_WIDEST + 1, 24)).columns - 1, _WIDEST)
        if isinstance(sys.stdin, TextIOWrapper) and sys.stdin.errors != "surrogateescape":
            sys.stdin.reconfigure(errors="surrogateescape")  # no UTF-8: refused, not a crash

    def ask(self, scene: QuestionView) -> Reply:
        """See `Prompter.ask`."""
        self._head(scene)
        if scene.question.kind in (Kind.LINE, Kind.TEXT):
            self._say(*([self.words("plain.text")] * (scene.question.kind is Kind.TEXT)))
            return self._in_words(scene)
        kept, warned = _kept(scene), False
        while True:
            line = self._command_line()
            if not line and kept is not None:
                return Answered(kept)
            if line == "skip" and has_words(scene.question.kind, kept) and not warned:
                self._say(self.words("plain.skip-again", skip=self.words("word.skip")))
                warned = True
                continue
            if (reply := self._common(line, scene)) is not None:
                return reply
            if line in ("help", "?"):
                continue
            try:
                answer = self._given(scene, line)
            except ValueError as error:
                self._say(self.words("plain.not-taken", error=error))
                continue
            if answer is not None:
                return Answered(answer)
            self._say(self.words("plain.none-of-the-answers", how=how_to_answer(scene, self.words)))

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
    ) -> Verdict:
        """See `Prompter.read`."""
        self._say(*(["", *map(harmless, above)] if above else []))
        self._page(self.words("plain.read-and-save", title=title), entries, labels)
        while True:
            self._say("", self.words("plain.save"))
            line = self._command_line()
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
        self._page(self.words("plain.so-far", title=title), entries, labels)

    def choose(
        self,
        ask: str,
        choices: Sequence[Choice],
        preset: str,
        *,
        at_once: bool = False,  # noqa: ARG002 - a line is never one key
    ) -> str:
        """See `Prompter.choose`."""
        self._say("", harmless(ask))
        for number, choice in enumerate(choices, start=1):
            enter = self.words("plain.enter-alone") if choice.value == preset else ""
            self._say(f"  {number}. {choice.label}{enter}")
        while True:
            line = self._command_line()
            if not line:
                return preset
            if line == "quit":
                raise Interrupted
            if line.isdecimal() and 1 <= int(line) <= len(choices):
                return choices[int(line) - 1].value
            self._say(self.words("plain.number", n=len(choices)))

    def tell(self, *sentences: str) -> None:
        """See `Prompter.tell`."""
        for sentence in sentences:
            self._say(harmless(sentence))

    def close(self) -> None:
        """See `Prompter.close`; there is nothing to undo."""

    def _page(self, head: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        self._say("", head, "")
        under = ""
        for number, entry in enumerate(entries, start=1):
            heading = "" if entry.saved else self.words("left-out")
            if heading != under:
                self._say("", f"{heading}:")
                under = heading
                self._say(*filter(None, [kept_beside(entries, self.words)]))
            answer = self.words("plain.skipped")
            if entry.answer is not None:
                answer = answer_text(entry.question, entry.answer, labels)
            self._say(f"{number}. {entry.question.about}: {answer}")

    def _head(self, scene: QuestionView) -> None:
        question = scene.question
        self._say("", f"{question.progress_line}")
        for sentence in (*question.preface, question.ask):
            self._say(harmless(sentence))
        begun = _begun_text(scene)
        kept = begun or _kept(scene)
        by_enter = kept.get("relationship") if isinstance(kept, dict) else kept
        for number, choice in enumerate(question.choices, start=1):
            enter = self.words("plain.enter-alone") if choice.value == by_enter else ""
            self._say(f"  {number}. {choice.label}{enter}")
        if question.kind is Kind.RATING:
            scale = [f"{n} {label}" for n, label in enumerate(scene.labels, start=1)]
            self._say(", ".join([*scale, f"n {self.words('no-opportunity')}"]))
        if question.kind in (Kind.SEVERAL, Kind.MOMENT):
            self._say(how_to_answer(scene, self.words))
        if scene.people and question.kind is Kind.MOMENT:
            self._say(self.words("plain.with", people=", ".join(scene.people)))
        if question.offers:
            self._say(self.words("plain.notes"))
            self._say(*(f"  {n}. {offer.label}" for n, offer in enumerate(question.offers, 1)))
        if not self._hinted:
            self._hinted = True
            self._say(self.words("plain.hint"))
        if question.id in scene.skipped:
            self._say(self.words("plain.skipped-so-far"))
        marked = question.kind is Kind.CHOICE or (isinstance(kept, dict) and "with" not in kept)
        if kept is not None and kept != "" and not marked:
            shown = answer_text(question, kept, scene.labels)
            says = "plain.begun" if begun else "plain.kept"
            self._say(self.words(says, answer=shown))

    def _common(self, line: str, scene: QuestionView) -> Reply | None:
        if line == "quit":
            raise Interrupted
        if line in ("help", "?"):
            self._say(self.words("plain.hint"), self.words("plain.stops"))
            self._say(how_to_answer(scene, self.words))
            for number, anchor in sorted(_anchors(scene.question).items()):
                self._say(f"  {mark_text(number, scene.labels)}: {anchor}")
            self._say(*(f"  {own}" for _, own in scene.question.yardsticks))
            self._say(*rating_counts(scene, self.words))
            return None
        return _REPLIES[line]() if line in _REPLIES else None

    def _given(self, scene: QuestionView, line: str) -> AnswerValue:
        question = scene.question
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

    def _in_words(self, scene: QuestionView) -> Reply:
        several = scene.question.kind is Kind.TEXT
        kept = str(_kept(scene) or "")
        begun = _begun_text(scene).rstrip("\n")
        lines = begun.split("\n") if begun else []
        fresh, warned = True, False
        written = bool(lines) or bool(scene.answer)
        offered = by_command(scene.question.offers)
        while True:
            line = self._line()
            command = self._meant.get(line, line) if fresh else line
            if fresh and command == "skip" and written and not warned:
                self._say(self.words("plain.skip-again", skip=line))
                warned = True
                continue
            if line != "/x" and not (fresh and command in _COMMANDS):
                command = self._meant_as_command(scene, line, lines)
            if command:
                if (reply := self._command(command, scene, "\n".join(lines) or kept)) is not None:
                    return _with_begun(reply, "\n".join(lines))
                continue
            if refused := refused_character(line):
                self._say(self.words("plain.line-holds", what=refused))
                continue
            fresh = False
            if (note := self._note(line, offered)) is not None:
                self._say(self.words("plain.taken-up", note=note))
                line = note
            lines += [line] if line else []
            if line and several:
                scene.keep("\n".join(lines))
                continue
            done = self._done("\n".join(lines) or kept, scene)
            if not isinstance(done, str):
                return done
            lines, fresh = done.split("\n"), True

    def _meant_as_command(self, scene: QuestionView, line: str, lines: Sequence[str]) -> str:
        """The command that the line was meant as, if the person says so; else it is an answer's."""
        command = command_in(line, self.words)
        if not command or refused_character(line):
            return ""
        scene.keep("\n".join([*lines, line]))
        typed = command_word(command, self.words)
        choices = [
            Choice("words", self.words("like-a-command.words")),
            Choice("command", self.words("like-a-command.command", command=typed)),
        ]
        if self.choose(self.words("like-a-command", line=line), choices, "words") == "words":
            return ""
        scene.keep("\n".join(lines))
        return command

    def _done(self, text: str, scene: QuestionView) -> Reply | str:
        """The answer; or the text as it goes on, which is said."""
        late = self._editors.later(scene.question.id, text)
        if late is not None:
            if scene.keep(late):
                self._editors.taken(scene.question.id)
            self._say(self.words("editor-later"), self.words("plain.kept", answer=late))
            return late
        try:
            return _taken(text, scene)
        except TooLong as error:
            message = self.words("plain.too-long", letters=error.letters, most=error.most)
            self._say(message)
        except ValueError as error:
            self._say(self.words("not-taken", error=error))
        return text

    def _note(self, line: str, offered: Mapping[str, str]) -> str | None:
        """The note of the week that `note 1` or `/1` takes up."""
        word, blank, number = line.partition(" ")
        names_note = blank and self._meant.get(word, word) == "note"
        return offered.get(f"/{number}" if names_note else line)

    def _command(self, line: str, scene: QuestionView, text: str) -> Reply | None:
        if line not in ("edit", "/e"):
            return self._common(line, scene)
        while True:
            scene.keep(text)  # whatever the editor saves from here on is newer
            text, trouble = self._editors.edit(scene.question.id, text)
            if scene.keep(text):
                self._editors.taken(scene.question.id)
            if trouble is not None:
                self._say(self.words(trouble.key, **trouble.values))
                return None
            try:
                return _taken(text, scene)
            except ValueError as error:
                self._say(self.words("plain.editor-again", error=error))
                self._line()

    def _command_line(self) -> str:
        """A line, of a word of command in its English form."""
        line = self._line()
        return self._meant.get(line, line)

    def _line(self) -> str:
        print("> ", end="", flush=True)
        try:
            with interruptible_wait(raise_stopped):
                line = sys.stdin.readline()
        except KeyboardInterrupt:
            raise Interrupted from None
        except OSError:  # the terminal is gone
            line = ""
        if not line:
            raise Stopped
        return line.rstrip("\r\n").rstrip()

    def _say(self, *sentences: str) -> None:
        """Print each; the further lines of a numbered one stand below its words."""
        for sentence in sentences:
            match = _NUMBER.match(sentence)
            before = match[0] if match else ""
            text, room = harmless(sentence[len(before) :]), self._width - len(before)
            for line in wrap(text, room, whole_words=True):
                print(f"{before}{line}")
                before = " " * len(before)


def _taken(text: str, scene: QuestionView) -> Reply:
    cleaned = text_within(text) if scene.question.kind is Kind.TEXT else line_within(text)
    return Skipped() if cleaned is None else Answered(cleaned)


def _with_begun(reply: Reply, begun: str) -> Reply:
    """The reply to a text that was begun, which goes with it."""
    if isinstance(reply, NotForHere):
        return NotForHere(begun)
    return WentBack(begun or None) if isinstance(reply, WentBack) else reply


def _begun_text(scene: QuestionView) -> str:
    return scene.unfinished if isinstance(scene.unfinished, str) else ""


def _kept(scene: QuestionView) -> AnswerValue:
    """What Enter alone answers."""
    if scene.question.kind is Kind.MOMENT and isinstance(scene.unfinished, dict):
        return {part: words for part, words in scene.unfinished.items() if words}
    kept = scene.answer if scene.answer is not None else scene.question.preset
    if scene.question.kind is Kind.MOMENT and isinstance(kept, str):
        return {"relationship": kept}
    return kept


def _anchors(question: Question) -> dict[int, str]:
    return dict(question.behaviour.anchors) if question.behaviour else {}
