"""A person who types a sitting: knows the answers, looks at each screen before a key is pressed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from learnlead.cli.context import AppContext
from learnlead.cli.status import sitting_context
from learnlead.sitting.question import AnswerValue, Kind, Question
from learnlead.sitting.session import Session
from terminal.terminal import Terminal

YARDSTICK = "Keep this as your"
NO_WORDS = "One key answers here: words are not taken."


def to_write() -> Path:
    """What `edit` at the plain door is to leave: for tests whose EDITOR is `cp` of this file."""
    return Path.home() / "to-write.txt"


def begun(day: date | None = None, depth: str | None = None, rubric: str | None = None) -> Session:
    """The sitting that `learnlead reflect` would hold now: which question comes next."""
    app = AppContext()
    return Session.begin(sitting_context(app, app.rubric(rubric), day or app.today, depth))


class Typist:
    """Types answers by question id; a question without one is skipped."""

    def __init__(self, terminal: Terminal, session: Session) -> None:
        self.terminal = terminal
        self.session = session
        self.words = session.context.words

    @property
    def question(self) -> Question:
        """The question that has its turn."""
        question = self.session.question
        assert question is not None, "all is asked"
        return question

    def sees(self) -> Question:
        """Wait until the screen asks the question that has its turn."""
        question = self.question
        typed = question.kind in (Kind.LINE, Kind.TEXT)
        back = f"b {self.words('does.back')}"
        self.terminal.wait_for(question.progress_line, question.ask, f"/{back}" if typed else back)
        return question

    def answer(self, given: AnswerValue) -> None:
        """Answer the question that has its turn."""
        question = self.sees()
        if given is None:
            self._skip(question)
            self.session = self.session.skip()
        else:
            self._press(question, given)
            self.session = self.session.answer(given)

    def answer_all(self, answers: Mapping[str, AnswerValue], *, until: str | None = None) -> None:
        """Answer whatever is asked, up to the last page or to that question."""
        while (question := self.session.question) is not None and question.id != until:
            self.answer(answers.get(question.id))

    def save(self) -> int:
        """Read the page, save it, and give the exit code."""
        self.reads_the_page()
        self.terminal.press("enter")
        return self.finish()

    def reads_the_page(self) -> str:
        """Read on with Enter to the page's last line; every screen of it, one below the other."""
        self.sees_the_page()
        enter, read_on, save = map(self.words, ("key.enter", "does.read-on", "does.save"))
        seen = [""]

        def another() -> bool:
            text = self.terminal.text
            return text != seen[-1] and any(f"{enter} {does} " in text for does in (read_on, save))

        while True:
            self.terminal.wait("the page, further on", another)
            seen.append(self.terminal.text)
            if f"{enter} {save} " in seen[-1]:
                return "\n".join(seen)
            self.terminal.press("enter")

    def finish(self) -> int:
        """Keep no yardstick, if one is offered, and give the exit code."""
        terminal = self.terminal
        terminal.wait("the end", lambda: terminal.ended or self._offers() in terminal.words)
        if not terminal.ended:
            terminal.press("enter")
        return terminal.finish()

    def _offers(self) -> str:
        """How the yardstick is asked for, after the words that it would hold."""
        asked = self.words("end.yardstick", words="|", n="|")
        return asked.split("|")[1].strip("”“ ")

    def sees_the_page(self) -> None:
        """Wait until the whole sitting is to be read."""
        assert self.session.question is None
        title = self.words("read-and-save", title="").split(" ·")[0]
        self.terminal.wait_for(title, self.words("keep-it"))

    def _skip(self, question: Question) -> None:
        if question.kind in (Kind.LINE, Kind.TEXT):
            self.terminal.press("/s", "enter")
        else:
            self.terminal.press("s")

    def _press(self, question: Question, given: AnswerValue) -> None:
        press = self.terminal.press
        before = self.session.answers.get(question.id) or question.preset
        if given == before and question.kind is not Kind.MOMENT:
            press(*["enter"] * (2 if question.kind is Kind.TEXT else 1))
            return
        values = [choice.value for choice in question.choices]
        match question.kind:
            case Kind.RATING:
                self._rate(question, given)
            case Kind.CHOICE:
                number = values.index(str(given)) + 1
                press(str(number), *(["enter"] if len(values) > 9 else []))
            case Kind.SEVERAL:
                assert isinstance(given, list)
                switched = set(given) ^ set(before if isinstance(before, list) else [])
                press(*(str(values.index(one) + 1) for one in sorted(switched)), "enter")
            case Kind.MOMENT:
                assert isinstance(given, dict)
                press(str(values.index(given["relationship"]) + 1))
                self.terminal.wait_for(self.words("with-whom"))
                press(given.get("with", ""), "enter")
            case Kind.LINE:
                assert isinstance(given, str)
                press("ctrl-u", given, "enter")
            case Kind.TEXT:
                self._type_text(given)

    def _rate(self, question: Question, given: AnswerValue) -> None:
        if isinstance(given, int):
            self.terminal.press(str(given))
            return
        self.terminal.press("n")
        if question.behaviour is not None and question.behaviour.opportunity == "made":
            self.terminal.wait_for(self.words("absence.none-arose"))
            self.terminal.press("m" if given == "none-made" else "a")

    def _type_text(self, given: AnswerValue) -> None:
        assert isinstance(given, str)
        self.terminal.press("ctrl-u")
        if "\n\n" in given:
            self.terminal.paste(given)
        else:
            self.terminal.press(*(key for line in given.split("\n") for key in (line, "enter")))
            self.terminal.press("enter")
            return
        self.terminal.press("enter", "enter")


class PlainTypist(Typist):
    """The same person at the plain door, where every answer is a line."""

    _asked = ""

    def sees(self) -> Question:
        question = self.question
        again = question.id == self._asked  # it is not said anew after an answer that was none
        self.terminal.wait_for_prompt(*([] if again else [question.progress_line, question.ask]))
        self._asked = question.id
        return question

    def sees_the_page(self) -> None:
        assert self.session.question is None
        self.terminal.wait_for_prompt(self.words("plain.save"))

    def save(self) -> int:
        self.sees_the_page()
        self.terminal.press(self.words("word.save"), "enter")
        return self.finish()

    def _skip(self, question: Question) -> None:
        self.terminal.press(self.words("word.skip"), "enter")

    def _press(self, question: Question, given: AnswerValue) -> None:
        values = [choice.value for choice in question.choices]
        say = self._say
        match question.kind:
            case Kind.RATING if isinstance(given, int):
                say(str(given))
            case Kind.RATING:
                say("n")
                if question.behaviour is not None and question.behaviour.opportunity == "made":
                    self.terminal.wait_for_prompt(self.words("absence.ask"))
                    say("2" if given == "none-made" else "1")
            case Kind.CHOICE:
                say(str(values.index(str(given)) + 1))
            case Kind.SEVERAL:
                assert isinstance(given, list)
                numbers = " ".join(str(values.index(one) + 1) for one in given)
                say(numbers or self.words("word.none"))
            case Kind.MOMENT:
                assert isinstance(given, dict)
                say(f"{values.index(given['relationship']) + 1} {given.get('with', '')}")
            case Kind.LINE:
                say(str(given))
            case Kind.TEXT if "\n\n" in str(given):  # an empty line would end it
                to_write().write_text(str(given), encoding="utf-8")
                say("edit")
            case Kind.TEXT:
                for line in str(given).split("\n"):
                    say(line)
                    self.terminal.wait_for_prompt()  # or echo and prompts come in any order
                say("")

    def _say(self, line: str) -> None:
        self.terminal.press(line, "enter")
