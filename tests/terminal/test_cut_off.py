"""A sitting cut off at any point goes on with every finished answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sizes import thinned
from terminal.drafts import draft, draft_file, wait_until_kept
from terminal.made_answers import FIRST
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

ORDER = list(FIRST.typed)


def go_on(terminal: Terminal, answers: int) -> None:
    """Take the offer to go on."""
    count = "1 answer" if answers == 1 else f"{answers} answers"
    terminal.wait_for("is unfinished", f"{count}.", "go on where it stopped")
    terminal.press("enter")


@pytest.mark.parametrize("part", thinned([0, 1, 2], 2))
def test_kill_9_after_each_question_loses_no_answer(workspace: Path, part: int) -> None:
    first, last = part * 8, min(part * 8 + 8, len(ORDER))
    session = begun()
    for number in range(first, last):
        with Terminal("reflect") as terminal:
            typist = Typist(terminal, session)
            if number == first:
                typist.answer_all(FIRST.typed, until=ORDER[first])
            else:
                go_on(terminal, number)
            typist.answer(FIRST.typed[ORDER[number]])
            if typist.session.question is None:
                typist.sees_the_page()
            else:
                typist.sees()
            terminal.kill()
            session = typist.session
        assert draft()["answers"] == dict(session.answers)
        assert list(session.answers) == ORDER[: number + 1]
    if last == len(ORDER):
        with Terminal("reflect") as terminal:
            go_on(terminal, len(ORDER))
            assert Typist(terminal, session).save() == 0
        assert draft_file() is None


def test_a_longer_text_is_offered_again_up_to_its_last_letter(begun_workspace: Path) -> None:
    session = begun()
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, session)
        typist.answer("done")
        typist.sees()
        terminal.press("On Tuesday it came up,", "enter", "and I waited.", "enter", "She ask")
        wait_until_kept("look-back-note", "On Tuesday it came up,\nand I waited.\nShe ask")
        terminal.kill()
        session = typist.session
    with Terminal("reflect") as terminal:
        go_on(terminal, 1)
        typist = Typist(terminal, session)
        typist.sees()
        terminal.wait_for("On Tuesday it came up, and I waited. She ask")
        terminal.press("ed.", "enter", "enter")
        typist.session = session.answer("On Tuesday it came up,\nand I waited.\nShe asked.")
        typist.sees()
    assert draft()["answers"] == dict(typist.session.answers)
    assert draft()["typing"] is None


@pytest.mark.parametrize("where", ["look-back", "look-back-note", "moment", "rating:own-answers"])
def test_ctrl_c_keeps_the_draft_and_says_so_in_one_line(begun_workspace: Path, where: str) -> None:
    with Terminal("reflect", columns=120) as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done", "live": ["formal-authority"]}, until=where)
        typist.sees()
        assert terminal.press("ctrl-c").finish() == 130
        kept = "Every finished answer is kept: `learnlead reflect` goes on from there."
        expected = "Nothing of this sitting is kept." if where == "look-back" else kept
        assert terminal.left_behind == f"learnlead: {expected}"


def test_ctrl_c_at_the_page_and_at_an_offer_keeps_everything(begun_workspace: Path) -> None:
    session = begun()
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, session)
        typist.answer_all({"look-back": "done", "live": []})
        typist.sees_the_page()
        assert terminal.press("ctrl-c").finish() == 130
        session = typist.session
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished", "2 answers.")
        assert terminal.press("ctrl-c").finish() == 130
    assert draft()["answers"] == dict(session.answers)


@pytest.mark.parametrize(
    "end", [Terminal.hang_up, Terminal.terminate], ids=["the window closes", "the system stops it"]
)
def test_an_end_from_outside_keeps_what_was_typed(
    begun_workspace: Path, end: Callable[[Terminal], None]
) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("partly")
        typist.sees()
        terminal.press("One line,", "enter", "and half")
        terminal.wait_for("and half")
        end(terminal)
    assert draft()["answers"] == {"look-back": "partly"}
    assert draft()["typing"] == ["look-back-note", "One line,\nand half"]


def test_starting_anew_throws_the_old_sitting_away(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.kill()
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished", "1 answer.").press("2")
        terminal.wait_for("› 2 throw it away and start anew").press("enter")
        Typist(terminal, begun()).sees()
        assert draft_file() is None


def test_a_draft_that_cannot_be_understood_is_set_aside_and_a_new_sitting_begins(
    begun_workspace: Path,
) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.kill()
    file = draft_file()
    assert file is not None
    whole = file.read_bytes()
    for broken in (whole[:-20], whole.replace(b'"standard"', b'"deep"'), b"[]"):
        file.write_bytes(broken)
        with Terminal("reflect", columns=200) as terminal:
            Typist(terminal, begun()).sees()
            assert terminal.press("ctrl-c").finish() == 130
            assert "the draft cannot be understood" in terminal.left_behind
