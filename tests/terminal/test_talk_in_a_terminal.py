"""What is said beside a sitting: whole words in a terminal, one problem a line elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from learnlead.text.cells import wrap
from running import run_program
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

PROBLEM = ("read", "the week in which we all moved house and nobody wrote a line of it")


@pytest.mark.parametrize("columns", [80, 40])
def test_a_problem_is_broken_between_words(workspace: Path, columns: int) -> None:
    assert workspace.exists()
    piped = run_program(*PROBLEM)
    assert piped.stderr.count("\n") == 1
    assert len(piped.stderr) > 81
    with Terminal(*PROBLEM, columns=columns) as terminal:
        assert terminal.finish() == piped.code == 1
        assert terminal.left_behind.split() == piped.stderr.split()


def test_what_is_kept_is_said_in_whole_words(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect", columns=40) as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        assert terminal.press("ctrl-c").finish() == 130
        said = f"learnlead: {ENGLISH('end.kept')}"
        assert terminal.left_behind.split("\n") == wrap(said, 40, whole_words=True)


def test_the_closing_lines_after_an_editor_are_whole_words(
    begun_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert begun_workspace.exists()
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\necho "/x" > "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    with Terminal("reflect", "--editor", rows=40) as terminal:
        assert terminal.finish() == 0
        lines = terminal.left_behind.split("\n")
    assert "Safety, yours or anybody's: whoever answers for it on site; in danger, the" in lines
    assert "emergency number." in lines
