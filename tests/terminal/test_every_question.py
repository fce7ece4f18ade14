"""Ctrl-C and `x` at every question of a standard sitting, and what a key draws anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from learnlead.sitting.question import Kind
from learnlead.sitting.session import Session
from sizes import thinned
from terminal.drafts import draft, draft_file, leave_at
from terminal.made_answers import FIRST
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

ORDER = list(FIRST.typed)
CLEARS = "\x1b[2J"
HELP = " ".join(ENGLISH("not-for-here").split())
WITHIN = {"With whom?": "moment", "none arose": "rating:open-doors"}
"""What two questions ask when they are half answered."""

PLACES = [
    *((number, "") for number in range(len(ORDER) + 1)),
    *((ORDER.index(question), within) for within, question in WITHIN.items()),
]
"""Every question by its number, the last page, and the two that come within another."""
# Each writes the draft by the same code; `test_sitting_walks` stops anywhere, in memory.
CASES = [*thinned(PLACES[:-3], 3), *PLACES[-3:]]


@contextmanager
def at(number: int, within: str) -> Iterator[Typist]:
    """A sitting that has come there: its last answer was typed, those before are a draft's."""
    before = {one: FIRST.typed[one] for one in ORDER[: max(number - 1, 0)]}
    session = Session.begin(begun().context, before)
    if before:
        leave_at(session)
    with Terminal("reflect", columns=120) as terminal:
        if before:
            terminal.wait_for("is unfinished").press("enter")
        typist = Typist(terminal, session)
        if number:
            typist.answer(FIRST.typed[ORDER[number - 1]])
        if number < len(ORDER):
            typist.sees()
        else:
            typist.sees_the_page()
        if within:
            terminal.press("1" if within == "With whom?" else "n").wait_for(within)
        yield typist


@pytest.mark.parametrize(("number", "within"), CASES)
def test_ctrl_c_keeps_every_finished_answer(workspace: Path, number: int, within: str) -> None:
    with at(number, within) as typist:
        terminal = typist.terminal.press("ctrl-c")
        assert terminal.finish() == 130
        assert terminal.echoes
        what = (
            "answer is kept, and what you were typing"
            if within == "With whom?"
            else "finished answer is kept"
        )
        kept = f"Every {what}: `learnlead reflect` goes on from there."
        assert terminal.left_behind.endswith(kept if number else "Nothing of this sitting is kept.")
    if number:
        assert draft()["answers"] == dict(typist.session.answers)
    else:
        assert draft_file() is None
    assert not list(workspace.glob("journals/2026-11-20*"))


@pytest.mark.parametrize(("number", "within"), CASES)
def test_x_keeps_nothing_and_names_help(workspace: Path, number: int, within: str) -> None:
    with at(number, within) as typist:
        terminal = typist.terminal
        terminal.press(*(["/x", "enter"] if "/x" in terminal.text else ["x"]))
        terminal.wait_for("This isn't for here.", "› 3 go back")
        terminal.press("1").wait_for("› 1 keep nothing").press("enter")
        assert terminal.finish() == 0
        assert HELP in " ".join(terminal.left_behind.split())
    assert draft_file() is None
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
