"""The plain door: words in, words out; a whole sitting with its words for keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from plain_sitting import DAY, HEAD, TEXT, typed
from terminal.drafts import draft
from terminal.made_answers import KEPT
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, begun

pytestmark = pytest.mark.core

HINT = ENGLISH("plain.hint")


@pytest.mark.parametrize(
    "how",
    [{"ACCESSIBLE": "1"}, {"LEARNLEAD_PLAIN": "yes"}, {"TERM": "dumb"}],
    ids=lambda how: next(iter(how)),
)
def test_what_makes_it_plain(begun_workspace: Path, how: dict[str, str]) -> None:
    with Terminal("reflect", environment=how) as terminal:
        PlainTypist(terminal, begun()).sees()
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("value", ["", "0", "false"])
def test_what_does_not(begun_workspace: Path, value: str) -> None:
    with Terminal("reflect", environment={"ACCESSIBLE": value}) as terminal:
        terminal.wait_for("Enter begin · 1 one line only")


def test_a_sitting_in_words(begun_workspace: Path) -> None:
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.sees()
        terminal.wait_for_prompt("1. done", "5. let it go", HINT, "You wrote:", "End of quote.")

        terminal.press("9", "enter").wait_for_prompt("That isn't one of the answers.")
        terminal.press("back", "enter").wait_for_prompt("Type one of these: 1, 2, 3, 4, 5.")
        terminal.press("2", "enter")
        typist.session = typist.session.answer({"look-back": "partly"})
        typist.answer_all(KEPT.typed, until="rating:follower-needs")
        typist.sees()
        assert HINT not in " ".join(terminal.fresh.split()), "key hints are said once"

        anchors = begun().context.rubric.behaviours[0].anchors
        terminal.press("/help", "enter").wait_for_prompt(ENGLISH("plain.stops"), *anchors.values())
        terminal.press("4", "enter").wait_for_prompt()
        terminal.press("/back", "enter").wait_for_prompt("Enter alone: 4 mostly.")
        terminal.press("enter").wait_for_prompt()
        for number, question in enumerate(typist.screen.questions[1:]):
            typist.say_answer(question, KEPT.typed.get(question.id))
            terminal.wait_for_prompt() if number < 2 else None
        ratings = {**KEPT.typed, "rating:follower-needs": 4}
        typist.session = typist.session.answer(ratings)
        typist.answer_all({**ratings, "rating:interdependence": "no-opportunity"})
        typist.sees_the_page()
        number = [q.id for q in typist.session.questions()].index("insight") + 1
        assert f"{number}. Insight: Wait." in terminal.words
        terminal.press(str(number), "enter").wait_for_prompt("You wrote: Wait. End of quote.")
        terminal.press("Wait longer.", "enter").wait_for_prompt(f"{number}. Insight: Wait l")
        assert "Your plan" not in terminal.fresh, "only what was changed is read again"
        typist.session = typist.session.with_answers({"insight": "Wait longer."})
        assert terminal.press("/stop", "enter").finish() == 130
        assert ENGLISH("end.kept") in terminal.words
        session = typist.session
    assert draft()["answers"] == dict(session.answers)
    with Terminal("reflect", "--plain", columns=120) as terminal:
        terminal.wait_for_prompt("1. Go on where it stopped (Enter)")
        terminal.press("5", "enter").wait_for_prompt("Type one of these: 1, 2, 3.")
        terminal.press("enter")
        typist = PlainTypist(terminal, session)
        assert typist.save() == 0
        assert b"\x1b" not in terminal.raw
    page = begun_workspace / "journals" / "2026-11-20-learning-leader.md"
    assert "Wait longer." in page.read_text("utf-8")


def test_a_text_that_was_cut_off_is_gone_on_with(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.press("One,\\", "enter").wait_for_prompt()
        terminal.press("two,\\", "enter").wait_for_prompt()
        terminal.kill()
        session = typist.session
    with Terminal("reflect", "--plain") as terminal:
        terminal.wait_for_prompt("1 answer.").press("enter")
        PlainTypist(terminal, session).sees()
        terminal.wait_for_prompt("You wrote: One, two, End of quote.")


def test_the_end_of_the_input_stops_it_and_keeps_the_draft(begun_workspace: Path) -> None:
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer("done")
        typist.sees()
        assert terminal.press("\x04").finish() == 130
    assert draft()["answers"] == {"look-back": "done"}


def test_bytes_that_are_no_text_are_refused_kindly(begun_workspace: Path) -> None:
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.process.send(b"caf\xe9\r")
        terminal.wait_for_prompt("that line holds a lone surrogate")
        terminal.press("tea", "enter")
        typist.session = typist.session.answer({"look-back-note": "tea"})
        typist.sees()


def test_nothing_is_wider_than_a_narrow_terminal(begun_workspace: Path) -> None:
    with Terminal("reflect", "--plain", columns=40) as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer_all(KEPT.typed)
        typist.sees_the_page()
        said = [line for line in terminal.raw.decode().splitlines() if not line.startswith("> ")]
        assert max(map(len, said)) < 40


def test_the_sitting_in_the_docs_is_one_with_this_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEARNLEAD_TODAY", DAY)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert HEAD + typed(tmp_path) == TEXT.read_text(encoding="utf-8"), "run make pictures"
