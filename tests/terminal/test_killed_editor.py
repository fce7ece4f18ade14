"""An editor that is killed leaves a terminal that can be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

KILLED = """\
#!/bin/sh
stty raw -echo
printf '\\033[?1049h\\033[?25l\\033[7mIn the editor'
kill -9 $$
"""
SHELL = 'sh -c \'"$0" "$1"; exit $?\' '


@pytest.fixture(params=["", SHELL], ids=["killed", "killed within a shell"])
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """An editor that has the screen to itself, and is killed there."""
    script = tmp_path / "editor.sh"
    script.write_text(KILLED, encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", f"{request.param}{script}")


def test_after_a_sitting_in_an_editor(begun_workspace: Path, editor: None) -> None:
    with Terminal("reflect", "--editor", columns=120) as terminal:
        assert terminal.finish() == 2
        assert "failed" in terminal.left_behind
        assert "In the editor" not in terminal.left_behind
        assert terminal.echoes
        assert not terminal.screen.cursor.hidden
    assert begun_workspace.exists()


@pytest.mark.parametrize("kind", [Typist, PlainTypist])
def test_in_the_midst_of_a_sitting(
    begun_workspace: Path, editor: None, kind: Callable[..., Typist]
) -> None:
    plain = [] if kind is Typist else ["--plain"]
    with Terminal("reflect", *plain, columns=120) as terminal:
        typist = kind(terminal, begun())
        typist.answer_all({"look-back": "done"}, until="look-back-note")
        typist.sees()
        if plain:
            terminal.press("/edit", "enter")
        else:
            terminal.press("?").wait_for("use your editor").press("e")
        terminal.wait_for("Nothing new came back")
        assert b"In the editor" in terminal.raw
        assert "In the editor" not in terminal.text
        if plain:
            terminal.wait_for_prompt().press("/stop", "enter")
        else:
            terminal.press("Silence.").wait_for("▌ Silence.").press("ctrl-c")
        assert terminal.finish() == 130
        assert terminal.echoes
        assert not terminal.screen.cursor.hidden
    assert begun_workspace.exists()
