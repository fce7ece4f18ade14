"""Answers in words: one word, many lines, pastes, every script, the writer's own editor."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from terminal.drafts import draft
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun, to_editor

pytestmark = pytest.mark.core

LONG = "\n".join("" if n % 7 == 2 else f"Line {n} of what I brought along." for n in range(200))
WIDE = "漢字かな交じり文 🎉 שלום עליכם مرحبا ñ e\u0301 ½ 👩🏽‍🏫"

EDITOR = """\
import sys
sys.stdout.write("\\x1b[?1049h editing \\x1b[?1049l")  # as editors that fill the screen do
with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write(text.upper() + "\\n# from the editor\\n")
"""


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "an editor.py"
    script.write_text(EDITOR, encoding="utf-8")
    monkeypatch.setenv("VISUAL", f"{sys.executable} '{script}'")
    monkeypatch.setenv("EDITOR", "false")


def test_texts_of_every_kind_are_kept_as_they_were_typed(
    begun_workspace: Path, editor: None
) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done"}, until="look-back-note")

        typist.sees()
        terminal.paste(LONG).press("enter")
        typist.session = typist.session.answer({"look-back-note": LONG})

        typist.answer_all({"live": ["formal-authority"]}, until="moment-with")
        typist.sees()
        terminal.press("peer B 漢字", "tab", WIDE)
        terminal.wait_for("peer B 漢字", "漢字かな交じり文", "שלום")
        terminal.press("tab", "one", "ctrl-j", "two", "f1").wait_for("e use your editor")
        terminal.press("e").wait_for("▌ ONE ▌ TWO ▌ ▌ # from the editor")
        assert terminal.screen.alternate
        terminal.press("enter")
        typist.session = typist.session.answer(
            {
                "moment-with": "peer B 漢字",
                "moment-what": WIDE,
                "other-side": "ONE\nTWO\n\n# from the editor",
            }
        )

        typist.sees()
        terminal.paste("a bell\x07 here").press("enter")
        terminal.wait_for("the text holds a control character (U+0007). Please take it out.")
        terminal.wait_for("a bell� here")
        terminal.press(*["left"] * 5, "backspace", "tab", "0", "enter")
        typist.session = typist.session.answer(
            {"evidence:own-answers": "a bell here", "count:own-answers": "0/0"}
        )
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)
        assert terminal.screen.scrollback == []


def test_a_text_longer_than_the_window_scrolls_with_the_cursor(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect", columns=60, rows=12) as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.paste(LONG).wait_for("Line 199 of what I brought along.")
        terminal.press(*["up"] * 4).wait_until_gone("Line 199")
        terminal.press("!").wait_for("Line 195 of what I brought along.!")
        assert terminal.screen.cursor.y < 12


@pytest.mark.parametrize(
    ("variable", "says"),
    [
        ("", "No editor is set: VISUAL or EDITOR would name one."),
        ("no-such-editor-here -x", "no-such-editor-here could not be run."),
        ("'never closed", "No editor is set"),
    ],
)
def test_without_an_editor_the_text_stays(
    begun_workspace: Path, monkeypatch: pytest.MonkeyPatch, variable: str, says: str
) -> None:
    monkeypatch.setenv("EDITOR", variable)
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        to_editor(terminal, "My text", says, "▌ My text")


def test_ctrl_c_in_the_editor_is_the_editors(
    begun_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys\ntry:\n    print('editing', flush=True)\n    sys.stdin.readline()\n"
        "except KeyboardInterrupt:\n    open(sys.argv[1], 'a').write(' and more')\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        to_editor(terminal, "Text", "editing")
        terminal.press("ctrl-c").wait_for("▌ Text ▌ and more")


def test_at_the_plain_door(begun_workspace: Path, editor: None) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.press("one\\", "enter").wait_for_prompt().press("b\x07ll", "enter")
        terminal.wait_for_prompt("that line holds a control character (U+0007)")
        terminal.press(WIDE, "enter")
        typist.session = typist.session.answer({"look-back-note": f"one\n{WIDE}"})
        typist.answer_all({}, until="moment-with")
        typist.sees()
        terminal.press("peer\x01", "enter").wait_for_prompt("Please type it again")
        terminal.press("peer", "enter").wait_for_prompt("What was said or done?")
        terminal.press("/edit", "enter").wait_for_prompt()
        assert draft()["typing"]["begun"]["moment-what"] == "# from the editor"
