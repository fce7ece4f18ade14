"""A workspace for each test, which is also the current folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import run


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace; commands run in it."""
    root = tmp_path / "ws"
    assert run("init", root).code == 0
    monkeypatch.chdir(root)
    return root
