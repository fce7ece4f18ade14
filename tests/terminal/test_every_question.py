"""Ctrl-C and `x` at every question of a standard sitting, and what a key draws anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from learnlead.cli.beginning import Wanted
from learnlead.cli.in_person import InPerson
from learnlead.cli.wiring import Desk
from learnlead.errors import Interrupted
from learnlead.reflection.question import Kind
from learnlead.reflection.session import Session
from learnlead.reflection.wording import NOT_FOR_HERE
from terminal.drafts import draft, draft_file
from terminal.made_answers import FIRST
from terminal.terminal import KEYS, Terminal
from terminal.typist import Typist, begun

ORDER = list(FIRST.typed)
CLEARS = "\x1b[2J"


class Ahead:
    """Keys pressed ahead of a sitting in this process: it takes them as it comes to them."""

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe

    def press(self, *keys: str) -> None:
        self._pipe.send_text("".join(KEYS.get(key, key) for key in keys))

    def wait_for(self, *_: str) -> None:
        """Nothing is on a screen yet."""


@contextmanager
def sitting() -> Iterator[tuple[InPerson, Typist]]:
    """A sitting, and somebody who types ahead of it."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        desk = Desk(workspace_option=None, plain_option=False)
        typist = Typist(cast("Terminal", Ahead(pipe)), begun())
        yield InPerson(desk, desk.rubric()), typist


def typed_until(typist: Typist, number: int) -> Session:
    for question_id in ORDER[:number]:
        typist.answer(FIRST.typed[question_id])
    return typist.session


def test_ctrl_c_keeps_every_finished_answer(workspace: Path) -> None:
    for number in range(len(ORDER) + 1):
        with sitting() as (held, typist):
            session = typed_until(typist, number)
            typist.terminal.press("ctrl-c")
            with pytest.raises(Interrupted):
                held.hold(Wanted())
            if number == 0:
                assert draft_file() is None
                continue
            assert draft()["answers"] == dict(session.answers)
            held.desk.drafts.discard(held.rubric.id)
    assert not list(workspace.glob("journals/2026-11-20*"))


def test_x_keeps_nothing_and_names_help(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(len(ORDER) + 1):
        with sitting() as (held, typist):
            question = typed_until(typist, number).question
            words = question is not None and question.kind in (Kind.LINE, Kind.TEXT)
            typist.terminal.press(*(["/x", "enter"] if words else ["x"]), "1", "enter")
            held.hold(Wanted())
        assert draft_file() is None
        assert NOT_FOR_HERE[0].split()[0] in capsys.readouterr().out
    assert not list(workspace.glob("journals/2026-11-20*"))


def test_one_key_clears_the_screen_at_most_once(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done", "live": []}, until="rating:follower-needs")
        typist.sees()
        for key, shown in (
            ("?", "there was no occasion"),
            ("?", "? examples"),
            ("down", "rating 1"),
        ):
            terminal.press(key).wait("an answer to the key", lambda: bool(terminal.fresh))
            terminal.wait_for(shown)
            assert terminal.fresh.count(CLEARS) <= 1
        rated = 0
        while typist.question.kind is Kind.RATING:
            typist.answer(3)
            typist.sees()
            assert terminal.fresh.count(CLEARS) <= 1
            rated += 1
        assert rated == 12
    assert begun_workspace.exists()
