"""A person who sits down, answers, stops, is cut off, comes back; and looks for every word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from faults.sitting_world import RUBRIC, TOKEN, World
from learnlead.adapters.terminal.screen_text import answer_text
from learnlead.app.prompter import (
    Answered,
    CardLine,
    Entry,
    Mend,
    NotForHere,
    QuestionView,
    Reply,
    Save,
    ScreenView,
    Verdict,
    WentBack,
)
from learnlead.cli.start_sitting import SittingOptions
from learnlead.cli.typed_sitting import TypedSitting
from learnlead.errors import Interrupted
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question


class Killed(BaseException):
    """The process is gone: nothing of it runs any more."""


class LostError(AssertionError):
    """A word is nowhere."""


@dataclass(slots=True)
class Told:
    """What was counted on the walks: runs of the program, questions, signals, meddlings, pages."""

    runs: int = 0
    questions: int = 0
    signals: int = 0
    meddlings: int = 0
    saved: int = 0
    beside: int = 0


class Person:
    """A door that is one person with much on their mind; satisfies the port `Prompter`."""

    def __init__(self, world: World, told: Told, *, patience: int = 60) -> None:
        self.world = world
        self.chance = world.chance
        self.told = told
        self.patience = patience
        self.live: set[str] = set()
        """Words that were accepted and not taken back."""
        self.on_page: set[str] | None = None
        self.sentences: list[str] = []
        self.log: list[str] = []
        self.asked = 0

    # The port

    def ask(self, view: ScreenView) -> Reply:
        self.asked += 1
        self.told.questions += 1
        self.look_for_every_word("while asked " + view.at)
        self._something_happens()
        reply = self._reply(view)
        shown = [(f.question.id, f.answer, f.unfinished) for f in view.fields]
        self.log.append(f"{view.at} of {shown}: {reply}")
        return reply

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
        changed: str | None = None,
    ) -> Verdict:
        self.look_for_every_word("while reading")
        self._something_happens()
        shown = [(e.saved, answer_text(e.question, e.answer, labels)) for e in entries]
        self.on_page = {t for saved, text in shown if saved for t in TOKEN.findall(text)}
        chance, much = self.chance.random(), self.asked > self.patience
        if chance < 0.3 and entries and not much:
            verdict: Verdict = Mend(self.chance.choice(entries).leads_to)
        elif chance < 0.36 and not much:
            verdict = WentBack({})
        elif chance < 0.39:
            verdict = NotForHere({})
        else:
            verdict = Save()
        self.log.append(f"read: {verdict}, on the page {sorted(self.on_page)}, {above}")
        return verdict

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        for entry in entries:
            answer_text(entry.question, entry.answer, labels)

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        values = [choice.value for choice in choices]
        self._something_happens()
        taken = preset if self.chance.random() < 0.8 else self.chance.choice(values)
        if values[:1] == ["nothing"] and taken != preset:
            taken = self.chance.choice(["nothing", "draft", "on"])
        if (taken == "nothing" and "draft" in values) or taken == "anew":
            self.live.clear()  # they said so
            self.on_page = None  # what was read is not saved; a page that changes is another's
        self.log.append(f"{ask}: {taken}")
        return taken

    def card(self, lines: Sequence[CardLine], keys: Sequence[Choice]) -> str:
        self._something_happens()
        ways = [choice.value for choice in keys if choice.value != "page"]
        taken = ways[0] if self.chance.random() < 0.9 else self.chance.choice(ways)
        self.log.append(f"{[line.text for line in lines]}: {taken}")
        return taken

    def tell(self, *sentences: str) -> None:
        self.sentences += sentences
        self.log += sentences

    def close(self) -> None: ...

    # What they do

    def _something_happens(self) -> None:
        chance = self.chance.random()
        if chance < 0.02:
            self.told.meddlings += 1
            self.log.append(f"meanwhile: {self.world.meddle()}")
        elif chance < 0.035:
            self._signal()

    def _signal(self) -> None:
        self.told.signals += 1
        signal = self.chance.choice((Interrupted, KeyboardInterrupt, Killed))
        self.log.append(f"signal: {signal.__name__}")
        raise signal

    def _reply(self, view: ScreenView) -> Reply:
        worded = [f for f in view.fields if f.question.kind in (Kind.LINE, Kind.TEXT)]
        if worded and self.chance.random() < 0.1:
            self._type(view, self.chance.choice(worded))
        chance = self.chance.random()
        if chance < 0.02:
            return NotForHere({f.question.id: self._standing(f) for f in view.fields})
        if chance < 0.1:
            answers = {f.question.id: self._standing(f) for f in view.fields}
            if worded and chance < 0.06:
                changed = self.chance.choice(worded)
                answers[changed.question.id] = self._new_words(changed)
            return WentBack(answers)
        return Answered({f.question.id: self._answer(f) for f in view.fields})

    def _answer(self, field: QuestionView) -> AnswerValue:
        chance = self.chance.random()
        if chance < 0.25:
            self.live -= _tokens(field.answer) | _tokens(field.unfinished)
            return None
        if chance < 0.4 and (field.answer is not None or field.unfinished is not None):
            return self._standing(field)
        if field.question.kind in (Kind.LINE, Kind.TEXT):
            return self._new_words(field)
        return self._chosen(field.question)

    def _standing(self, field: QuestionView) -> AnswerValue:
        """What a door leaves where nobody types: what was begun stands in the answer's place."""
        if field.unfinished is None:
            return field.answer
        self.live -= _tokens(field.answer) - _tokens(field.unfinished)
        return field.unfinished

    def _type(self, view: ScreenView, field: QuestionView) -> None:
        """A text is being typed and kept; sometimes that is all there is time for."""
        text = f"{field.unfinished or ''} {self.world.token()} ".lstrip()
        begun = {f.question.id: f.unfinished for f in view.fields} | {field.question.id: text}
        view.keep(begun, field.question.id)
        self.live |= _tokens(text)
        self.log.append(f"typed {text!r} at {field.question.id}")
        if self.chance.random() < 0.4:
            self._signal()
        self.live -= _tokens(text) - _tokens(field.unfinished)  # what comes next is another answer

    def _new_words(self, field: QuestionView) -> str:
        self.live -= _tokens(field.answer) | _tokens(field.unfinished)
        text = " ".join(self.world.token() for _ in range(self.chance.choice((1, 1, 2))))
        if field.question.kind is Kind.TEXT and self.chance.random() < 0.3:
            text += f"\n\n# {self.world.token()}"
        self.live |= _tokens(text)
        return text

    def _chosen(self, question: Question) -> AnswerValue:
        values = [choice.value for choice in question.choices]
        match question.kind:
            case Kind.CHOICE:
                return self._choice(question, values)
            case Kind.SEVERAL:
                return [value for value in values if self.chance.random() < 0.5]
            case Kind.COUNT:
                return self.chance.choice(("0/0", "1/2", "3/3"))
            case _:
                return self.chance.choice((1, 2, 3, 4, 5, "no-opportunity"))

    def _choice(self, question: Question, values: list[str]) -> str:
        if question.id == "plan" and self.chance.random() < 0.5:
            return "new"
        return self.chance.choice(values)

    # What they look for

    def look_for_every_word(self, when: str) -> None:
        if missing := self.live - self.world.on_disk():
            self._lost(when, missing)

    def _lost(self, when: str, missing: set[str]) -> None:
        log = "\n".join(self.log)
        raise LostError(f"{sorted(missing)} lost {when}, after\n{log}")

    def saved(self, before: dict[str, str]) -> None:
        """A run has come to its end: what was to be read is what is there, and the rest is told."""
        new = {name: text for name, text in self.world.texts().items() if text != before.get(name)}
        earlier = _tokens(" ".join(before.values()))  # a plan that is carried on has its words
        written = _tokens(" ".join(new.values())) - earlier
        if new and written != (read := (self.on_page or set()) - earlier):
            self._lost("between the last page and the file", written ^ read)
        set_aside = _tokens(" ".join(f.read_text("utf-8", "replace") for f in self.world.drafts()))
        beside = self.live - written - earlier - set_aside
        self.told.saved += bool(new)
        if beside:
            self.told.beside += 1
            if not any(str(self.world.beside()) in told for told in self.sentences):
                self._lost("without being named", beside)
        self.live.clear()


def _tokens(given: AnswerValue) -> set[str]:
    return set(TOKEN.findall(str(given))) if given is not None else set()


def walk(world: World, told: Told) -> None:
    """Sit down some times, with whatever happens in between.

    Raises:
        LostError: a word that was accepted and not taken back is neither on a page nor in the draft
            nor named and kept beside it; or the page is not what was read.
    """
    chance: Random = world.chance
    person = Person(world, told)
    for _ in range(chance.choice((1, 2, 2, 3, 4))):
        told.runs += 1
        _run(world, person)
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
            told.meddlings += 1
            person.log.append(f"between: {world.meddle()}")
        if chance.random() < 0.3:
            world.days_pass()
        if chance.random() < 0.04:
            world.tear_the_draft()
            person.log.append("between: the draft is torn")
            person.live &= world.on_disk()
        person.look_for_every_word("between two runs")


def _run(world: World, person: Person) -> None:
    app = world.app()
    pages = world.texts()
    depth = world.chance.choice(("quick", "standard", "standard", "full"))
    person.log.append(f"-- reflect --depth {depth} on {world.today}")
    person.on_page, person.asked = None, 0
    sitting = TypedSitting(app, app.rubric(RUBRIC))
    sitting.prompter = person
    try:
        sitting.hold(SittingOptions(None, depth, None))
    except (Interrupted, KeyboardInterrupt, Killed):
        return
    still_drafted = any(file.suffix == ".json" for file in world.drafts())
    if not still_drafted:
        person.saved(pages)
