"""What an editor has saved of one answer outlives the program, the editor and the terminal."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from running import run
from terminal.drafts import draft, leave_at
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

WORDS = "Kim drew it on the board"


@pytest.fixture(params=['trap "" HUP TERM', ":"], ids=["outlives all", "goes with the window"])
def editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Path]:
    """An editor that saves a line and then waits, until somebody opens the pipe that it reads."""
    pipe, saved, script = tmp_path / "pipe", tmp_path / "saved", tmp_path / "editor.sh"
    os.mkfifo(pipe)
    script.write_text(
        f'#!/bin/sh\n{request.param}\necho {WORDS} >> "$1"\necho "$1" > {saved}\n'
        f"read -r _ < {pipe}\n",
        encoding="utf-8",
    )
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    yield saved
    with suppress(OSError):
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))


@contextmanager
def opened(saved: Path, *options: str) -> Iterator[tuple[Terminal, Path]]:
    """A sitting whose look back is in the editor, which has saved a line; and the file it has."""
    session = begun().answer({"look-back": "done"})
    leave_at(session)
    with Terminal("reflect", *options, columns=120) as terminal:
        terminal.wait_for("is unfinished").press("enter")
        Typist(terminal, session).sees()
        terminal.press("Before.", "f1").wait_for("use your editor").press("e")
        terminal.wait("what the editor saved", lambda: saved.exists() and bool(saved.read_text()))
        yield terminal, Path(saved.read_text(encoding="utf-8").strip())


def state() -> list[Path]:
    return [p for p in (Path(os.environ["HOME"]) / ".local" / "state").rglob("*") if p.is_file()]


def killed(terminal: Terminal, _: Path) -> None:
    terminal.kill()


def told_to_end(terminal: Terminal, saved: Path) -> None:
    """It waits for the editor, and takes its words along."""
    terminal.process.kill(signal.SIGTERM)
    os.close(os.open(saved.with_name("pipe"), os.O_WRONLY))
    assert terminal.finish() == 143


def hung_up(terminal: Terminal, saved: Path) -> None:
    """The window is closed; the editor may go on until it has what it waits for."""

    def end_the_editor() -> None:
        with suppress(OSError):  # it went with the window
            os.close(os.open(saved.with_name("pipe"), os.O_WRONLY | os.O_NONBLOCK))

    terminal.hang_up(end_the_editor)


@pytest.mark.parametrize("end", [killed, told_to_end, hung_up])
def test_the_next_sitting_goes_on_with_what_the_editor_saved(
    begun_workspace: Path, editor: Path, end: Callable[[Terminal, Path], None]
) -> None:
    assert begun_workspace.exists()
    with opened(editor) as (terminal, file):
        end(terminal, editor)
    with Terminal("reflect", columns=120) as terminal:
        terminal.wait_for("is unfinished").press("enter").wait_for("Before.", WORDS)
        terminal.press("enter")
        terminal.wait("the answer in the draft", lambda: "look-back-note" in draft()["answers"])
        assert draft()["answers"]["look-back-note"] == f"Before.\n{WORDS}"
        terminal.wait_for("2 of 5").press("?", "x")
        terminal.wait_for("This doesn't belong here.").press("1").wait_for("› 1 Stop")
        assert terminal.press("enter").finish() == 0
    assert not file.exists()
    assert not [path for path in state() if WORDS.encode() in path.read_bytes()]


def test_it_is_named_and_forgotten_where_it_lies(begun_workspace: Path, editor: Path) -> None:
    assert begun_workspace.exists()
    with opened(editor) as (terminal, file):
        terminal.kill()
    assert "an editor had this text" in run("doctor").stdout
    assert str(file.relative_to(file.parents[2])) in run("doctor").stdout
    assert run("journal", "forget", "Kim", "--yes").code == 0
    assert not [path for path in state() if b"Kim" in path.read_bytes()]
