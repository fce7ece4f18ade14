"""A person who holds a typed sitting without a terminal: answers that are known beforehand."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import partial

from faults.world import World
from learnlead.adapters.terminal.plain_prompter import PlainPrompter
from learnlead.app.prompter import (
    Answered,
    Entry,
    NotForHere,
    QuestionView,
    Reply,
    Save,
    Skipped,
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

    def ask(self, scene: QuestionView) -> Reply:
        self._accepted()
        question = scene.question
        if self.leaves and self.leaves[0] == question.id:
            return self._leave("canary-typed")
        given = self.answers.get(question.id)
        if question.id == self.edits:
            return self._in_editor(scene, str(given))
        if given is None:
            return Skipped()
        if question.kind is Kind.TEXT and isinstance(given, str):
            scene.keep(given[: len(given) // 2])
        self.given.append(_words(given))
        return Answered(given)

    def read(
        self, title: str, entries: Sequence[Entry], labels: Sequence[str], said: Sequence[str] = ()
    ) -> Verdict:
        self._accepted()
        if self.leaves and self.leaves[0] == "page":
            self._leave("")
        return Save()

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None: ...

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        values = [choice.value for choice in choices]
        if {"again", "stop"} <= {*values}:
            return "stop"  # a disk that refuses may do so for ever
        return next((way for key, way in self.ways.items() if key in values), preset)

    def tell(self, *sentences: str) -> None: ...

    def close(self) -> None: ...

    def _in_editor(self, scene: QuestionView, otherwise: str) -> Reply:
        """`edit`; and where nothing came of that, the answer is typed."""
        before, sys.stdin = sys.stdin, io.StringIO(f"edit\n{otherwise}\n\n")
        try:
            with redirect_stdout(io.StringIO()):
                reply = self.prompter.ask(scene)
        finally:
            sys.stdin = before
        if isinstance(reply, Answered):
            self.given.append(_words(reply.answer))
        return reply

    def _leave(self, typed: str) -> Reply:
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
        one = TypedSitting(app, rubric)
        prompter = PlainPrompter(file_for=partial(app.open_answer, rubric.id))
        one.prompter = Person(world, answers, ways or {}, leaves, edits, prompter)
        one.hold(SittingOptions())

    return held
