"""`learnlead demo`: a recorded sitting, in a terminal or as text; nothing is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from learnlead.shipped import DEMO
from running import run_program
from terminal.terminal import Terminal

RECORDING = json.loads(DEMO.read_text(encoding="utf-8"))
PLAIN = Path(__file__).parents[2] / "docs" / "plain-sitting.txt"
INSIGHT = "It is worse when you count."
AFTER = "That was a sitting of somebody invented. Yours begins with: learnlead reflect"


def home() -> list[Path]:
    return sorted(Path.home().rglob("*"))


def hurried(terminal: Terminal) -> None:
    terminal.wait_for("Any key makes it faster, q leaves.")
    terminal.press(*"fffffff")


def test_it_goes_through_a_whole_sitting_and_writes_nothing() -> None:
    before = home()
    with Terminal("demo") as terminal:
        hurried(terminal)
        assert terminal.finish() == 0
        assert AFTER in terminal.words
        assert terminal.left_behind
    assert INSIGHT.encode() in terminal.raw
    assert b"Sittings held: 2" in terminal.raw or b"Saved." in terminal.raw
    assert home() == before


@pytest.mark.parametrize("key", ["q", "Q", "ctrl-c"])
def test_a_key_leaves_at_once_and_the_terminal_is_as_it_was(key: str) -> None:
    with Terminal("demo") as terminal:
        terminal.wait_for("Any key makes it faster, q leaves.")
        terminal.press(key)
        assert terminal.finish() == 0
        assert not terminal.screen.alternate
    assert AFTER not in terminal.words
    assert terminal.raw.endswith(b"\x1b[0m\x1b[?25h\x1b[?1049l")


def test_without_colours_where_somebody_minds() -> None:
    with Terminal("demo", environment={"NO_COLOR": "1"}) as terminal:
        hurried(terminal)
        assert terminal.finish() == 0
    assert set(re.findall(rb"\x1b\[[0-9;]*m", terminal.raw)) == {b"\x1b[0m"}


def test_the_terminal_is_asked_for_nothing() -> None:
    with Terminal("demo") as terminal:
        hurried(terminal)
        assert terminal.finish() == 0
    for question in (b"\x1b[6n", b"\x1b[?2004h"):
        assert question not in terminal.raw


@pytest.mark.parametrize(
    ("options", "columns", "rows"), [(("--plain",), 80, 24), ((), 79, 24), ((), 80, 23)]
)
def test_plainly_or_in_a_small_window_it_is_text(
    options: tuple[str, ...], columns: int, rows: int
) -> None:
    with Terminal("demo", *options, columns=columns, rows=rows) as terminal:
        assert terminal.finish() == 0
        assert AFTER in terminal.words
    assert b"\x1b[" not in terminal.raw


def test_off_a_terminal_it_is_the_conversation_and_no_more() -> None:
    ran = run_program("demo")
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout == RECORDING["plain"]
    assert PLAIN.read_text("utf-8").endswith(ran.stdout), "make pictures writes both"
