"""The plain door: words in, words out; a whole sitting with its words for keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from plain_sitting import DAY, HEAD, TEXT, typed
from terminal.drafts import draft
from terminal.made_answers import KEPT
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, begun

pytestmark = pytest.mark.core

HINT = "Words that always work: back, skip, help, quit, and x (this isn't for here)."


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
        terminal.wait_for("1–5 choose")


def test_a_sitting_in_words(begun_workspace: Path) -> None:
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.sees()
        terminal.wait_for_prompt("1. done", "5. let it go", HINT)

        terminal.press("9", "enter").wait_for_prompt("That is none of the answers.")
        terminal.press("maybe", "enter").wait_for_prompt("Type a number from 1 to 5.")
        typist.answer_all(KEPT.typed, until="rating:follower-needs")
        typist.sees()
        assert HINT not in " ".join(terminal.fresh.split()), "key hints are said once"

        terminal.press("help", "enter")
        anchors = begun().context.rubric.behaviours[0].anchors
        terminal.wait_for_prompt(HINT, "Type a number from 1 to 5, or n", *anchors.values())
        typist.answer(4)
        typist.sees()
        terminal.press("back", "enter")
        typist.session = typist.session.back()
        typist.sees()
        terminal.wait_for_prompt("Enter alone keeps: 4 mostly")
        terminal.press("enter")
        typist.session = typist.session.answer(4)
        typist.answer_all({**KEPT.typed, "rating:interdependence": "no-opportunity"})
        typist.sees_the_page()
        number = [q.id for q in typist.session.questions()].index("insight") + 1
        terminal.wait_for_prompt(f"{number}. Insight: Wait.")
        terminal.press(str(number), "enter")
        typist.session = typist.session.mend("insight")
        typist.answer("Wait longer.")
        typist.sees_the_page()
        terminal.press("what", "enter").wait_for_prompt("a number to mend, or back.")
        assert terminal.press("quit", "enter").finish() == 130
        assert "learnlead: Every finished answer is kept" in terminal.left_behind
        session = typist.session
    assert draft()["answers"] == dict(session.answers)
    with Terminal("reflect", "--plain", columns=120) as terminal:
        terminal.wait_for_prompt("1. go on where it stopped (or Enter alone)")
        terminal.press("5", "enter").wait_for_prompt("Type a number from 1 to 3.")
        terminal.press("enter")
        typist = PlainTypist(terminal, session)
        assert typist.save() == 0
        assert b"\x1b" not in terminal.raw
        assert "Sittings held: 2" in terminal.text
    page = begun_workspace / "journals" / "2026-11-20-learning-leader.md"
    assert "Wait longer." in page.read_text("utf-8")


def test_a_text_that_was_cut_off_is_gone_on_with(begun_workspace: Path) -> None:
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.press("One,", "enter").wait_for_prompt("")
        terminal.press("two,", "enter").wait_for_prompt("")
        terminal.kill()
        session = typist.session
    with Terminal("reflect", "--plain") as terminal:
        terminal.wait_for_prompt("1 answer.").press("enter")
        typist = PlainTypist(terminal, session)
        typist.sees()
        terminal.wait_for_prompt("You had begun; go on from there: One, two,")
        terminal.press("three.", "enter", "enter")
        typist.session = session.answer("One,\ntwo,\nthree.")
        typist.sees()
    assert draft()["answers"] == dict(typist.session.answers)


def test_enter_alone_takes_the_moment_that_is_offered(begun_workspace: Path) -> None:
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer_all({"live": ["mutual-learning"]}, until="moment")
        typist.sees()
        terminal.wait_for_prompt("1. a report and I worked something out together (or Enter alone)")
        terminal.press("enter")
        typist.session = typist.session.answer({"relationship": "mutual-learning"})
        typist.sees()
    assert draft()["answers"] == dict(typist.session.answers)
    assert begun_workspace.exists()


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
        terminal.wait_for_prompt("Not taken: that line holds a lone surrogate")
        terminal.press("tea", "enter", "enter")
        typist.session = typist.session.answer("tea")
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
