"""Long answers go through the reader's pager, on a terminal alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import held
from running import run_program
from terminal.terminal import Terminal

LONG = "".join(f"  Line {number}.\n" for number in range(60))


@pytest.fixture
def pager(tmp_path: Path, workspace: Path) -> Path:
    """A pager that keeps what it gets, and a page longer than a window."""
    assert workspace.exists()
    held(f"insight: |\n{LONG}")
    program = tmp_path / "pager"
    program.write_text('#!/bin/sh\ncat > "$0.got"\necho paged\n', encoding="utf-8")
    program.chmod(0o700)
    return program


@pytest.mark.parametrize("words", [("read",), ("read", "2026"), ("search", "Line")], ids=" ".join)
def test_what_is_longer_than_the_window_goes_through_the_pager(
    pager: Path, words: tuple[str, ...]
) -> None:
    with Terminal(*words, environment={"PAGER": str(pager), "COLUMNS": "30"}) as terminal:
        assert terminal.finish() == 0
        assert "paged" in terminal.left_behind
    got = pager.with_name("pager.got").read_text(encoding="utf-8")
    assert "59." in got


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (("read",), 80),
        (("read", "--plain"), 24),
        (("read", "--json"), 24),
        (("journal", "list"), 24),
    ],
    ids=str,
)
def test_nothing_else_does(pager: Path, words: tuple[str, ...], rows: int) -> None:
    with Terminal(*words, rows=rows, environment={"PAGER": str(pager)}) as terminal:
        assert terminal.finish() == 0
        assert "paged" not in terminal.left_behind


def test_off_a_terminal_there_is_none(pager: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", str(pager))
    assert "Line 59." in run_program("read").stdout


def test_less_is_to_keep_nothing_of_what_is_looked_for(pager: Path) -> None:
    pager.write_text('#!/bin/sh\necho "$LESSHISTFILE" > "$0.got"\n', encoding="utf-8")
    with Terminal("read", environment={"PAGER": str(pager)}) as terminal:
        assert terminal.finish() == 0
    assert pager.with_name("pager.got").read_text(encoding="utf-8") == "-\n"


def test_a_pager_that_ends_early_is_no_error(pager: Path) -> None:
    pager.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    with Terminal("read", environment={"PAGER": str(pager)}) as terminal:
        assert terminal.finish() == 0
        assert terminal.left_behind.strip() == ""


@pytest.mark.parametrize("named", ["/nowhere/pager -x", "'", "", "cat"])
def test_without_a_pager_that_can_be_started_it_is_printed(pager: Path, named: str) -> None:
    assert pager.exists()
    with Terminal("read", environment={"PAGER": named}) as terminal:
        assert terminal.finish() == 0
        assert "Line 59." in terminal.left_behind
