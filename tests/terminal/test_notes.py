"""A note on Tuesday, taken up on Friday, as a person sees it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

NOTED = "Noted: your next sitting offers it as a moment."
LINE = "One line for later:"


def inbox(workspace: Path) -> str:
    return (workspace / "inbox.md").read_text(encoding="utf-8")


def page(workspace: Path) -> str:
    return (workspace / "journals" / "2026-11-20-learning-leader.md").read_text(encoding="utf-8")


def test_a_note_is_one_line_with_the_keys_of_a_sitting(workspace: Path) -> None:
    with Terminal("note") as terminal:
        terminal.wait_for("One line for later", "Esc back · ? help")
        terminal.press("?").wait_for("Your next sitting offers this line as a moment.")
        assert "x this doesn't belong here" not in terminal.text, "it is no sitting"
        terminal.press("x", "escape").wait_until_gone("Your next sitting")
        terminal.press("Kim asked why", "escape").wait_for("Esc once more throws it away.")
        terminal.press(".", "enter")
        assert terminal.finish() == 0
        assert terminal.left_behind == NOTED
    assert inbox(workspace) == "- [ ] 2026-11-20 Kim asked why.\n"


def test_esc_goes_back_and_notes_nothing(workspace: Path) -> None:
    for typed in ([], ["Kim", "escape"]):
        with Terminal("note") as terminal:
            terminal.wait_for("One line for later").press(*typed)
            if typed:
                terminal.wait_for("Esc once more")
            terminal.press("escape")
            assert terminal.finish() == 0
            assert terminal.left_behind == "Nothing was noted."
    assert not (workspace / "inbox.md").exists()


def test_at_the_plain_door_it_is_a_line(workspace: Path) -> None:
    with Terminal("note", "--plain") as terminal:
        terminal.wait_for(LINE).press("Kim asked why", "enter")
        assert terminal.finish() == 0
        assert terminal.left_behind == f"{LINE} Kim asked why\n{NOTED}"
        assert b"\x1b" not in terminal.raw
    assert inbox(workspace) == "- [ ] 2026-11-20 Kim asked why\n"


def test_what_it_asks_is_talk_and_no_answer(workspace: Path, tmp_path: Path) -> None:
    answer = tmp_path / "answer"

    def redirected() -> None:
        os.dup2(os.open(answer, os.O_WRONLY | os.O_CREAT), 1)

    with Terminal("note", preparing=redirected) as terminal:
        terminal.wait_for(LINE).press("Kim asked why", "enter")
        assert terminal.finish() == 0
    assert answer.read_text(encoding="utf-8") == f"{NOTED}\n"


def test_several_pasted_lines_are_one_note_and_nothing_is_left_for_the_shell(
    workspace: Path,
) -> None:
    with Terminal("note") as terminal:
        terminal.wait_for("One line for later").paste("Kim asked\nwhy\nagain").press("enter")
        assert terminal.finish() == 0
    assert inbox(workspace) == "- [ ] 2026-11-20 Kim asked why again\n"


@pytest.mark.parametrize("options", [[], ["--plain"]], ids=["rich", "plain"])
def test_a_word_like_a_command_is_asked_about(workspace: Path, options: list[str]) -> None:
    with Terminal("note", "lists", *options) as terminal:
        terminal.wait_for("Keep the note “lists”? [y/N]").press("enter")
        assert terminal.finish() == 0
        assert terminal.left_behind.startswith("`learnlead note list` is a command.\n")
        assert terminal.left_behind.endswith("Nothing was noted.")
    assert not (workspace / "inbox.md").exists()
    with Terminal("note", "lists", *options) as terminal:
        terminal.wait_for("Keep the note “lists”? [y/N]").press("y", "enter")
        assert terminal.finish() == 0
    assert inbox(workspace) == "- [ ] 2026-11-20 lists\n"


def test_a_note_is_shown_before_it_is_dropped_and_goes_only_with_a_yes(workspace: Path) -> None:
    (workspace / "inbox.md").write_text("- Kim asked why\n- Ola drew it\n", encoding="utf-8")
    for key, left in (("enter", "- Kim asked why\n- Ola drew it\n"), ("y", "- Ola drew it\n")):
        with Terminal("note", "drop", "1") as terminal:
            terminal.wait_for("Drop this note? [y/N]")
            assert "- Kim asked why" in terminal.words
            terminal.press(*dict.fromkeys((key, "enter")))
            assert terminal.finish() == 0
        assert inbox(workspace) == left


def test_ctrl_c_drops_nothing(workspace: Path) -> None:
    (workspace / "inbox.md").write_text("- Kim asked why\n", encoding="utf-8")
    with Terminal("note", "drop", "1") as terminal:
        terminal.wait_for("Drop this note? [y/N]").press("ctrl-c")
        assert terminal.finish() == 130
        assert terminal.left_behind.endswith("learnlead: nothing was dropped")
    assert inbox(workspace) == "- Kim asked why\n"


def test_notes_are_edited_in_ones_own_editor(workspace: Path, tmp_path: Path) -> None:
    (workspace / "inbox.md").write_text("- Kim asked why\n", encoding="utf-8")
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "- Ola drew it" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    with Terminal("note", "edit", environment={"EDITOR": str(editor)}) as terminal:
        assert terminal.finish() == 0
        assert terminal.left_behind == "2 notes wait."
    assert inbox(workspace) == "- Kim asked why\n- Ola drew it\n"


@pytest.mark.parametrize("options", [[], ["--plain"]], ids=["rich", "plain"])
def test_ctrl_c_and_enter_on_nothing_note_nothing(workspace: Path, options: list[str]) -> None:
    with Terminal("note", *options) as terminal:
        terminal.wait_for("One line for later").press("Kim", "ctrl-c")
        assert terminal.finish() == 130
        assert terminal.left_behind.endswith("learnlead: nothing was noted")
    with Terminal("note", *options) as terminal:
        terminal.wait_for("One line for later").press("enter")
        assert terminal.finish() == 0
        assert terminal.left_behind.endswith("Nothing was noted.")
    assert not (workspace / "inbox.md").exists()


@pytest.fixture
def noted(begun_workspace: Path) -> Path:
    long = "and then she went on to tell the whole story from its very beginning to its end"
    lines = ["- [ ] 2026-11-17 Kim asked why", "* Ola drew it", f"- [ ] 2026-11-19 A {long}"]
    (begun_workspace / "inbox.md").write_text("\n".join(lines), encoding="utf-8")
    return begun_workspace


def test_a_note_becomes_a_moment_with_its_number_and_is_ticked(noted: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done", "live": ["formal-authority"]}, until="note")
        typist.sees()
        terminal.wait_for("1 ▌ Tuesday: Kim asked why", "2 ▌ Ola drew it", "beginning to its end")
        terminal.press("1")
        typist.session = typist.session.answer({"note": "Kim asked why"})
        typist.sees()
        terminal.wait_for("▌ Kim asked why").press("tab", ", so I waited.", "tab", "tab")
        told = {"moment-what": "Kim asked why, so I waited."}
        typist.session = typist.session.answer(told)
        typist.answer_all({})
        assert typist.save() == 0
    assert told["moment-what"] in page(noted)
    ticked, also, left = inbox(noted).split("\n")
    assert (ticked, also) == ("- [x] 2026-11-17 Kim asked why", "* Ola drew it")
    assert left.startswith("- [ ] 2026-11-19 A and then")


def test_at_the_plain_door_it_is_its_number(noted: Path) -> None:
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer_all({"live": ["formal-authority"]}, until="note")
        typist.sees()
        assert "from its very beginning to its end" in terminal.words
        typist.answer("Kim asked why")
        typist.answer_all({"moment-what": "Kim asked why"})
        assert typist.save() == 0
        assert b"\x1b" not in terminal.raw
    assert "Kim asked why" in page(noted)
    assert inbox(noted).startswith("- [x] 2026-11-17 Kim asked why\n* Ola drew it\n- [ ] ")
