"""Answers in words: one word, many lines, pastes, every script, the writer's own editor."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from terminal.drafts import draft
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

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
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done"}, until="look-back-note")

        typist.sees()
        terminal.paste(LONG).press("enter", "enter")
        typist.session = typist.session.answer(LONG)

        typist.answer_all({"moment": {"relationship": "other", "with": WIDE}}, until="moment-what")
        typist.sees()
        terminal.press(WIDE)
        terminal.wait_for("漢字かな交じり文", "שלום")
        terminal.press("enter", "enter")
        typist.session = typist.session.answer(WIDE)

        typist.sees()
        terminal.press("one", "enter", "two", "enter", "/e", "enter")
        terminal.wait_for("ONE TWO # from the editor")
        assert terminal.screen.alternate
        terminal.press("enter", "enter")
        typist.session = typist.session.answer("ONE\nTWO\n\n# from the editor")

        typist.sees()
        terminal.paste("a bell\x07 here").press("enter", "enter")
        terminal.wait_for(
            "Not taken: the text holds a control character (U+0007). Please take it out."
        )
        terminal.wait_for("a bell^G here")
        terminal.press(*["left"] * 5, "backspace", "\x05", "enter", "enter")
        typist.session = typist.session.answer("a bell here")

        typist.answer_all({}, until="insight")
        typist.answer("Wait")
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)
        assert terminal.screen.scrollback == []


@pytest.mark.parametrize("size", [(80, 24), (30, 8)])
def test_after_the_first_enter_it_says_that_one_more_ends_the_text(
    begun_workspace: Path, size: tuple[int, int]
) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect", columns=size[0], rows=size[1]) as terminal:
        terminal.wait_for("1 done").press("1").wait_for("Enter twice done")
        terminal.press("She drew it", "enter").wait_for("Enter again done")
        terminal.press("herself.").wait_for("herself.", "Enter twice done")
        terminal.press("enter").wait_for("Enter again done").press("up", "\x05", "!")
        terminal.wait_for("herself.!", "Enter twice done").press("down", "enter")
        terminal.wait_until_gone("herself.!")
        assert draft()["answers"]["look-back-note"] == "She drew it\nherself.!"


def test_a_refused_role_is_asked_for_again(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({}, until="moment")
        typist.sees()
        terminal.press("5").wait_for("With whom?").paste("peer\x01B").press("enter")
        terminal.wait_for("Please take it out", "peer^AB")
        terminal.press("ctrl-u", "peer B /b", "enter").wait_for("Which one, and with whom?")
        terminal.wait_for("› 5").press("enter").wait_for("With whom?")
        terminal.press("ctrl-u", "peer C", "enter")
        typist.session = typist.session.answer({"relationship": "other", "with": "peer C"})
        typist.sees()
        assert draft()["answers"]["moment"] == {"relationship": "other", "with": "peer C"}


def test_a_slip_at_with_whom_keeps_the_words(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({}, until="moment")
        typist.sees()
        terminal.press("5").wait_for("With whom?").press("peer B /x", "enter")
        terminal.wait_for("This isn't for here").press("3").wait_for("› 3").press("enter")
        typist.sees()
        terminal.wait_for("› 5").press("enter").wait_for("> peer B").press("enter")
        typist.session = typist.session.answer({"relationship": "other", "with": "peer B"})
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)
    assert begun_workspace.exists()


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
        terminal.press("My text", "enter", "/e", "enter").wait_for(says, "> My text")


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
        terminal.press("Text", "enter", "/e", "enter").wait_for("editing")
        terminal.press("ctrl-c").wait_for("> Text and more")


def test_at_the_plain_door(begun_workspace: Path, editor: None) -> None:
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.press("one", "enter", "b\x07ll", "enter").wait_for_prompt(
            "Not taken: that line holds a control character (U+0007). Please type it again."
        )
        terminal.press(WIDE, "enter", "enter")
        typist.session = typist.session.answer(f"one\n{WIDE}")
        typist.answer_all({}, until="moment")
        typist.sees()
        terminal.press("5 peer\x01", "enter").wait_for_prompt("Please type it again")
        terminal.press("5 peer", "enter")
        typist.session = typist.session.answer({"relationship": "other", "with": "peer"})
        typist.answer("Word")
        typist.sees()
        terminal.press("edit", "enter")
        typist.session = typist.session.answer("# from the editor")
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)
