"""No terminal, no colour, a narrow one, one that changes its size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from running import run, run_program
from terminal.drafts import draft, leave_at
from terminal.made_answers import FIRST
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;[0-9;]*)(?:;\d+)*m")

HOLD, SHOW = b"\x1b[?2026h", b"\x1b[?2026l"
HELD = re.compile(re.escape(HOLD) + b".*?" + re.escape(SHOW), re.DOTALL)
ESCAPE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|.)")


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
        typist.answer_all({})
        assert typist.save() == 0
        assert bool(COLOUR.search(terminal.raw)) is not no_colour


@pytest.mark.parametrize("size", [(40, 24), (40, 12)])
def test_a_whole_sitting_in_a_small_window(workspace: Path, size: tuple[int, int]) -> None:
    columns, rows = size
    with Terminal("reflect", columns=columns, rows=rows) as terminal:
        typist = Typist(terminal, begun())
        while typist.session.screen is not None:
            typist.sees()
            terminal.wait_for("? help")
            assert max(map(len, terminal.text.splitlines())) < columns, "the terminal broke a line"
            assert len(terminal.text.splitlines()) < rows
            typist.fill(FIRST.typed)
        seen = typist.reads_the_page()
        assert "ask three questions" in " ".join(seen.split())
        terminal.press("enter")
        assert typist.finish() == 0
    text = (workspace / "journals" / "2026-11-20-learning-leader.md").read_text("utf-8")
    assert "In the Tuesday review I\nwaited.\n" in text
    assert "then I will **ask three questions**" in text


def test_getting_tiny_and_large_again_in_the_middle_loses_nothing(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        words = "Twice: in the review, and when E. came in with the plan."
        terminal.press(words).wait_for(words)
        terminal.resize(30, 8)
        terminal.wait_for("Enter go on")
        terminal.press(" So").wait_for("plan. So", "Enter go on")
        terminal.resize(80, 24)
        terminal.wait_for(typist.heading)
        terminal.press(" it went.").wait_for(f"{words} So it went.", typist.heading)
        terminal.press("enter")
        typist.session = typist.session.answer({"look-back-note": f"{words} So it went."})
        typist.answer_all({"live": []}, until="rating:follower-needs")
        typist.sees()
        terminal.resize(30, 8)
        terminal.press("2", "3").wait_for("› When a direct report and I")
        terminal.resize(120, 40)
        typist.sees()
        terminal.wait_for("2 rarely", "3 about half the time")
        terminal.press("tab", "tab")
        ratings = {"rating:follower-needs": 2, "rating:performance-emphasis": 3}
        typist.session = typist.session.answer(ratings)
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)


def test_the_page_in_a_window_that_changes_its_size(begun_workspace: Path) -> None:
    session = begun()
    while session.screen is not None:
        session = session.answer({"look-back": "done", "look-back-note": "First line\nsecond line"})
    leave_at(session)
    with Terminal("reflect", columns=100, rows=40) as terminal:
        terminal.wait_for("is unfinished").press("enter")
        typist = Typist(terminal, session)
        typist.sees_the_page()
        terminal.resize(60, 15)
        terminal.wait_for("more lines", "Is this right?")
        title = " Your page · Friday 20 November 2026\n"
        terminal.wait("the page drawn anew", lambda: terminal.text.startswith(title))
        assert terminal.text.count("Is this right?") == 1
        assert typist.save() == 0
    text = (begun_workspace / "journals" / "2026-11-20-learning-leader.md").read_text("utf-8")
    assert "First line\nsecond line\n" in text


def test_no_screen_is_seen_half_drawn(begun_workspace: Path) -> None:
    """Whatever is drawn stands between the marks of synchronized output."""
    with Terminal("reflect", "--depth", "quick") as terminal:
        typist = Typist(terminal, begun(depth="quick"))
        typist.answer_all({"look-back": "done"})
        assert typist.save() == 0
        drawn = terminal.raw[: terminal.raw.rindex(SHOW)]
    outside = HELD.sub(b"", drawn)
    assert drawn.count(HOLD) > len(typist.session.screens())
    assert not ESCAPE.sub(b"", outside).strip()
