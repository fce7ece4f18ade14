"""The screens of a sitting that are no question's own, and those of small windows."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.drafts import leave_at
from terminal.made_answers import FIRST
from terminal.shots import shot
from terminal.terminal import Terminal
from terminal.typist import NO_WORDS, Typist, begun

NARROW = ("moment", "ratings", "absence", "examples", "focus", "page", "draft")
OTHERS = {
    *("welcome", "first-card", "help", "words-refused", "absence", "count-refused"),
    *("not-for-here", "draft", "look", "last-week", "nothing-answered", "focus-marked"),
    *("page-below", "page-mend", "text-help", "yardstick-offered"),
    *(f"narrow-{name}" for name in NARROW),
}


def test_the_first_screens_and_what_they_say_to_slips() -> None:
    with Terminal("reflect") as terminal:
        shot("welcome", terminal, "q not now")
        terminal.press("enter").wait_for("1 of 4")
        hand = Typist(terminal, begun())
        terminal.press("?")
        shot("help", terminal, "this doesn't belong here")
        terminal.press("?").wait_until_gone("Ctrl-C pauses")
        terminal.press("1", "3").wait_for("[x] I helped a peer").press("and words")
        shot("words-refused", terminal, NO_WORDS)
        terminal.press("1", "3").wait_until_gone("[x]")
        hand.answer_all(FIRST.typed, until="moment-with")
        hand.sees()
        terminal.press("tab", "She asked.", "f1")
        shot("text-help", terminal, "e use your editor")
        terminal.press("escape").wait_until_gone("use your editor")
        terminal.press(*["tab"] * 3)
        hand.session = hand.session.answer({"moment-what": "She asked."})
        hand.sees()
        terminal.press("tab", "tab", "tab", "n")
        shot("absence", terminal, "Esc back to the rating")
        terminal.press("m", "enter")
        hand.session = hand.session.answer({"rating:open-doors": "none-made"})
        hand.answer_all(FIRST.typed, until="focus")
        hand.sees()
        terminal.press("1", "1")
        shot("focus-marked", terminal, "› 11")
        terminal.press("escape").wait_for("Ratings 9–12 of 12").press("?", "x")
        shot("not-for-here", terminal, "Enter confirm")


def test_a_draft(begun_workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect") as terminal:
        shot("first-card", terminal, "Enter begin")
        hand = Typist(terminal, begun())
        hand.answer_all({"look-back": "partly"}, until="evidence:own-answers")
        hand.sees()
        terminal.press("tab", "2", "5")
        terminal.press("enter")
        shot("count-refused", terminal, "5 of 2: that is more than it came up.")
        terminal.press("backspace", "2", "enter")
        hand.session = hand.session.answer({"count:own-answers": "2/2"})
        hand.sees()
        assert terminal.press("ctrl-c").finish() == 130
    with Terminal("reflect") as terminal:
        terminal.wait_for("Look at its answers")
        shot("draft", terminal, "Enter confirm")
        terminal.press("3", "enter")
        shot("look", terminal, "scroll")
        terminal.press("enter").wait_for("Look at its answers").press("enter")
        Typist(terminal, hand.session).sees()
    for draft in Path.home().rglob("draft-*.json"):
        draft.unlink()
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-24")
    with Terminal("reflect") as terminal:
        shot("last-week", terminal, "Enter confirm")


def test_the_end_of_a_sitting(begun_workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert begun_workspace.exists()
    session = begun()
    while session.screen is not None:
        session = session.answer(FIRST.typed)
    leave_at(session)
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished").press("enter")
        Typist(terminal, session).sees_the_page()
        terminal.press(" ")
        shot("page-below", terminal, "Enter read on")
        terminal.press("1", "1")
        shot("page-mend", terminal, "Change number 11?")
        assert terminal.press("ctrl-c").finish() == 130
    for draft in Path.home().rglob("draft-*.json"):
        draft.unlink()
    with Terminal("reflect", "--depth", "quick") as terminal:
        hand = Typist(terminal, begun(depth="quick"))
        hand.answer_all({})
        shot("nothing-answered", terminal, "Enter confirm")
        terminal.press("1")
        assert terminal.finish() == 0
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-12-04")  # it is offered once a month
    with Terminal("reflect", "--depth", "quick") as terminal:
        hand = Typist(terminal, begun(depth="quick"))
        hand.answer_all({"evidence:own-answers": "He waited.", "rating:own-answers": 4})
        hand.sees_the_page()
        terminal.press("enter").wait_for("own example of a 4?")
        shot("yardstick-offered", terminal, "Enter confirm")


def test_in_narrow_windows(workspace: Path) -> None:
    assert workspace.exists()
    with Terminal("reflect", columns=40, rows=12) as terminal:
        hand = Typist(terminal, begun())
        hand.answer_all(FIRST.typed, until="moment-with")
        hand.sees()
        terminal.press("report A", "tab", "In the Tuesday review I waited.")
        shot("narrow-moment", terminal, "review I waited.")
        terminal.press("tab", "tab", "tab")
        hand.session = hand.session.answer({"moment-with": "report A"})
        hand.sees()
        terminal.press("4", "3", "tab", "n")
        shot("narrow-absence", terminal, "back to the rating")
        terminal.press("escape").wait_for("1–5, n rate")
        shot("narrow-ratings", terminal, "1–5, n rate")
        terminal.press("?")
        shot("narrow-examples", terminal, "space more")
        terminal.press("?").wait_for("1–5, n rate").press("tab")
        hand.session = hand.session.answer({"rating:follower-needs": 4})
        hand.answer_all(FIRST.typed, until="focus")
        hand.sees()
        terminal.press("8")
        shot("narrow-focus", terminal, "› 8")
        terminal.press("enter")
        hand.session = hand.session.answer({"focus": "x"})
        terminal.wait_for("Focus:").press("ctrl-c")
        assert terminal.finish() == 130
    with Terminal("reflect", columns=40, rows=12) as terminal:
        shot("narrow-draft", terminal, "1–3 choose")
    for draft in Path.home().rglob("draft-*.json"):
        draft.unlink()
    session = begun()
    while session.screen is not None:
        session = session.answer(FIRST.typed)
    leave_at(session)
    with Terminal("reflect", columns=40, rows=12) as terminal:
        terminal.wait_for("is unfinished").press("enter")
        shot("narrow-page", terminal, "Is this right?")
