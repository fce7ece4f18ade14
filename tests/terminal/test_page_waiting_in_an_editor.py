"""A typed sitting finds the page that an editor has left: on with it, anew, or look."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from learnlead.page.page import parse
from running import run
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

pytestmark = pytest.mark.usefixtures("left")

SAVED = datetime(2026, 11, 19, 16, 4).astimezone()
OFFER = "is unfinished as a page in your editor: last saved yesterday at 16:04."


def page() -> Path | None:
    return next(Path.home().rglob("editor-*/reflection.md"), None)


def edit(script: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the editor is this shell script; its page is `$1`."""
    editor = folder / "editor.sh"
    editor.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))


@pytest.fixture
def left(begun_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with an insight, left in an editor that failed."""
    script = "sed -i 's/<!-- insight -->/&\\nSilence **helps**./' \"$1\"; exit 1"
    edit(script, tmp_path, monkeypatch)
    assert run("reflect", "--editor").code == 2
    waiting = page()
    assert waiting is not None
    os.utime(waiting, (SAVED.timestamp(), SAVED.timestamp()))
    assert begun_workspace.exists()


@pytest.mark.parametrize("prompter", [(), ("--plain",)])
def test_it_says_which_and_how_old_and_shows_the_answers(prompter: tuple[str, ...]) -> None:
    with Terminal("reflect", *prompter) as terminal:
        terminal.wait_for("Learning leader, about Friday 20 November 2026,", OFFER)
        terminal.press("3", "enter").wait_for("So far", "keep one thing", "Silence **helps**.")
        assert "Outcome" not in terminal.text
        assert "then I will" not in terminal.text
        terminal.press(*([] if prompter else ["enter"])).wait_for(
            "Throw it away and start again here"
        )
    assert page() is not None


def test_it_goes_on_in_the_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit("sed -i '/this page has waited/d' \"$1\"", tmp_path, monkeypatch)
    with Terminal("reflect", columns=200) as terminal:  # the path on one line
        terminal.wait_for(OFFER, "Go on with it in the editor").press("1", "enter")
        terminal.wait_for("Your page:")
        assert terminal.finish() == 0
    assert page() is None
    (kept,) = Path("~/learnlead/journals").expanduser().glob("2026-11-20-*.md")
    found, _ = parse(kept.read_text(encoding="utf-8"), kept.name)
    assert found is not None
    assert found.reflection.insight == "Silence **helps**."


def test_without_an_editor_nothing_of_it_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR")
    with Terminal("reflect", columns=200) as terminal:
        terminal.wait_for(OFFER).press("1", "enter")
        terminal.wait_for("neither VISUAL nor EDITOR names an editor")
        assert terminal.finish() == 2
    assert page() is not None


def test_anew_throws_it_away_and_begins_here() -> None:
    with Terminal("reflect") as terminal:
        terminal.wait_for(OFFER).press("2", "enter")
        Typist(terminal, begun()).sees()
        assert page() is None
        assert terminal.press("ctrl-c").finish() == 130


def test_stopping_at_the_offer_leaves_it_where_it_is() -> None:
    with Terminal("reflect") as terminal:
        terminal.wait_for(OFFER).press("ctrl-c")
        assert terminal.finish() == 130
    assert page() is not None


def test_learnlead_alone_mentions_it() -> None:
    ran = run()
    line = "an unfinished page of 2026-11-20, last saved on 2026-11-19, waits in your editor"
    assert f"{line} (learnlead reflect)\n" in ran.stdout
