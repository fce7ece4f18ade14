"""No terminal, no colour, a narrow one, one that changes its size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from learnlead.sitting.question import Kind, Question
from running import run, run_program
from terminal.drafts import draft
from terminal.made_answers import ADJUSTED, FIRST
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;[0-9;]*)(?:;\d+)*m")


@pytest.mark.parametrize("plain", [[], ["--plain"]])
def test_without_a_terminal_the_way_without_one_is_named(
    begun_workspace: Path, plain: list[str]
) -> None:
    ran = run("reflect", *plain, stdin="1\n1\n")
    assert (ran.code, ran.stdout) == (2, "")
    assert len(ran.stderr.splitlines()) == 1
    assert "--answers" in ran.stderr


def test_without_a_terminal_no_workspace_is_made() -> None:
    assert run_program("reflect").code == 2
    assert not any(Path.home().iterdir())


@pytest.mark.parametrize("no_colour", [True, False])
def test_colour_only_where_it_is_wanted(begun_workspace: Path, no_colour: bool) -> None:
    world = {"NO_COLOR": "1"} if no_colour else {}
    with Terminal("reflect", "--depth", "quick", environment=world) as terminal:
        typist = Typist(terminal, begun(depth="quick"))
        typist.answer_all({"look-back": "done", "live": []}, until="rating:own-answers")
        typist.sees()
        terminal.press("x").wait_for("keep nothing").press("3", "enter")
        typist.answer_all({})
        assert typist.save() == 0
        assert bool(COLOUR.search(terminal.raw)) is not no_colour


def test_in_a_small_window_nothing_is_missing_that_is_needed(workspace: Path) -> None:
    with Terminal("reflect", columns=40, rows=22) as terminal:
        typist = Typist(terminal, begun())
        while typist.session.question is not None:
            question = typist.sees()
            terminal.wait_for("not for here")
            assert max(map(len, terminal.text.splitlines())) < 40, "the terminal broke a line"
            if question.kind is Kind.RATING and question.behaviour is not None:
                assert question.behaviour.name[:24] in terminal.text
            typist.answer(FIRST.typed.get(question.id))
        typist.sees_the_page()
        terminal.wait_for("not for here")
        seen = terminal.text
        while "more lines" in terminal.text:
            more = re.search(r"\d+ more lines", terminal.text)
            terminal.press(" ")
            terminal.wait_until_gone(more[0] if more else "").wait_for("not for here")
            seen += terminal.text
        assert "ask three questions" in " ".join(seen.split())
        assert typist.save() == 0


class InATinyWindow(Typist):
    """Sees the question alone: where one stands, and most keys, have no room."""

    def sees(self) -> Question:
        self.terminal.wait_for(self.question.ask, "? …" if self._rates else "? help")
        return self.question

    def sees_the_page(self) -> None:
        self.terminal.wait_for("Is this what you want to keep?")

    @property
    def _rates(self) -> bool:
        return self.question.kind is Kind.RATING


def test_a_whole_sitting_in_thirty_columns_and_eight_lines(workspace: Path) -> None:
    with Terminal("reflect", columns=30, rows=8) as terminal:
        typist = InATinyWindow(terminal, begun())
        while (question := typist.session.question) is not None:
            if len(question.choices) > 9:  # where a number needs Enter, that has the room of help
                terminal.wait_for(question.ask, "Enter ok")
                terminal.press("8").wait_for("› 8").press("enter")
                typist.session = typist.session.answer(FIRST.typed[question.id])
                continue
            typist.sees()
            assert len(terminal.text.splitlines()) < 8
            assert max(map(len, terminal.text.splitlines())) < 30
            if question.kind is Kind.RATING:
                assert f"› {question.about[:12]}" in terminal.text
                terminal.press("?").wait_for("1 never").press("?")
                terminal.wait_for(f"› {question.about[:12]}")
            typist.answer(FIRST.typed[question.id])
        assert typist.save() == 0
    text = (workspace / "journals" / "2026-11-20-learning-leader.md").read_text("utf-8")
    assert "In the Tuesday review I\nwaited.\n" in text
    assert "then I will **ask three questions**" in text


def test_getting_tiny_and_large_again_in_the_middle_loses_nothing(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        words = "Twice: in the review, and when E. came in with the plan."
        terminal.press(words).wait_for(words)
        terminal.resize(30, 8)
        terminal.press(" So").wait_for("the plan. So", "/? help")
        assert "What happened?" in terminal.text
        terminal.resize(80, 24)
        terminal.press(" it went.").wait_for(f"{words} So it went.", typist.question.progress_line)
        terminal.press("enter", "enter")
        typist.session = typist.session.answer(f"{words} So it went.")
        typist.answer_all({"live": []}, until="rating:open-doors")
        typist.sees()
        terminal.resize(30, 8)
        terminal.wait_for("› Open doors for peers", "? …")
        terminal.press("2").wait_for("› Needing my peers")
        typist.session = typist.session.answer(2)
        terminal.resize(120, 40)
        typist.sees()
        terminal.wait_for("Open doors for peers 2 rarely")
        assert draft()["answers"] == dict(typist.session.answers)
    assert begun_workspace.exists()


def test_the_window_changes_its_size_in_the_middle(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("not-done")
        typist.sees()
        terminal.press("First line", "enter", "second")
        terminal.wait_for("second")
        terminal.resize(50, 20)
        terminal.press(" line").wait_for("First line second line").press("enter", "enter")
        typist.session = typist.session.answer("First line\nsecond line")
        typist.answer_all(ADJUSTED.typed, until="rating:joint-learning")
        typist.sees()
        terminal.resize(100, 40)
        terminal.wait_for(
            "Learning as a topic", "n no opportunity s skip b back ? examples x not for here"
        )
        typist.answer_all(ADJUSTED.typed)
        typist.sees_the_page()
        terminal.resize(60, 15)
        terminal.wait_for("more lines", "Is this what you want to keep?")
        title = " Read and save · Learning leader, Friday 20 November 2026\n"
        terminal.wait("the page drawn anew", lambda: terminal.text.startswith(title))
        assert terminal.text.count("Is this what you want to keep?") == 1
        assert typist.save() == 0
    text = (begun_workspace / "journals" / "2026-11-20-learning-leader.md").read_text("utf-8")
    assert "First line\nsecond line\n" in text
