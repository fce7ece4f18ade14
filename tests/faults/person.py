"""A person who holds a typed sitting without a terminal: answers that are known beforehand."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field, replace
from functools import partial

from faults.world import World
from learnlead.adapters.terminal.plain.prompter import PlainPrompter
from learnlead.app.prompter import (
    Answered,
    CardLine,
    Entry,
    NotForHere,
    Reply,
    Save,
    ScreenView,
    Verdict,
)
from learnlead.cli.context import AppContext
from learnlead.cli.start_sitting import SittingOptions
from learnlead.cli.typed_sitting import TypedSitting
from learnlead.errors import Interrupted
from learnlead.sitting.question import AnswerValue, Choice, Kind


@dataclass
class Person:
    """Satisfies the port `Prompter`.

    Attributes:
        answers: by question id; the others are skipped.
        ways: what is chosen by the first choice's value; else the preset.
        leaves: the question at which the person goes, and whether with `x` or with Ctrl-C.
        edits: the question that is answered in an editor, at the plain door.
    """

    world: World
    answers: Mapping[str, AnswerValue]
    ways: Mapping[str, str] = field(default_factory=dict)
    leaves: tuple[str, str] | None = None
    edits: str = ""
    prompter: PlainPrompter = field(default_factory=PlainPrompter)
    given: list[str] = field(default_factory=list)

    def ask(self, view: ScreenView) -> Reply:
        self._accepted()
        answers = {f.question.id: self.answers.get(f.question.id) for f in view.fields}
        if self.leaves and self.leaves[0] in answers:
            begun = {**answers, self.leaves[0]: "canary-begun"}
            view.keep(begun, self.leaves[0])  # as both prompters do while it is typed
            return self._leave(begun)
        if self.edits in answers:
            answers = self._in_editor(view, str(answers[self.edits]))
        begun = {self.edits: answers[self.edits]} if self.edits in answers else {}
        for shown in view.fields:
            key, given = shown.question.id, answers[shown.question.id]
            if shown.question.kind is Kind.TEXT and isinstance(given, str) and key not in begun:
                view.keep({**begun, key: given[: len(given) // 2]}, key)  # the whole screen so far
            begun[key] = given
        self.given += map(_words, answers.values())
        return Answered(answers)

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
        changed: str | None = None,
    ) -> Verdict:
        self._accepted()
        if self.leaves and self.leaves[0] == "page":
            self._leave({})
        return Save()

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None: ...

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        values = [choice.value for choice in choices]
        if {"again", "stop"} <= {*values}:
            return "stop"  # a disk that refuses may do so for ever
        return next((way for key, way in self.ways.items() if key in values), preset)

    def card(self, lines: Sequence[CardLine], keys: Sequence[Choice]) -> str:
        return keys[0].value

    def tell(self, *sentences: str) -> None: ...

    def close(self) -> None: ...

    def _in_editor(self, view: ScreenView, otherwise: str) -> dict[str, AnswerValue]:
        """`/edit`; and where nothing came of that, the answer is typed."""
        fields = [f for f in view.fields if f.question.id == self.edits]
        before, sys.stdin = sys.stdin, io.StringIO(f"/edit\n{otherwise}\n\n")
        try:
            with redirect_stdout(io.StringIO()):
                reply = self.prompter.ask(replace(view, fields=fields, at=self.edits))
        finally:
            sys.stdin = before
        others = {f.question.id: self.answers.get(f.question.id) for f in view.fields}
        return {**others, **reply.answers}

    def _leave(self, typed: dict[str, AnswerValue]) -> Reply:
        if self.leaves and self.leaves[1] == "x":
            return NotForHere(typed)
        raise Interrupted

    def _accepted(self) -> None:
        """Whoever sees the next question may rely on it that the answers before it are kept."""
        with self.world.accepted.open("a", encoding="utf-8") as file:
            file.writelines(f"{word}\n" for word in self.given if word)
        self.given.clear()


def _words(given: AnswerValue) -> str:
    return given.split("\n")[0] if isinstance(given, str) and "canary" in given else ""


def sitting(
    answers: Mapping[str, AnswerValue],
    *,
    ways: Mapping[str, str] | None = None,
    leaves: tuple[str, str] | None = None,
    edits: str = "",
) -> Callable[[World], None]:
    """`learnlead reflect` by that person."""

    def held(world: World) -> None:
        app = AppContext(plain=True)
        rubric = app.rubric()
        app.workspace_or_new()
        typed = TypedSitting(app, rubric)
        prompter = PlainPrompter(file_for=partial(app.open_answer, rubric.id))
        typed.prompter = Person(world, answers, ways or {}, leaves, edits, prompter)
        typed.hold(SittingOptions())

    return held
