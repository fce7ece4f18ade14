"""learnlead reflect --editor in a real terminal: the editor has it to itself, Ctrl-C and all."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.page.page import parse
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

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


MISTAKE = """\
#!/bin/sh
if grep -q 'Rating:.. 6' "$1"; then sed -i 's/Rating:.. 6/Rating:** 5/' "$1"; exit; fi
sed -i '0,/Rating:..$/s//Rating:** 6/' "$1"
"""


@pytest.fixture
def slipping(editor: None, tmp_path: Path) -> None:
    (tmp_path / "editor.sh").write_text(MISTAKE, encoding="utf-8")


@pytest.mark.parametrize("options", [[], ["--plain"]], ids=["rich", "plain"])
def test_a_mistake_is_told_once_and_mended_kept_or_thrown_away(
    workspace: Path, slipping: None, options: list[str]
) -> None:
    told = "1 problem on the page, each marked above its line: line "
    for number, left in (("2", "What you wrote is kept"), ("3", "Nothing of this sitting is kept")):
        with Terminal("reflect", "--editor", *options) as terminal:
            terminal.wait_for(told, "'6' is not a rating", "Open the editor again")
            assert str(Path.home()) not in terminal.text.partition("1 problem")[2], "no long path"
            terminal.press(number)
            if not options:
                terminal.wait_for(f"› {number}")
            terminal.press("enter")
            assert terminal.finish() == 0
            assert left in " ".join(terminal.left_behind.split())
        waiting = list(Path.home().rglob("editor-*/reflection.md"))
        assert bool(waiting) == (number == "2")
        for page in waiting:
            page.unlink()
    with Terminal("reflect", "--editor", *options) as terminal:
        terminal.wait_for(told).press("enter").wait_for("Your page:")
    (page,) = (workspace / "journals").glob("*.md")
    assert "**Rating:** 5 of 5" in page.read_text(encoding="utf-8")


def test_an_unfinished_sitting_goes_on_where_it_was_begun(workspace: Path, editor: None) -> None:
    assert workspace.exists()
    with Terminal("reflect") as terminal:
        Typist(terminal, begun()).answer(["formal-authority"])
        terminal.wait_for("With whom?").press("ctrl-c").finish()
    with Terminal("reflect", "--editor") as terminal:
        terminal.wait_for("It goes on here at the terminal, not in the editor.", "› 1 Go on")
        terminal.press("enter").wait_for("With whom?").press("ctrl-c").finish()
    with Terminal("reflect", "--editor") as terminal:
        terminal.wait_for("› 1 Go on").press("2").wait_for("› 2 Throw it away").press("enter")
        terminal.wait_for("What is your insight?")
