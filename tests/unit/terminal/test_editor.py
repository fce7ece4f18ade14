"""A text in the writer's own editor, which is a shell script here."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.terminal.editor import edit


@pytest.mark.parametrize(
    ("text", "left"),
    [("One.", "One.\nTwo.\n"), ("One.\n", "One.\nTwo.\n"), ("", "Two.\n")],
)
def test_what_an_editor_appends_stands_on_a_line_of_its_own(
    tmp_path: Path, text: str, left: str
) -> None:
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\necho Two. >> "$1"\n', encoding="utf-8")
    script.chmod(0o700)
    assert edit(text, [str(script)]) == left
