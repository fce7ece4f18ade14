"""Two sittings of the same rubric at once: the second is told, the first is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.drafts import draft, draft_file
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

TOLD = (
    "learnlead: another sitting of Learning leader is open in another terminal "
    "(finish it there, or stop it there with Ctrl-C and go on here)"
)


@pytest.mark.parametrize("prompter", [(), ("--plain",)])
def test_the_second_is_told_and_the_first_goes_on(
    begun_workspace: Path, prompter: tuple[str, ...]
) -> None:
    with Terminal("reflect") as first:
        typist = Typist(first, begun())
        typist.answer("done")
        typist.sees()
        file = draft_file()
        assert file is not None
        before = file.read_bytes()
        with Terminal("reflect", *prompter, columns=200) as second:
            assert second.finish() == 2
            assert second.left_behind == TOLD
        assert file.read_bytes() == before
        typist.answer_all({"look-back-note": "It came up."})
        assert typist.save() == 0
    assert draft_file() is None
    assert (begun_workspace / "journals" / "2026-11-20-learning-leader.md").exists()


def test_even_before_the_first_answer(begun_workspace: Path) -> None:
    with Terminal("reflect") as first:
        Typist(first, begun()).sees()
        with Terminal("reflect", columns=200) as second:
            assert second.finish() == 2
        assert first.press("ctrl-c").finish() == 130
    assert begun_workspace.exists()


def test_a_killed_sitting_keeps_nobody_out(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.kill()
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished").press("enter")
        Typist(terminal, typist.session).sees()
    assert draft()["answers"] == {"look-back": "done"}
    assert begun_workspace.exists()


IN_EDITOR = (
    "learnlead: a sitting of Learning leader is open in an editor "
    "(save and close its page there; or close it as it is, and go on here)"
)
WAITING_EDITOR = "#!/bin/sh\nprintf 'The editor is open. '\nread -r _\n"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that stays open until Enter, and changes nothing."""
    script = tmp_path / "editor.sh"
    script.write_text(WAITING_EDITOR, encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))


@pytest.mark.usefixtures("editor")
def test_while_an_editor_has_the_page_no_other_door_opens(begun_workspace: Path) -> None:
    with Terminal("reflect", "--editor") as first:
        first.wait_for("The editor is open.")
        for prompter in ((), ("--plain",), ("--editor",)):
            with Terminal("reflect", *prompter, columns=200) as second:
                assert second.finish() == 2
                assert second.left_behind == IN_EDITOR
        first.press("enter").wait_for("not changed")
        assert first.finish() == 0
    assert begun_workspace.exists()


@pytest.mark.usefixtures("editor")
def test_while_a_sitting_is_typed_no_editor_opens(begun_workspace: Path) -> None:
    with Terminal("reflect") as first:
        Typist(first, begun()).sees()
        with Terminal("reflect", "--editor", columns=200) as second:
            assert second.finish() == 2
            assert second.left_behind == TOLD
        assert first.press("ctrl-c").finish() == 130
    with Terminal("reflect", "--editor") as free:
        free.wait_for("The editor is open.").press("enter")
        assert free.finish() == 0
    assert begun_workspace.exists()
