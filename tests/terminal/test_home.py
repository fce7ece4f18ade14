"""`learnlead` alone on a terminal: where one stands, and keys that lead on."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.terminal import Terminal

pytestmark = pytest.mark.core


def test_home_says_what_is_due_and_a_key_leads_on_or_out(begun_workspace: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("learning-leader: due", "Enter reflect", "t trends", "q leave")
        terminal.press("q")
        assert terminal.finish() == 0
    with Terminal() as terminal:
        terminal.wait_for("Enter reflect").press("enter")
        terminal.wait_for("Week 2 on", "one line only")


def test_without_a_workspace_it_is_the_welcome(tmp_path: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("Write roles", "see a finished page").press("q")
        assert terminal.finish() == 0
