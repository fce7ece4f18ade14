"""Prints questions and pages line by line, and reads the lines that answer them."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from shutil import get_terminal_size

from learnlead.adapters.terminal.one_line import accept_any_bytes
from learnlead.adapters.terminal.screen_text import answer_text, kept_beside, mark_text
from learnlead.adapters.terminal.stopping import interruptible_wait, raise_stopped
from learnlead.app.prompter import Entry, ScreenView
from learnlead.errors import Interrupted, Stopped
from learnlead.i18n.words import Words
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question
from learnlead.text.cells import wrap
from learnlead.text.clean import harmless

_WIDEST = 72
_NUMBER = re.compile(r" *(?:\d+\. )?")


class PlainLines:
    """Lines of at most 72 cells on stdout, and those typed on stdin."""

    def __init__(self, words: Words) -> None:
        self.words = words
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

    def say_own(self, text: str, *, introduced: bool = False) -> None:
        """Print words that the leader wrote, with where they begin and end.

        `introduced`: a sentence above them has said already that they begin.
        """
        self.say(*([] if introduced else [self.words("plain.you-wrote")]))
        self.say(text, self.words("plain.end-of-quote"))

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

    def show_choices(self, choices: Sequence[Choice], preset: AnswerValue) -> None:
        """Print the choices with what chooses them; `preset` is the one that Enter alone takes."""
        group = ""
        for number, choice in enumerate(choices, start=1):
            if choice.group != group:
                group = choice.group
                self.say(group)
            enter = self.words("plain.enter-alone") if choice.value == preset else ""
            key = self.words("key.enter") if choice.key == "enter" else choice.key or number
            self.say(f"  {key}. {choice.label}{enter if choice.key != 'enter' else ''}")
            self.say(*([f"     {choice.hint}"] if choice.hint else []))

    def show_heading(self, view: ScreenView) -> None:
        """Print where in the sitting the screen is; once, the commands that always work."""
        self.say("", view.heading)
        if not self._hinted:
            self._hinted = True
            self.say(self.words("plain.hint"))

    def show_question(self, question: Question) -> None:
        """Print what stands above the question, and the question."""
        self.say(*question.preface)
        if question.quote:
            introduced = bool(question.preface) and question.preface[-1].endswith(":")
            self.say_own(question.quote, introduced=introduced)
        if question.column:
            self.say(question.column)
        if question.kind is not Kind.COUNT and question.ask:
            self.say(question.ask)

    def show_scale(self, labels: Sequence[str], absent: str) -> None:
        """Print what each number of a rating says."""
        scale = [f"{n} {label}" for n, label in enumerate(labels, start=1)]
        self.say(", ".join([*scale, f"n {absent}"]))

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
            self.show_entry(number, entry, labels)

    def show_entry(self, number: int, entry: Entry, labels: Sequence[str]) -> None:
        """Print one answer with its number."""
        answer = self.words("plain.skipped")
        if entry.answer is not None:
            answer = answer_text(entry.question, entry.answer, labels)
        about = entry.question.about
        if entry.question.column:
            about = f"{about}, {entry.question.column}"
        self.say(f"{number}. {about}: {answer}")

    def show_help(self, question: Question, labels: Sequence[str]) -> None:
        """Print the commands, how the question is answered, and examples of its ratings."""
        self.say(self.words("plain.stops"))
        self.say(how_to_answer(question, self.words), *filter(None, [question.help]))
        if question.kind is Kind.RATING and question.behaviour is not None:
            for number, anchor in sorted(question.behaviour.anchors.items()):
                self.say(f"  {mark_text(number, labels)}: {anchor}")
            self.say(*(f"  {own}" for _, own in question.yardsticks))


def how_to_answer(question: Question, words: Words) -> str:
    """How the question is answered."""
    if question.kind is Kind.CHOICE:
        return how_to_choose(question.choices, words)
    return words(f"plain.how.{question.kind}")


def how_to_choose(choices: Sequence[Choice], words: Words) -> str:
    """Which letters and numbers choose."""
    keys = [choice.key or str(number) for number, choice in enumerate(choices, start=1)]
    return words("plain.how.choice", keys=", ".join(keys))


def choice_of(line: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice that the line names by its number or letter."""
    typed = str(int(line)) if line.isdecimal() and line.isascii() else line.lower()
    keys = {choice.key or str(number): choice for number, choice in enumerate(choices, start=1)}
    return keys.get(typed)
