"""Ctrl-C and `x` at every question of a standard sitting, and what a key draws anew."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from learnlead.catalogue.words import ENGLISH
from learnlead.cli.beginning import Wanted
from learnlead.cli.in_person import InPerson
from learnlead.cli.wiring import Desk
from learnlead.errors import Interrupted
from learnlead.reflection.question import Kind
from learnlead.reflection.session import Session
from terminal.drafts import draft, draft_file, leave_at
from terminal.keyboard import keyboard
from terminal.made_answers import FIRST
from terminal.terminal import KEYS, Terminal
from terminal.typist import Typist, begun

ORDER = list(FIRST.typed)
CLEARS = "\x1b[2J"


PLACES = [(number, "") for number in range(len(ORDER) + 1)] + [
    (ORDER.index("moment"), "With whom?"),
    (ORDER.index("rating:open-doors"), "none arose"),
]
"""Every question by its number, the last page, and the two that come within another."""


class Unseen:
    """A terminal for a `Typist` who trusts that each screen comes: the keys, screen by screen."""

    def __init__(self) -> None:
        self.screens = [""]

    def press(self, *keys: str) -> None:
        self.screens[-1] += "".join(KEYS.get(key, key) for key in keys)

    def wait_for(self, *_: str) -> None:
        if self.screens[-1]:
            self.screens.append("")


class Sitting:
    """A sitting in this process: begun up to the question before a place, which is then typed."""

    def __init__(self, number: int, within: str) -> None:
        self.unseen = Unseen()
        self.desk = Desk(workspace_option=None, plain_option=False)
        before = {one: FIRST.typed[one] for one in ORDER[: max(number - 1, 0)]}
        session = Session.begin(begun().around, before)
        if before:
            leave_at(session)
            self.unseen.press("enter")
        self.typist = Typist(cast("Terminal", self.unseen), session)
        if number:
            self.typist.answer(FIRST.typed[ORDER[number - 1]])
        self.unseen.wait_for()
        if within:
            self.unseen.press("1" if within == "With whom?" else "n")
            self.unseen.wait_for(within)
        self.words = within == "With whom?" or (
            not within
            and number < len(ORDER)
            and self.typist.question.kind in (Kind.LINE, Kind.TEXT)
        )

    def hold(self, *keys: str) -> None:
        """Hold it with these keys at the end; each comes on a screen of its own."""
        for key in keys:
            self.unseen.press(key)
            self.unseen.wait_for()
        with keyboard() as board:
            board.press(*filter(None, self.unseen.screens))
            InPerson(self.desk, self.desk.rubric()).hold(Wanted())
            assert not board.left_over


@pytest.mark.parametrize(("number", "within"), PLACES)
def test_ctrl_c_keeps_every_finished_answer(workspace: Path, number: int, within: str) -> None:
    sitting = Sitting(number, within)
    with pytest.raises(Interrupted):
        sitting.hold("ctrl-c")
    if number == 0:
        assert draft_file() is None
    else:
        assert draft()["answers"] == dict(sitting.typist.session.answers)
    assert not list(workspace.glob("journals/2026-11-20*"))


@pytest.mark.parametrize(("number", "within"), PLACES)
def test_x_keeps_nothing_and_names_help(
    workspace: Path, capsys: pytest.CaptureFixture[str], number: int, within: str
) -> None:
    sitting = Sitting(number, within)
    sitting.hold(*(["/x\r"] if sitting.words else ["x"]), "1", "enter")
    assert draft_file() is None
    assert ENGLISH.lines("not-for-here")[0].split()[0] in capsys.readouterr().out
    assert not list(workspace.glob("journals/2026-11-20*"))


def test_one_key_clears_the_screen_at_most_once(workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        while typist.session.question is not None:
            question = typist.sees()
            assert terminal.fresh.count(CLEARS) <= 1, question.id
            if question.kind in (Kind.CHOICE, Kind.SEVERAL, Kind.RATING):
                examples = "there was no occasion" if question.kind is Kind.RATING else "One key"
                terminal.press("?").wait_for(examples)
                assert CLEARS not in terminal.fresh
                terminal.press("?").wait_until_gone(examples)
                assert CLEARS not in terminal.fresh
            typist.answer(FIRST.typed[question.id])
        typist.sees_the_page()
        assert terminal.fresh.count(CLEARS) <= 1
        terminal.press(" ").wait_until_gone("What others would notice")
        assert CLEARS not in terminal.fresh
    assert workspace.exists()
