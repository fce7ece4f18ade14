"""Prints questions and pages line by line, and reads the lines that answer them."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from shutil import get_terminal_size

from learnlead.adapters.terminal.one_line import accept_any_bytes
from learnlead.adapters.terminal.screen_text import answer_text, kept_beside, mark_text
from learnlead.adapters.terminal.stopping import interruptible_wait, raise_stopped
from learnlead.adapters.terminal.typed_commands import how_to_answer, rating_counts
from learnlead.app.prompter import Entry, QuestionView
from learnlead.errors import Interrupted, Stopped
from learnlead.i18n.words import Words
from learnlead.sitting.question import AnswerValue, Choice, Kind
from learnlead.text.cells import wrap
from learnlead.text.clean import harmless

_WIDEST = 72
_NUMBER = re.compile(r" *(?:\d+\. )?")
_COMMANDS = ("back", "skip", "help", "quit", "edit", "save", "none", "note")
"""Commands that each language has its own word for."""


class PlainLines:
    """Lines of at most 72 cells on stdout, and those typed on stdin."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._commands = {words(f"word.{command}"): command for command in _COMMANDS}
        self._hinted = False
        self._width = min(get_terminal_size((_WIDEST + 1, 24)).columns - 1, _WIDEST)
        accept_any_bytes()

    def say(self, *sentences: str) -> None:
        """Print each; the further lines of a numbered one stand below its words."""
        for sentence in sentences:
            match = _NUMBER.match(sentence)
            prefix = match[0] if match else ""
            text, room = harmless(sentence[len(prefix) :]), self._width - len(prefix)
            for line in wrap(text, room, whole_words=True):
                print(f"{prefix}{line}")
                prefix = " " * len(prefix)

    def read(self) -> str:
        """The next line behind a `> `, without its end.

        Raises:
            Interrupted: Ctrl-C.
            Stopped: the input ended, or a signal came.
        """
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

    def read_command(self) -> str:
        """The next line, a command in its English form; raises as `read`."""
        return self.command_for(self.read())

    def command_for(self, word: str) -> str:
        """The English form of a command in the sitting's language; other words as they are."""
        return self._commands.get(word, word)

    def show_choices(self, choices: Sequence[Choice], preset: AnswerValue) -> None:
        """Print the choices with their numbers; `preset` is the one that Enter alone takes."""
        for number, choice in enumerate(choices, start=1):
            enter = self.words("plain.enter-alone") if choice.value == preset else ""
            self.say(f"  {number}. {choice.label}{enter}")

    def show_question(self, view: QuestionView) -> None:
        """Print the question with its choices, and the answer that Enter alone keeps."""
        question = view.question
        self.say("", f"{question.progress_line}")
        for sentence in (*question.preface, question.ask):
            self.say(harmless(sentence))
        begun = begun_text(view)
        answer = begun or answer_by_enter(view)
        by_enter = answer.get("relationship") if isinstance(answer, dict) else answer
        self.show_choices(question.choices, by_enter)
        if question.kind is Kind.RATING:
            scale = [f"{n} {label}" for n, label in enumerate(view.labels, start=1)]
            self.say(", ".join([*scale, f"n {self.words('no-opportunity')}"]))
        if question.kind in (Kind.SEVERAL, Kind.MOMENT):
            self.say(how_to_answer(view, self.words))
        if view.people and question.kind is Kind.MOMENT:
            self.say(self.words("plain.with", people=", ".join(view.people)))
        if question.offers:
            self.say(self.words("plain.notes"))
            self.say(*(f"  {n}. {offer.label}" for n, offer in enumerate(question.offers, 1)))
        if not self._hinted:
            self._hinted = True
            self.say(self.words("plain.hint"))
        if question.id in view.skipped:
            self.say(self.words("plain.skipped-so-far"))
        marked = question.kind is Kind.CHOICE or (isinstance(answer, dict) and "with" not in answer)
        if answer is not None and answer != "" and not marked:
            shown = answer_text(question, answer, view.labels)
            key = "plain.begun" if begun else "plain.kept"
            self.say(self.words(key, answer=shown))

    def show_page(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """Print every answer with its number; those left out come last, under a heading."""
        self.say("", title, "")
        last_heading = ""
        for number, entry in enumerate(entries, start=1):
            heading = "" if entry.saved else self.words("left-out")
            if heading != last_heading:
                self.say("", f"{heading}:")
                last_heading = heading
                self.say(*filter(None, [kept_beside(entries, self.words)]))
            answer = self.words("plain.skipped")
            if entry.answer is not None:
                answer = answer_text(entry.question, entry.answer, labels)
            self.say(f"{number}. {entry.question.about}: {answer}")

    def show_help(self, view: QuestionView) -> None:
        """Print the commands, how the question is answered, and examples of its ratings."""
        self.say(self.words("plain.hint"), self.words("plain.stops"))
        self.say(how_to_answer(view, self.words))
        anchors = view.question.behaviour.anchors if view.question.behaviour else {}
        for number, anchor in sorted(anchors.items()):
            self.say(f"  {mark_text(number, view.labels)}: {anchor}")
        self.say(*(f"  {own}" for _, own in view.question.yardsticks))
        self.say(*rating_counts(view, self.words))


def begun_text(view: QuestionView) -> str:
    """The text that was begun before the sitting was cut off; empty for none."""
    return view.unfinished if isinstance(view.unfinished, str) else ""


def answer_by_enter(view: QuestionView) -> AnswerValue:
    """What Enter alone answers; None where it answers nothing."""
    if view.question.kind is Kind.MOMENT and isinstance(view.unfinished, dict):
        return {part: words for part, words in view.unfinished.items() if words}
    answer = view.answer if view.answer is not None else view.question.preset
    if view.question.kind is Kind.MOMENT and isinstance(answer, str):
        return {"relationship": answer}
    return answer
