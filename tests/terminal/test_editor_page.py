"""learnlead reflect --editor in a real terminal: the editor has it to itself, Ctrl-C and all."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.page.page import parse
from terminal.terminal import Terminal

EDITOR = """\
#!/bin/sh
trap 'printf "Ctrl-C is a key here. "' INT
printf 'What is your insight? '
read -r insight || read -r insight
sed -i "s/<!-- insight -->/&\\\\n$insight/" "$1"
"""


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "editor.sh"
    script.write_text(EDITOR, encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))


def test_an_editor_has_the_terminal_to_itself(workspace: Path, editor: None) -> None:
    with Terminal("reflect", "--editor") as terminal:
        terminal.wait_for("What is your insight?")
        terminal.press("ctrl-c").wait_for("Ctrl-C is a key here.")
        terminal.press("Silence.", "enter").wait_for("Your page:")
        assert terminal.finish() == 0
    (page,) = (workspace / "journals").glob("*.md")
    found, problems = parse(page.read_text(encoding="utf-8"), page.name)
    assert found is not None
    assert (found.reflection.insight, problems) == ("Silence.", [])


def test_a_window_that_is_closed_loses_nothing_that_was_saved(
    workspace: Path, editor: None
) -> None:
    with Terminal("reflect", "--editor") as terminal:
        terminal.wait_for("What is your insight?")
        (page,) = Path.home().rglob("editor-*/reflection.md")
        text = page.read_text(encoding="utf-8").replace("<!-- insight -->", "<!-- insight -->\nA.")
        page.write_text(text, encoding="utf-8")
        terminal.kill()
    with Terminal("reflect", "--editor") as terminal:
        terminal.wait_for("Here is the page that you left unfinished.", "What is your insight?")
        terminal.press("B.", "enter").wait_for("Your page:")
    (kept,) = (workspace / "journals").glob("*.md")
    assert "B.\nA.\n" in kept.read_text(encoding="utf-8")
