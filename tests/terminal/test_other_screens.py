"""The screens of a sitting that are no question's own, and those of small windows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from terminal.drafts import leave_at
from terminal.made_answers import FIRST
from terminal.shots import DOORS, brought_to, check, open_examples, opened, shot, told, typist
from terminal.stories import STORIES
from terminal.terminal import Terminal
from terminal.typist import NO_WORDS, YARDSTICK, Typist, begun


@pytest.fixture(params=DOORS)
def prompter(request: pytest.FixtureRequest) -> str:
    """Each of the two typed doors."""
    return str(request.param)


def test_help_and_what_is_no_answer(begun_workspace: Path, prompter: str) -> None:
    with opened(prompter) as terminal:
        hand = typist(prompter, terminal, begun())
        hand.sees()
        if prompter == "plain":
            terminal.press("maybe", "enter").wait_for_prompt("none of the answers")
            shot(prompter, "none-of-the-answers", terminal)
            terminal.press("help", "enter").wait_for_prompt("Type a number")
        else:
            terminal.press("?")
        shot(prompter, "help", terminal, "Ctrl-C stops for now", "not for here")
    assert begun_workspace.exists()


def test_within_a_rating(workspace: Path, prompter: str) -> None:
    with opened(prompter) as terminal:
        hand = typist(prompter, terminal, begun())
        hand.answer_all({"rating:follower-needs": 4}, until="rating:joint-learning")
        hand.sees()
        open_examples(prompter, terminal)
        shot(prompter, "rating-examples", terminal)
        if prompter == "plain":
            terminal.press("back", "enter").wait_for_prompt("Skipped so far.")
            shot(prompter, "rating-back", terminal)
            terminal.press("skip", "enter")
            hand.sees()
        else:
            terminal.press("?").wait_for("? examples")
        hand.answer(None)
        hand.sees()
        terminal.press("n", *(["enter"] if prompter == "plain" else []))
        terminal.wait_for("none arose")
        shot(prompter, "rating-absence", terminal, "b back to the rating")
    assert workspace.exists()


def test_not_for_here(begun_workspace: Path, prompter: str) -> None:
    with opened(prompter, columns=200) as terminal:
        typist(prompter, terminal, begun()).sees()
        terminal.press("x", *(["enter"] if prompter == "plain" else []))
        terminal.wait_for("go back: that was a slip of the finger")
        shot(prompter, "not-for-here", terminal, "Enter take what is marked")
        terminal.press("1", "enter")
        assert terminal.finish() == 0
        check(prompter, "not-for-here-said", told(prompter, terminal))
    assert begun_workspace.exists()


def test_a_draft(begun_workspace: Path, monkeypatch: pytest.MonkeyPatch, prompter: str) -> None:
    session = begun()
    for given in ("partly", "It came up on Tuesday.\nI waited.", ["formal-authority"]):
        session = session.answer(given)
    leave_at(session)
    with opened(prompter) as terminal:
        terminal.wait_for("look at its answers")
        shot(prompter, "draft", terminal, "Enter take what is marked")
        terminal.press("3", "enter").wait_for("I waited.")
        if prompter == "rich":
            shot(prompter, "look", terminal, "scroll")
            terminal.press("enter").wait_for("look at its answers").press("enter")
        else:
            terminal.wait_for_prompt("I waited.", "look at its answers")
            shot(prompter, "look", terminal)
            terminal.press("enter")
        typist(prompter, terminal, session).sees()
    with opened(prompter, "--depth", "quick") as terminal:
        terminal.wait_for("your options", "look at its answers")
        shot(prompter, "draft-and-options", terminal, "Enter take what is marked")
        terminal.press("2", "enter")
        typist(prompter, terminal, begun(depth="quick")).sees()
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-24")
    with opened(prompter) as terminal:
        terminal.wait_for("no, about this week")
        shot(prompter, "last-week", terminal, "Enter take what is marked")
    assert begun_workspace.exists()


def test_the_end_of_a_sitting(begun_workspace: Path, prompter: str) -> None:
    with opened(prompter, "--depth", "quick", columns=200) as terminal:
        hand = typist(prompter, terminal, begun(depth="quick"))
        hand.answer_all({})
        terminal.wait_for("Nothing was answered", "end here")
        shot(prompter, "nothing-answered", terminal, "Enter take what is marked")
        terminal.press("1", *(["enter"] if prompter == "plain" else []))
        assert terminal.finish() == 0
    with opened(prompter, "--depth", "quick", columns=200) as terminal:
        hand = typist(prompter, terminal, begun(depth="quick"))
        hand.answer_all({"evidence:own-answers": "He waited.", "rating:own-answers": 4})
        hand.sees_the_page()
        terminal.press(*(["save"] if prompter == "plain" else []), "enter").wait_for(YARDSTICK)
        terminal.wait_for("beside the examples")
        shot(prompter, "yardstick", terminal, "Enter take what is marked")
    assert begun_workspace.exists()


def test_a_second_sitting_and_a_stop(begun_workspace: Path, prompter: str) -> None:
    with opened(prompter, columns=200) as first:
        typist(prompter, first, begun()).sees()
        with opened(prompter, columns=200) as second:
            assert second.finish() == 2
            check(prompter, "second-sitting", second.left_behind)
        typist(prompter, first, begun()).answer("done")
        first.wait_for("What happened?")
        first.press(*(["quit", "enter"] if prompter == "plain" else ["ctrl-c"]))
        assert first.finish() == 130
        check(prompter, "stopped", told(prompter, first))
    assert begun_workspace.exists()


def test_what_only_the_rich_door_has(workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        hand = Typist(terminal, begun())
        hand.sees()
        terminal.press("?")
        shot("rich", "focus-help", terminal, "Ctrl-C stops for now", "not for here")
        terminal.press("?").wait_until_gone("One key answers")
        terminal.press("4")
        shot("rich", "focus-marked", terminal, "I invited the peer to watch.", "not for here")
        hand.answer("own-answers")
        hand.answer(None)
        hand.sees()
        terminal.press("1", "3")
        shot("rich", "live-marked", terminal, "[x] I helped a peer", "Enter these", "not for here")
        terminal.press("and words")
        shot("rich", "words-refused", terminal, NO_WORDS, "not for here")
        terminal.press("1", "3").wait_until_gone("[x]")
        hand.answer(["formal-authority"])
        hand.sees()
        terminal.press("1").wait_for("With whom?")
        shot("rich", "with-whom", terminal)
        terminal.press("report A", "enter")
        hand.session = hand.session.answer({"relationship": "formal-authority"})
        hand.sees()
        terminal.press("/?", "enter").wait_for("One word is a full answer, and Enter")
        terminal.press("In the Tuesday review I", "enter", "waited.").wait_for("waited.")
        shot("rich", "text-help", terminal, "Enter twice done", "Ctrl-C stop, kept")
        terminal.press("enter", "/e", "enter").wait_for("No editor is set")
        shot("rich", "text-typed", terminal)
        terminal.press("enter", "enter")
        hand.session = hand.session.answer("In the Tuesday review I\nwaited.")
        hand.answer_all(FIRST.typed)
        hand.sees_the_page()
        terminal.press(" ").wait_until_gone("What others would notice")
        shot("rich", "page-below", terminal, "↓ 9 more lines", "not for here")
        terminal.press("2", "1")
        shot("rich", "page-mend", terminal, "Mend number 21?", "not for here")
    assert workspace.exists()


SIZES = {"narrow": (40, 24), "tiny": (30, 8)}


@pytest.mark.parametrize("size", SIZES)
def test_in_narrow_and_in_tiny_windows(workspace: Path, size: str) -> None:
    columns, rows = SIZES[size]
    tiny = size == "tiny"
    one_key = "Enter ok" if tiny else "not for here"
    text = "/? help" if tiny else "Ctrl-C stop, kept"
    with Terminal("reflect", columns=columns, rows=rows) as terminal:
        terminal.wait_for("move this quarter?")
        shot("rich", f"{size}-focus", terminal, one_key)
        terminal.press("8").wait_for("› 8").press("enter").wait_for("notice?")
        terminal.press("people finish their own sentences").wait_for("sentences")
        shot("rich", f"{size}-text", terminal, text)
        terminal.press("enter").wait_for("[ ]")
        shot("rich", f"{size}-live", terminal, one_key)
    first = brought_to(begun(), replace(STORIES["first"], shots={"rating:own-answers": ""}))
    leave_at(first)
    with Terminal("reflect", columns=columns, rows=rows) as terminal:
        terminal.wait_for("is unfinished")
        shot("rich", f"{size}-draft", terminal, "1–3 mark")
        terminal.press("enter").wait_for("› Conditions")
        shot("rich", f"{size}-rating", terminal, "? …" if tiny else "not for here")
        terminal.press("?").wait_for("1 never")
        shot("rich", f"{size}-examples", terminal, "? …" if tiny else "? list x not for here")
        terminal.press("?").wait_for("› Conditions").press("n")
        shot("rich", f"{size}-absence", terminal, "I made none")
    last = brought_to(begun(), replace(STORIES["first"], shots={}))
    leave_at(last)
    with Terminal("reflect", columns=columns, rows=rows) as terminal:
        terminal.wait_for("is unfinished", "1–3 mark").press("enter").wait_for(
            "Is this what you want to keep?"
        )
        shot("rich", f"{size}-page", terminal, "1–25 mend" if tiny else "not for here")
    assert workspace.exists()
