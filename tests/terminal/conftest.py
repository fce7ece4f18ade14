"""A workspace in the home of each test, and earlier sittings in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from running import TODAY, run
from terminal.made_answers import FIRST

LAST_WEEK = "2026-11-13"


@pytest.fixture
def workspace() -> Path:
    """An empty workspace."""
    root = Path(os.environ["HOME"]) / "learnlead"
    assert run("init", root).code == 0
    return root


@pytest.fixture
def begun_workspace(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one page, of last week, whose plan is still open."""
    monkeypatch.setenv("LEARNLEAD_TODAY", LAST_WEEK)
    assert run("reflect", "--answers", "-", stdin=FIRST.script).code == 0
    monkeypatch.setenv("LEARNLEAD_TODAY", TODAY)
    return workspace
