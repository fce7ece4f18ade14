"""`learnlead journal edit` where there is nothing to edit in; tests/terminal has the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import LAST_WEEKS, TODAYS, held, snapshot
from running import run

pytestmark = pytest.mark.usefixtures("workspace")


def test_without_an_editor_it_says_how_to_name_one(workspace: Path) -> None:
    held("insight: x\n")
    before = snapshot(workspace)
    ran = run("journal", "edit")
    assert (ran.code, ran.stdout) == (2, "")
    assert "neither $VISUAL nor $EDITOR names an editor (for instance `export EDITOR=" in ran.stderr
    assert str(workspace / "journals" / f"{TODAYS}.md") in ran.stderr
    assert snapshot(workspace) == before


def test_without_a_terminal_no_editor_is_started(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held("insight: x\n")
    monkeypatch.setenv("EDITOR", "rm")
    before = snapshot(workspace)
    ran = run("journal", "edit")
    assert (ran.code, ran.stdout) == (2, "")
    assert "an editor needs a terminal" in ran.stderr
    assert snapshot(workspace) == before


def test_several_pages_are_not_guessed_among(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "rm")
    held("date: 2026-11-13\ninsight: x\n")
    held("insight: x\n")
    ran = run("journal", "edit", "2026-11")
    assert ran.code == 2
    assert f"'2026-11' is 2 pages (name one: {LAST_WEEKS}, {TODAYS})" in ran.stderr


def test_a_page_that_is_not_there_is_exit_1() -> None:
    assert run("journal", "edit").code == 1
    assert run("journal", "edit", "yesterday").code == 1
