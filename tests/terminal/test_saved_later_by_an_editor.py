"""What an editor saves when its question was left already, or leaves in a form of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from learnlead.sitting.session import Session
from running import run
from terminal.drafts import draft, leave_at
from terminal.made_answers import FIRST
from terminal.terminal import Terminal
from terminal.typist import Typist, begun, to_editor

LATE = "Late words from a window"
Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Make `/e` run these lines of shell, with the text in `$1`."""
    script = tmp_path / "editor.sh"
    monkeypatch.setenv("VISUAL", str(script))

    def does(lines: str) -> None:
        script.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        script.chmod(0o700)

    return does


@pytest.fixture
def saves(tmp_path: Path, editor: Editor) -> Callable[[], None]:
    """An editor with a window of its own, which returns at once; let it save now."""
    asked, done = tmp_path / "asked", tmp_path / "done"
    for pipe in (asked, done):
        os.mkfifo(pipe)
    saves_when_asked = f'trap "" HUP; read -r _ < {asked}; echo {LATE} >> "$1"; echo > {done}'
    editor(f"({saves_when_asked}) > /dev/null 2>&1 < /dev/null &")

    def save() -> None:
        asked.write_text("\n", encoding="utf-8")
        done.read_text(encoding="utf-8")

    return save


@pytest.fixture
def session(begun_workspace: Path) -> Session:
    """A sitting that waits at what came of its plan."""
    assert begun_workspace.exists()
    session = begun().answer({"look-back": "done"})
    leave_at(session)
    return session


def going_on(terminal: Terminal, session: Session) -> Typist:
    """Go on with it."""
    terminal.wait_for("is unfinished").press("enter")
    typist = Typist(terminal, session)
    typist.sees()
    return typist


def holding(words: str) -> list[Path]:
    """The files in the home folder that hold the words."""
    files = (path for path in Path.home().rglob("*") if path.is_file())
    return [path for path in files if words.encode() in path.read_bytes()]


def test_it_is_shown_before_the_question_is_left(
    session: Session, saves: Callable[[], None]
) -> None:
    with Terminal("reflect", columns=120) as terminal:
        typist = going_on(terminal, session)
        to_editor(terminal, "Before.", "Nothing new came back")
        saves()
        terminal.press("enter").wait_for("saved this meanwhile", "Before.", LATE)
        terminal.press("enter")
        typist.session = typist.session.answer({"look-back-note": f"Before.\n{LATE}"})
        typist.sees()
        assert draft()["answers"]["look-back-note"] == f"Before.\n{LATE}"
    assert not list(Path.home().rglob("text-*/*"))


@pytest.mark.usefixtures("session")
def test_at_the_plain_door_too(saves: Callable[[], None]) -> None:
    with Terminal("reflect", "--plain", columns=120) as terminal:
        terminal.wait_for_prompt("is unfinished").press("enter").wait_for_prompt("1 of 5")
        terminal.press("Before.", "enter").wait_for_prompt("2 of 5")
        terminal.press("/back", "enter").wait_for_prompt("Before.")
        terminal.press("/edit", "enter").wait_for_prompt("Nothing new came back")
        saves()
        terminal.press("enter").wait_for_prompt("saved this meanwhile", LATE)
        terminal.press("enter").wait_for_prompt("")
        assert draft()["answers"]["look-back-note"] == f"Before.\n{LATE}"


def test_what_comes_later_still_is_kept_beside_the_page_and_told(
    begun_workspace: Path, session: Session, saves: Callable[[], None]
) -> None:
    with Terminal("reflect", columns=120) as terminal:
        typist = going_on(terminal, session)
        to_editor(terminal, "Before.", "Nothing new came back")
        terminal.press("enter")
        typist.session = typist.session.answer({"look-back-note": "Before."})
        typist.sees()
        saves()
        typist.answer_all(FIRST.typed)
        assert typist.save() == 0
        assert "Not on the page, but kept in" in terminal.left_behind
    assert holding(LATE) == [begun_workspace / "records" / "not-on-a-page.md"]


def test_what_is_no_text_outlives_other_answers_and_the_page(
    session: Session, editor: Editor
) -> None:
    """It was said to be kept."""
    editor(r"""printf 'caf\351 with Kim' > "$1" """)
    with Terminal("reflect", columns=120) as terminal:
        typist = going_on(terminal, session)
        to_editor(terminal, "Before.", "not UTF-8 text. It is kept in")
        editor('echo Another. > "$1"')
        terminal.press("enter")
        typist.session = typist.session.answer({"look-back-note": "Before."})
        typist.answer_all(FIRST.typed, until="moment-with")
        typist.sees()
        to_editor(terminal, "", "▌ Another.")
        terminal.press(*["tab"] * len(typist.screen.questions))
        typist.session = typist.session.answer({"moment-with": "Another."})
        typist.sees()
        assert [path.name for path in holding("with Kim")] == ["look-back-note.md"]
        typist.answer_all(FIRST.typed)
        assert typist.save() == 0
        assert "that is not UTF-8 text" in terminal.left_behind
    (left,) = holding("with Kim")
    assert str(left) in run("doctor").stdout


def test_the_swap_file_of_an_editor_that_was_killed_stays_for_it(
    session: Session, editor: Editor
) -> None:
    swap = '"$(dirname "$1")/.$(basename "$1").swp"'
    editor(f'echo Saved. >> "$1"; echo Unsaved. > {swap}; kill -9 $$')
    with Terminal("reflect", columns=120) as terminal:
        going_on(terminal, session)
        to_editor(terminal, "Before.", "Before.", "Saved.")
        assert [path.name for path in Path.home().rglob("text-*/.*.swp")] == [
            ".look-back-note.md.swp"
        ]
        editor(f'cat {swap} >> "$1"; rm {swap}')
        to_editor(terminal, "", "Saved.", "Unsaved.")
    assert not list(Path.home().rglob("text-*/*"))


def test_x_keeps_nothing_of_what_editors_left(session: Session, saves: Callable[[], None]) -> None:
    with Terminal("reflect", columns=120) as terminal:
        going_on(terminal, session)
        to_editor(terminal, "Before.", "Nothing new came back")
        saves()
        terminal.press("f1").wait_for("use your editor").press("x").wait_for(
            "This doesn't belong here."
        )
        terminal.press("1").wait_for("› 1 Stop").press("enter")
        assert terminal.finish() == 0
    assert not holding(LATE)
    assert not holding("Before.")
