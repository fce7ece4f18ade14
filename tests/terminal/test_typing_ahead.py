"""Keys that come ahead of a screen, in a burst, or as words: which of them count."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from learnlead.sitting.question import AnswerValue
from terminal.drafts import draft, leave_at
from terminal.terminal import Terminal
from terminal.typist import NO_WORDS, Typist, begun

PAGE = "2026-11-20-learning-leader.md"
LINE = "{}. She said that no such thing exists, sixty times.\n"


def two_hundred_lines_pasted(terminal: Terminal) -> None:
    terminal.paste("".join(LINE.format(n) for n in range(1, 201)))


def a_few_in_one_go(terminal: Terminal) -> None:
    """As a terminal without bracketed paste sends a paste."""
    terminal.press("".join(LINE.format(n) for n in range(1, 9)).replace("\n", "\r"))


WORDS = [two_hundred_lines_pasted, a_few_in_one_go]


def test_twelve_ratings_typed_in_one_go_are_twelve_ratings(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done", "live": []}, until="rating:follower-needs")
        typist.sees()
        terminal.press("4435\r4431\r5443\r")
        for marks in ("4435", "4431", "5443"):
            ids = [question.id for question in typist.screen.questions]
            given = dict(zip(ids, map(int, marks), strict=True))
            typist.session = typist.session.answer(given)
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)
        assert terminal.echoes is False


AFTERWARDS: dict[str, AnswerValue] = {
    "look-back": "partly",
    "live": ["mutual-learning"],
    "rating:open-doors": 2,
}


@pytest.mark.parametrize("how", WORDS)
def test_words_answer_no_menu(begun_workspace: Path, how: Callable[[Terminal], None]) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        for where in AFTERWARDS:
            typist.answer_all({}, until=where)
            typist.sees()
            how(terminal)
            terminal.wait_for(NO_WORDS)
            if where.startswith("rating"):
                terminal.press("up", "up", "up", "up")
            typist.fill(AFTERWARDS)
            typist.sees()
            assert draft()["answers"] == dict(typist.session.answers)
            assert NO_WORDS not in terminal.words


@pytest.mark.parametrize("how", WORDS)
def test_nor_do_they_save_the_page_or_throw_a_draft_away(
    begun_workspace: Path, how: Callable[[Terminal], None]
) -> None:
    session = begun()
    while session.screen is not None:
        session = session.answer({"look-back": "done"})
    leave_at(session)
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished").press("enter")
        Typist(terminal, session).sees_the_page()
        how(terminal)
        terminal.wait_for(NO_WORDS)
        terminal.press("1").wait_for("Change number 1?").press("ctrl-c")
        assert terminal.finish() == 130
    before = draft()
    with Terminal("reflect") as terminal:
        terminal.press("2", "enter").wait_for("is unfinished", "› 1")  # ahead of the offer
        how(terminal)
        terminal.wait_for(NO_WORDS)
        terminal.press("1").wait_for("› 1").press("ctrl-c")
        assert terminal.finish() == 130
    assert draft() == before
    assert not (begun_workspace / "journals" / PAGE).exists()


def test_an_enter_too_many_skips_nothing(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.sees()
        terminal.press("1", "enter")  # as at the plain door
        typist.session = typist.session.answer({"look-back": "done"})
        typist.answer_all({"look-back-note": "It came up."}, until="insight")
        typist.answer_all({"plan": "new"}, until="cue")
        typist.sees()
        terminal.press("tab", "it rings", "tab", "wait", "enter")
        typist.session = typist.session.answer({"cue": "it rings", "action": "wait"})
        typist.sees_the_page()
        terminal.wait_for("It came up.")
        assert draft()["answers"] == dict(typist.session.answers)


def test_keys_of_a_terminal_lose_and_send_no_word(begun_workspace: Path) -> None:
    """A lone Esc, an arrow in two pieces, a paste without marks, Tab."""
    assert begun_workspace.exists()
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done"}, until="moment-with")
        typist.sees()
        top = terminal.press("peer B").wait_for("▌ peer B").screen.cursor.y
        terminal.press("tab", "One,").wait_for("▌ One,")
        terminal.press("escape").wait("a step back", lambda: terminal.screen.cursor.y == top)
        terminal.press("!").wait_for("▌ peer B!")
        terminal.press("backspace", "tab", "two.").wait_for("▌ One,two.")
        terminal.press("escape").wait("a step back", lambda: terminal.screen.cursor.y == top)
        terminal.press("[D", "!").wait_for("▌ One,two!.")
        terminal.press("\rThree.\rFour.").wait_for("two! ▌ Three. ▌ Four..")
        terminal.press("ctrl-c")
        assert terminal.finish() == 130
    assert draft()["typing"] == {
        "at": "moment-what",
        "begun": {"moment-with": "peer B", "moment-what": "One,two!\nThree.\nFour.."},
    }
