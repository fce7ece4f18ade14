"""A person who types a sitting: knows the answers, looks at each screen before a key is pressed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from learnlead.cli.context import AppContext
from learnlead.cli.status import sitting_context
from learnlead.i18n.words import ENGLISH
from learnlead.sitting.question import AnswerValue, Kind, Question
from learnlead.sitting.screens import Screen, steps
from learnlead.sitting.session import Session
from terminal.terminal import KEYS, Terminal

NO_WORDS = ENGLISH("no-words")
CLEAR = "\x15\x7f"
"""Takes a line out, and the break before it."""

ONE_KEY = 9


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
    def screen(self) -> Screen:
        """The screen that has its turn."""
        screen = self.session.screen
        assert screen is not None, "all is asked"
        return screen

    @property
    def heading(self) -> str:
        """What stands above it."""
        heading = self.screen.heading(steps(self.session.questions()), self.words)
        return " ".join(heading.split())

    def sees(self) -> Screen:
        """Wait until the screen that has its turn is there; leave the first card on the way."""
        wanted = [self.heading, self.asked]
        first = f"{self.words('key.enter')} {self.words('opener.begin')} "
        self.terminal.wait(
            f"{wanted} or the first card", lambda: self._sees(*wanted) or self._sees(first)
        )
        if not self._sees(*wanted):
            self.terminal.press("enter").wait_for(*wanted)
        return self.screen

    @property
    def place(self) -> int:
        """Which question of the screen has the cursor; going back it is the last."""
        return [question.id for question in self.screen.questions].index(str(self.session.at))

    @property
    def asked(self) -> str:
        """The first line of what the question with the cursor asks."""
        asked = next(q for q in self.screen.questions if q.id == self.session.at)
        return " ".join(asked.ask.split("\n")[0].split())

    def answer(self, *given: AnswerValue, **by_id: AnswerValue) -> None:
        """Answer the questions of the screen that has its turn, in their order or by their id."""
        ids = [question.id for question in self.screen.questions]
        self.fill({**dict(zip(ids, given, strict=False)), **by_id})

    def fill(self, answers: Mapping[str, AnswerValue]) -> None:
        """Answer the screen that has its turn; what has no answer is skipped."""
        screen = self.sees()
        given = {question.id: answers.get(question.id) for question in screen.questions}
        self.terminal.press(*["shift-tab"] * self.place, *self.keys(given))
        self.session = self.session.answer(given)

    def answer_all(self, answers: Mapping[str, AnswerValue], *, until: str | None = None) -> None:
        """Answer whatever is asked, up to the last page or to the screen of that question."""
        while (screen := self.session.screen) is not None and not screen.holds(until):
            self.fill(answers)

    def keys(self, given: Mapping[str, AnswerValue]) -> Iterator[str]:
        """What is pressed on the screen, which ends with leaving it."""
        *before, last = self.screen.questions
        for question in before:
            yield from self.field(question, given[question.id])
            if question.kind is not Kind.RATING or given[question.id] is None:
                yield "tab"
        yield from self.field(last, given[last.id])
        alone = not before
        if given[last.id] is None:
            yield "tab"
        elif not (alone and _answers_at_once(last)):
            yield "enter"

    def field(self, question: Question, given: AnswerValue) -> Iterator[str]:
        """What is pressed in a field to answer it."""
        before = self.session.answers.get(question.id)
        if before is None and question.id not in self.session.answers:
            before = question.preset
        match question.kind:
            case Kind.LINE | Kind.TEXT:
                yield from [CLEAR] * len(str(before or "").split("\n")) if before else ()
                yield from typed(str(given or ""))
            case Kind.SEVERAL if isinstance(given, list):
                values = [choice.value for choice in question.choices]
                switched = set(given) ^ set(before if isinstance(before, list) else [])
                yield from (str(values.index(one) + 1) for one in sorted(switched))
            case Kind.CHOICE if given is not None:
                key = keys_of(question)[str(given)]
                yield "enter" if key == "enter" else key
            case Kind.RATING if given is not None:
                yield from rating_keys(question, given)
            case Kind.COUNT if given is not None:
                did, _, of = str(given).partition("/")
                yield from (of, did) if of != "0" else of

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
        """Keep no yardstick, if one is offered, leave the closing card, and give the exit code."""
        offer = self.words("end.yardstick.yes")[:9]  # "No" stands in November, too
        leave = f"{self.words('key.enter')} {self.words('card.leave')}"
        for _ in range(2):
            self.terminal.wait(
                "the end",
                lambda: self.terminal.ended or offer in self.terminal.text or self._sees(leave),
            )
            if self.terminal.ended:
                break
            left = self._sees(leave)
            self.terminal.press("enter")
            if left:
                break
            self.terminal.wait_until_gone(offer)
        return self.terminal.finish()

    def _sees(self, *words: str) -> bool:
        return all(one in self.terminal.words for one in words)

    def sees_the_page(self) -> None:
        """Wait until the whole sitting is to be read."""
        assert self.session.screen is None
        title = self.words("read-and-save", title="").split(" ·")[0]
        self.terminal.wait_for(title, self.words("keep-it").rstrip("?"))


def _answers_at_once(question: Question) -> bool:
    numbered = [choice for choice in question.choices if not choice.key]
    return question.kind is Kind.CHOICE and len(numbered) <= ONE_KEY


def keys_of(question: Question) -> dict[str, str]:
    """The key of each choice, by its value."""
    numbers = iter(range(1, 100))
    return {choice.value: choice.key or str(next(numbers)) for choice in question.choices}


def rating_keys(question: Question, given: AnswerValue) -> Iterator[str]:
    """A mark, with the question that one of them raises."""
    yield str(given) if isinstance(given, int) else "n"
    if given in ("no-opportunity", "none-made") and _is_made(question):
        yield "m" if given == "none-made" else "a"


def _is_made(question: Question) -> bool:
    return question.behaviour is not None and question.behaviour.opportunity == "made"


def typed(text: str) -> Iterator[str]:
    """A text as it is typed, with Ctrl-J for each line break; pasted where a key would be wrong."""
    if "\t" in text or text in KEYS or text.startswith("?"):
        yield "\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~"
    elif text:
        yield text


class PlainTypist(Typist):
    """The same person at the plain door, where every answer is a line."""

    def sees(self) -> Screen:
        first = self.words("plain.card-enter", does=self.words("opener.begin")).split(",")[0]
        wanted = [self.heading, self.asked]

        def said(*words: str) -> bool:
            fresh = " ".join(self.terminal.fresh.split())
            return self.terminal.fresh.endswith("\n> ") and all(word in fresh for word in words)

        self.terminal.wait(f"{wanted} or the first card", lambda: said(*wanted) or said(first))
        if said(first):
            self.terminal.press("enter").wait_for_prompt(*wanted)
        return self.screen

    def fill(self, answers: Mapping[str, AnswerValue]) -> None:
        self.sees()
        self.go_on(answers)

    def go_on(self, answers: Mapping[str, AnswerValue]) -> None:
        """Answer the screen from the question on that waits for its line."""
        screen, place = self.screen, self.place
        given = {question.id: answers.get(question.id) for question in screen.questions}
        given |= {q.id: self.session.answers.get(q.id) for q in screen.questions[:place]}
        for number, question in enumerate(screen.questions[place:]):
            if number:
                self.terminal.wait_for_prompt(question.ask.split("\n")[0])
            self.say_answer(question, given[question.id])
        self.session = self.session.answer(given)

    def say_answer(self, question: Question, given: AnswerValue) -> None:
        """Type the answer of a question that has its turn."""
        say, prompt = self._say, self.terminal.wait_for_prompt
        if given is None:
            self._skip(question)
            return
        match question.kind:
            case Kind.RATING if isinstance(given, int):
                say(str(given))
            case Kind.RATING:
                say("n")
                if _is_made(question):
                    prompt(self.words("absence.ask"))
                    say("2" if given == "none-made" else "1")
            case Kind.CHOICE:
                key = keys_of(question)[str(given)]
                say("" if key == "enter" else key)
            case Kind.SEVERAL:
                values = [choice.value for choice in question.choices]
                assert isinstance(given, list)
                say(" ".join(str(values.index(one) + 1) for one in given) or "0")
            case Kind.COUNT:
                say(str(given))
            case _:
                *lines, last = str(given).split("\n")
                for line in lines:
                    say(f"{line}\\")
                    prompt()  # or echo and prompts come in any order
                say(last)

    def _skip(self, question: Question) -> None:
        """Skip it, once more where that would take words out."""
        skip = f"/{self.words('word.skip')}"
        self._say(skip)
        before = self.session.answers.get(question.id, question.preset)
        if question.kind in (Kind.LINE, Kind.TEXT) and before:
            self.terminal.wait_for_prompt(self.words("plain.skip-again", skip=skip))
            self._say(skip)

    def sees_the_page(self) -> None:
        assert self.session.screen is None
        self.terminal.wait_for_prompt(self.words("plain.save"))

    def save(self) -> int:
        self.sees_the_page()
        self.terminal.press("enter")
        return self.finish()

    def finish(self) -> int:
        """Answer with Enter whatever is offered after the page."""
        for _ in range(2):
            self.terminal.wait(
                "the end", lambda: self.terminal.ended or self.terminal.fresh.endswith("\n> ")
            )
            if self.terminal.ended:
                break
            self.terminal.press("enter")
        return self.terminal.finish()

    def _say(self, line: str) -> None:
        self.terminal.press(line, "enter")


def to_editor(terminal: Terminal, typed: str, *seen: str) -> Terminal:
    """Type this, open the editor by its key under help, and wait for these words."""
    terminal.press(typed, "f1").wait_for(ENGLISH("does.editor")).press("e")
    return terminal.wait_for(*seen)
