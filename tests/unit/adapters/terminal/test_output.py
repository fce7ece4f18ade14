from __future__ import annotations

import fcntl
import io
import os
import pty
import struct
import termios
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.adapters.terminal.output import talk
from learnlead.text.cells import cells
from sizes import examples

WORDS = st.lists(st.text("aä夜-", min_size=1, max_size=9), min_size=1, max_size=40)


def on_a_terminal(text: str, columns: int) -> list[str]:
    """The lines that a terminal of that width is given."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    shown = b""
    with os.fdopen(ours, "rb", buffering=0) as seen:
        with os.fdopen(theirs, "w", encoding="utf-8") as to:
            talk(text, to)
        with suppress(OSError):  # EIO: the other side is closed, and all it was given is read
            while part := seen.read(65536):
                shown += part
    return shown.decode().removesuffix("\r\n").split("\r\n")


@given(WORDS, st.integers(20, 60))
@settings(deadline=None, max_examples=examples(50))
def test_a_terminal_is_given_whole_words_that_fit(words: list[str], columns: int) -> None:
    lines = on_a_terminal(" ".join(words), columns)
    assert all(cells(line) <= columns for line in lines)
    assert " ".join(lines).split(" ") == words


def test_a_path_stays_whole_and_further_lines_are_indented() -> None:
    path = "/home/anna/a-long-way/to/the-page.md"
    assert on_a_terminal(f"  kept in {path} for you", 20) == ["  kept in", f"  {path}", "  for you"]


@pytest.mark.parametrize("columns", [0, 80])
def test_a_terminal_that_does_not_know_its_width_is_a_usual_one(columns: int) -> None:
    lines = on_a_terminal("word " * 20 + "end", columns)
    assert lines == [("word " * 16).strip(), "word " * 4 + "end"]


@given(st.text("ab \n", max_size=200))
def test_whatever_is_no_terminal_is_given_the_text_as_it_is(text: str) -> None:
    stream = io.StringIO()
    talk(text, stream)
    assert stream.getvalue() == f"{text}\n"
