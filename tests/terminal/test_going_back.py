"""Back from any screen to any earlier one, mending from the page, and help."""

from __future__ import annotations

from pathlib import Path

from terminal.made_answers import FIRST
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

PAGE = "2026-11-20-learning-leader.md"
CLEARS = "\x1b[2J"
SHOWN = {
    "live": ["[x] I helped someone who reports to me learn", "[x] I helped a peer learn"],
    "moment-with": ["▌ report A", "▌ In the Tuesday review I ▌ waited.", "› 1 I helped someone"],
    "rating:follower-needs": ["4 mostly", "I didn't make one"],
    "rating:freedom-to-challenge": ["1 never", "didn't come up"],
    "focus": ["› 4 Room for"],
    "focus-notice": ["▌ people finish their own sentences"],
    "obstacle": ["▌ Hurry, mostly mine.", "▌ ask three questions"],
}
"""What is in sight of the answers of `FIRST`, by the first question of its screen."""


def test_back_from_the_page_to_the_first_screen_shows_every_answer_kept(workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all(FIRST.typed)
        typist.sees_the_page()
        before = dict(typist.session.answers)
        for screen in reversed(typist.session.screens()):
            terminal.press("escape")
            typist.session = typist.session.back()
            assert typist.sees().id == screen.id
            terminal.wait_for(*(" ".join(one.split()) for one in SHOWN.get(screen.id, ())))
            terminal.press(*["shift-tab"] * typist.place)  # the last field has the cursor
        assert typist.session.answers == before
        assert "Esc" not in terminal.text, "no screen is before the first"
        typist.answer_all(FIRST.typed)
        assert typist.save() == 0
    assert "She drew it herself." in (workspace / "journals" / PAGE).read_text("utf-8")


def test_what_was_begun_is_kept_when_going_back(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.press("It came", "ctrl-j", "up.", "escape")
        typist.session = typist.session.with_answers({"look-back-note": "It came\nup."}).back()
        typist.answer("partly")
        typist.sees()
        terminal.wait_for("▌ It came ▌ up.")


def test_mending_by_number_leads_back_to_the_line_that_was_changed(workspace: Path) -> None:
    with Terminal("reflect", rows=30) as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"moment-what": "She asked.", "focus": "own-answers"})
        typist.sees_the_page()
        numbers = {q.id: str(n) for n, q in enumerate(typist.session.questions(), start=1)}

        def mend(question: str) -> None:
            terminal.press(*numbers[question])
            terminal.wait_for(f"Change number {numbers[question]}?").press("enter")
            typist.session = typist.session.mend(question)
            typist.sees()

        mend("moment-what")
        terminal.press(" Twice.", "enter")
        typist.session = typist.session.answer({"moment-what": "She asked. Twice."})
        typist.sees_the_page()
        terminal.wait_for(f"{numbers['moment-what']} Happened ▌ She asked. Twice.")

        mend("rating:learning-at-heart")
        terminal.press("4", "enter")
        typist.session = typist.session.answer({"rating:learning-at-heart": 4})
        typist.sees_the_page()
        terminal.wait_for("4 mostly")
        assert "Happened ▌" not in terminal.words, "it is further up"

        mend("focus-notice")
        terminal.press("escape")  # a slip: back to the page, not into the middle of the sitting
        typist.session = typist.session.back()
        typist.sees_the_page()
        assert typist.save() == 0
    text = (workspace / "journals" / PAGE).read_text("utf-8")
    assert "She asked. Twice." in text
    assert "**Rating:** 4 of 5 · mostly" in text


def test_a_number_is_taken_back_and_one_that_is_none_is_not_taken(workspace: Path) -> None:
    assert workspace.exists()
    with Terminal("reflect", "--depth", "quick") as terminal:
        typist = Typist(terminal, begun(depth="quick"))
        typist.answer_all({"focus": "own-answers"})
        typist.sees_the_page()
        terminal.press("3").wait_for("Change number 3?")
        terminal.press("backspace").wait_for("Is this right?")
        terminal.press("9", "9").wait_for("There is no number 99.", "Enter choose again")
        terminal.press("enter").wait_for("Is this right?")
        terminal.press("2").wait_for("Change number 2?")
        terminal.press("escape").wait_for("Number 2 is taken back. Esc once more goes back.")
        typist.session = typist.session.back()
        terminal.press("escape")
        typist.sees()


def test_no_key_clears_a_screen_that_stays(workspace: Path) -> None:
    """And a screen is cleared once when it comes."""
    assert workspace.exists()
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        while typist.session.screen is not None:
            typist.sees()
            assert terminal.fresh.count(CLEARS) <= 1
            for key, seen in (("down", ""), ("up", ""), ("?", "Ctrl-C pauses."), ("?", "")):
                terminal.press(key).wait_for(seen)
                assert CLEARS not in terminal.fresh
            terminal.wait_until_gone("Ctrl-C pauses.")
            typist.fill({})
        terminal.wait_for("You answered nothing")
