"""Keys that come ahead of a screen, in a burst, or as words: which of them count."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from learnlead.sitting.question import AnswerValue
from terminal.drafts import draft
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
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done", "live": []}, until="rating:follower-needs")
        typist.sees()
        terminal.press("443544354435")
        for mark in map(int, "443544354435"):
            typist.session = typist.session.answer(mark)
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)
        assert terminal.echoes is False
    assert begun_workspace.exists()


def test_ratings_may_be_typed_before_the_first_one_is_in_sight(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done"}, until="evidence:own-answers")
        typist.sees()
        terminal.press("He waited.", "enter", "enter", "4", "4", "n")
        for given in ("He waited.", 4, 4, "no-opportunity"):
            typist.session = typist.session.answer(given)
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)


AFTERWARDS: dict[str, AnswerValue] = {
    "look-back": "partly",
    "live": ["mutual-learning"],
    "moment": {"relationship": "other"},
    "rating:open-doors": 2,
    "plan": "new",
}


@pytest.mark.parametrize("how", WORDS)
@pytest.mark.parametrize("where", AFTERWARDS)
def test_words_answer_no_menu(
    begun_workspace: Path, where: str, how: Callable[[Terminal], None]
) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done"}, until=where)
        typist.sees()
        how(terminal)
        terminal.wait_for(NO_WORDS)
        typist.answer(AFTERWARDS[where])
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)
        assert NO_WORDS not in terminal.words
    assert begun_workspace.exists()


@pytest.mark.parametrize("how", WORDS)
def test_nor_do_they_save_the_page_or_throw_a_draft_away(
    begun_workspace: Path, how: Callable[[Terminal], None]
) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done"})
        typist.sees_the_page()
        how(terminal)
        terminal.wait_for(NO_WORDS)
        terminal.press("1").wait_for("Mend number 1?").press("ctrl-c")
        assert terminal.finish() == 130
    before = draft()
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished")
        how(terminal)
        terminal.wait_for(NO_WORDS)
        terminal.press("1").wait_for("› 1").press("ctrl-c")
        assert terminal.finish() == 130
    assert draft() == before
    assert not (begun_workspace / "journals" / PAGE).exists()


def test_an_enter_too_many_neither_skips_nor_saves(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.sees()
        terminal.press("1", "enter")  # as at the plain door
        typist.session = typist.session.answer("done")
        typist.answer_all({"look-back-note": "It came up.", "plan": "new"}, until="cue")
        for question in ("cue", "action"):
            assert typist.sees().id == question
            terminal.press("words", "enter", "enter")  # as where there may be several lines
            typist.session = typist.session.answer("words")
        typist.sees_the_page()
        terminal.wait_for("It came up.", "If words, then I will words.")
        assert draft()["answers"] == dict(typist.session.answers)
        assert typist.save() == 0
    assert (begun_workspace / "journals" / PAGE).exists()


def test_keys_pressed_before_a_draft_is_offered_decide_nothing(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.kill()
    before = draft()
    with Terminal("reflect") as terminal:
        terminal.press("2", "enter").wait_for("is unfinished", "› 1 go on")
        terminal.press("down").wait_for("› 2").press("ctrl-c")
        assert terminal.finish() == 130
    assert draft() == before
    assert begun_workspace.exists()
