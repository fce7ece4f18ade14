"""A sitting cut off at any point goes on with every finished answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from terminal.drafts import draft, draft_file
from terminal.made_answers import FIRST
from terminal.terminal import Terminal
from terminal.typist import Typist, begun


def go_on(terminal: Terminal, answers: int) -> None:
    """Take the offer to go on."""
    count = "1 answer" if answers == 1 else f"{answers} answers"
    terminal.wait_for("is unfinished", f"{count}.", "Go on where it stopped")
    terminal.press("enter")


def test_kill_9_after_each_screen_loses_no_answer(workspace: Path) -> None:
    assert workspace.exists()
    session = begun()
    while session.screen is not None:
        with Terminal("reflect") as terminal:
            typist = Typist(terminal, session)
            if session.answers:
                go_on(terminal, sum(answer is not None for answer in session.answers.values()))
            typist.fill(FIRST.typed)
            if typist.session.screen is None:
                typist.sees_the_page()
            else:
                typist.sees()
            terminal.kill()
            session = typist.session
        assert draft()["answers"] == dict(session.answers)
    with Terminal("reflect") as terminal:
        go_on(terminal, len(session.current_answers()))
        assert Typist(terminal, session).save() == 0
    assert draft_file() is None


@pytest.mark.parametrize("where", ["look-back", "look-back-note", "rating:own-answers"])
def test_ctrl_c_keeps_the_draft_and_says_so_in_one_line(begun_workspace: Path, where: str) -> None:
    with Terminal("reflect", columns=120) as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done", "live": ["formal-authority"]}, until=where)
        typist.sees()
        assert terminal.press("ctrl-c").finish() == 130
        kept = ENGLISH("end.kept")
        expected = ENGLISH("end.nothing-kept") if where == "look-back" else kept
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


def test_starting_anew_throws_the_old_sitting_away(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.kill()
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished", "1 answer.").press("2")
        terminal.wait_for("› 2 Throw it away and start again").press("enter")
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
