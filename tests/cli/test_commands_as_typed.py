"""Started by a path, as in a checkout, the program says its commands with that path."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from learnlead.own_name import COMMANDS
from running import Ran, run_program

BARE = re.compile(rf"(?<![\w/])learnlead (?:{'|'.join(COMMANDS)})\b")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder that looks like a checkout after `make reflect`."""
    folder = tmp_path / "check out"
    script = folder / ".venv" / "bin" / "learnlead"
    script.parent.mkdir(parents=True)
    script.write_text(f"#!{sys.executable}\nfrom learnlead.__main__ import main\n\nmain()\n")
    script.chmod(0o755)
    (folder / "learnlead.yaml").touch()
    return folder


def by_path(checkout: Path, command: str, cwd: Path | None = None, stdin: str = "") -> Ran:
    program = (checkout / ".venv" / "bin" / "learnlead",)
    return run_program(*command.split(), cwd=cwd or checkout, program=program, stdin=stdin)


@pytest.mark.parametrize(
    "command",
    [
        *("", "trends", "trends --plain", "read 2026", "doctor", "journal list", "read"),
        *("plan done", "focus", "ask", "away", "shared", "remind status", "reflect", "note"),
        *("note list", "rubric new x", "rubric show nothing", "coach review", "init"),
        *("trends --workspace nowhere", "trends --nothing", "reflect --answers ."),
        *("reflect --answers-form", "export", "note drop 9"),
    ],
)
def test_whatever_it_says_can_be_typed_there(checkout: Path, command: str) -> None:
    ran = by_path(checkout, command)
    output = ran.stdout + ran.stderr
    assert not BARE.findall(output), output


def test_a_sentence_of_an_error_and_an_answer(checkout: Path) -> None:
    assert "(`.venv/bin/learnlead journal list` shows those" in by_path(checkout, "read").stderr
    assert "Hold one with `.venv/bin/learnlead reflect`" in by_path(checkout, "trends").stdout
    usage = by_path(checkout, "trends --nothing").stderr
    assert usage.startswith("Usage: .venv/bin/learnlead trends")


def test_elsewhere_the_whole_path_is_said(checkout: Path, tmp_path: Path) -> None:
    ran = by_path(checkout, "trends --workspace nowhere", cwd=tmp_path)
    assert f"('{checkout}/.venv/bin/learnlead' init nowhere makes a workspace" in ran.stderr


def test_what_it_shows_of_a_page_stays_as_it_was_written(checkout: Path) -> None:
    words = "I typed `learnlead trends` and learnlead reflect"
    ran = by_path(checkout, "reflect --answers -", stdin=f"insight: {words}\n")
    assert ran.code == 0, ran.stderr
    assert words in by_path(checkout, "read").stdout
    assert words in by_path(checkout, "read 2026").stdout


def test_what_it_writes_to_a_file_has_the_usual_name(checkout: Path) -> None:
    assert by_path(checkout, "trends --output trends.txt").code == 0
    assert "`learnlead reflect`" in (checkout / "trends.txt").read_text(encoding="utf-8")
