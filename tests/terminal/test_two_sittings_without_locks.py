"""A disk that knows no locks: a second sitting is told of the first all the same, and loses it
nothing."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from running import SOURCE
from terminal.drafts import draft, draft_file
from terminal.terminal import Terminal
from terminal.test_two_sittings import TOLD
from terminal.typist import Typist, begun

NO_FLOCK = f"""\
import fcntl


def flock(*_):
    raise OSError({errno.ENOLCK}, "{os.strerror(errno.ENOLCK)}")


fcntl.flock = flock
"""


@pytest.fixture
def no_locks(tmp_path: Path) -> dict[str, str]:
    """The environment of a program for which no file can be locked."""
    shim = tmp_path / "shim"
    shim.mkdir()
    (shim / "sitecustomize.py").write_text(NO_FLOCK, encoding="utf-8")
    return {"PYTHONPATH": f"{shim}{os.pathsep}{SOURCE}"}


@pytest.mark.parametrize("prompter", [(), ("--plain",)])
def test_the_second_is_told_and_the_first_goes_on(
    begun_workspace: Path, no_locks: dict[str, str], prompter: tuple[str, ...]
) -> None:
    with Terminal("reflect", environment=no_locks) as first:
        typist = Typist(first, begun())
        typist.answer("done")
        typist.sees()
        file = draft_file()
        assert file is not None
        before = file.read_bytes()
        with Terminal("reflect", *prompter, columns=200, environment=no_locks) as second:
            assert second.finish() == 2
            assert second.left_behind == TOLD
        assert file.read_bytes() == before
        typist.answer_all({"look-back-note": "It came up."})
        assert typist.save() == 0
    assert draft_file() is None
    assert (begun_workspace / "journals" / "2026-11-20-learning-leader.md").exists()


def test_a_killed_sitting_keeps_nobody_out(begun_workspace: Path, no_locks: dict[str, str]) -> None:
    with Terminal("reflect", environment=no_locks) as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.kill()
    with Terminal("reflect", environment=no_locks) as terminal:
        terminal.wait_for("is unfinished").press("enter")
        Typist(terminal, typist.session).sees()
    assert draft()["answers"] == {"look-back": "done"}
    assert begun_workspace.exists()
