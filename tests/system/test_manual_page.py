"""The manual page as man and mandoc read it."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from golden_files import check_golden
from manual import MANUAL

pytestmark = pytest.mark.system


def read_by(*command: str) -> str:
    """What the program writes; it may warn of nothing."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}: make test-system installs it")
    done = subprocess.run([*command, MANUAL], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def test_man_shows_it_without_a_warning() -> None:
    shown = read_by("man", "--warnings", "-E", "UTF-8", "-l")
    assert "learnlead - a coach for leaders" in shown
    assert "EXIT STATUS" in shown


def test_mandoc_finds_no_fault_in_it() -> None:
    assert read_by("mandoc", "-T", "lint", "-W", "warning") == ""


def test_its_beginning_reads_as_agreed() -> None:
    shown = read_by("mandoc", "-T", "ascii", "-O", "width=80")
    plain = "".join(
        letter
        for at, letter in enumerate(shown)
        if letter != "\b" and shown[at + 1 : at + 2] != "\b"
    )
    check_golden("manual.txt", plain.partition("learnlead note list")[0].rstrip() + "\n")
