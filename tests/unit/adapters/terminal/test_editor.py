"""A text in the writer's own editor, which is a shell script here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from learnlead.adapters.disk.open_page import OpenAnswer
from learnlead.adapters.terminal.editor import Editing

Opened = Callable[..., Editing]


@pytest.fixture
def answer(tmp_path: Path) -> OpenAnswer:
    return OpenAnswer(tmp_path / "state", "learning-leader", "moment-what:peer")


@pytest.fixture
def opened(tmp_path: Path, answer: OpenAnswer) -> Opened:
    """An editor that does that to the file `$1`."""

    def make(does: str) -> Editing:
        script = tmp_path / "editor.sh"
        script.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        script.chmod(0o700)
        return Editing(answer, [str(script)])

    return make


@pytest.mark.parametrize(
    ("text", "left"),
    [("One.", "One.\nTwo."), ("One.\n", "One.\nTwo."), ("", "Two.")],
)
def test_what_an_editor_appends_stands_on_a_line_of_its_own(
    opened: Opened, answer: OpenAnswer, text: str, left: str
) -> None:
    editing = opened('echo Two. >> "$1"')
    assert editing.edit(text) == (left, "")
    assert answer.read() == f"{left}\n", "the words lie there until they are safe elsewhere"
    editing.taken()
    assert not answer.waits


def test_only_the_writer_can_read_it_meanwhile(opened: Opened, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    opened(f'stat -c %a "$1" "$(dirname "$1")" > {seen}').edit("One.")
    assert seen.read_text(encoding="utf-8").split() == ["600", "700"]


@pytest.mark.parametrize(
    ("does", "said"),
    [
        (":", "editor-unchanged"),
        (': > "$1"', "editor-unchanged"),
        ('rm "$1"', "editor-unchanged"),
        (r"""printf 'caf\351' > "$1" """, "editor-not-utf8"),
    ],
    ids=["as it was", "emptied", "removed", "not UTF-8"],
)
def test_whatever_an_editor_does_no_word_is_lost(
    opened: Opened, answer: OpenAnswer, does: str, said: str
) -> None:
    editing = opened(does)
    assert editing.edit("One.") == ("One.", said)
    editing.taken()
    if said == "editor-not-utf8":
        assert answer.path.read_bytes() == b"caf\xe9"


def test_what_is_no_utf8_is_opened_again_as_it_stands(opened: Opened, answer: OpenAnswer) -> None:
    opened(r"""printf 'caf\351' > "$1" """).edit("One.")
    mends = opened(r"""grep -q "$(printf 'caf\351')" "$1" && echo café > "$1" """)
    assert mends.edit("One.") == ("café", "")


def test_an_editor_that_is_killed_leaves_what_it_saved(opened: Opened) -> None:
    assert opened('echo Saved. > "$1"; kill -9 $$').edit("One.") == ("Saved.", "")


def test_an_editor_that_does_not_run_changes_nothing(answer: OpenAnswer) -> None:
    assert Editing(answer, ["/no/such/editor"]).edit("One.") == ("One.", "editor-failed")


@pytest.mark.parametrize(
    ("typed_since", "whole"),
    [("One.", "From a window."), ("One. More.", "One. More.\n\nFrom a window.")],
)
def test_what_an_editor_of_its_own_window_saves_later_is_taken_the_next_time(
    opened: Opened, answer: OpenAnswer, typed_since: str, whole: str
) -> None:
    editing = opened(":")
    assert editing.edit("One.") == ("One.", "editor-unchanged")
    editing.taken()
    answer.path.write_text("From a window.\n", encoding="utf-8")
    assert editing.edit(typed_since) == (whole, "")
