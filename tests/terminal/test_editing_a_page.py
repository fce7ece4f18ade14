"""`journal edit` and `journal forget` as a person sees them: what an editor did, what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.terminal import Terminal

PAGE = "2026-11-13-learning-leader.md"


@pytest.fixture
def page(begun_workspace: Path) -> Path:
    return begun_workspace / "journals" / PAGE


def editor(tmp_path: Path, script: str) -> dict[str, str]:
    path = tmp_path / "my editor"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return {"EDITOR": f"'{path}' --wait"}


def test_the_page_itself_is_edited_and_then_checked(page: Path, tmp_path: Path) -> None:
    before = page.read_bytes()
    world = editor(tmp_path, 'printf "\\n## Mine\\n\\nBy hand.\\n" >> "$2"')
    with Terminal("journal", "edit", environment=world) as terminal:
        assert terminal.finish() == 0
        assert terminal.left_behind == "1 page, 0 errors"
    assert page.read_bytes() == before + b"\n## Mine\n\nBy hand.\n"
    assert list(page.parent.iterdir()) == [page]


def test_what_is_wrong_is_told_with_its_line_and_nothing_is_mended(
    page: Path, tmp_path: Path
) -> None:
    world = editor(tmp_path, "sed -i 's/^date: .*/date: soon/' \"$2\"")
    with Terminal("journal", "edit", "last week", environment=world) as terminal:
        assert terminal.finish() == 1
        assert f"journals/{PAGE}:4: date: 'soon' is not a date" in terminal.words
    assert "\ndate: soon\n" in page.read_text(encoding="utf-8")


def test_an_editor_that_changes_nothing_leaves_the_page_alone(page: Path, tmp_path: Path) -> None:
    before = page.read_bytes(), page.stat().st_mtime_ns
    with Terminal("journal", "edit", PAGE, environment=editor(tmp_path, "exit 1")) as terminal:
        assert terminal.finish() == 0
    assert (page.read_bytes(), page.stat().st_mtime_ns) == before


def test_an_editor_that_is_not_there_is_told(page: Path) -> None:
    with Terminal("journal", "edit", environment={"EDITOR": "/no/editor"}) as terminal:
        assert terminal.finish() == 2
        assert "the editor '/no/editor' could not be run" in terminal.words


@pytest.mark.parametrize(
    ("keys", "code", "ends", "changed"),
    [
        (("y", "enter"), 0, "Changed 1 place in 1 file.", True),
        (("enter",), 0, "Nothing was changed.", False),
        (("no", "enter"), 0, "Nothing was changed.", False),
        (("ctrl-c",), 130, "learnlead: nothing was changed", False),
    ],
    ids=["y", "Enter", "no", "Ctrl-C"],
)
@pytest.mark.parametrize("options", [[], ["--plain"]], ids=["rich", "plain"])
def test_a_person_is_forgotten_only_after_a_yes(
    page: Path, options: list[str], keys: tuple[str, ...], code: int, ends: str, *, changed: bool
) -> None:
    page.write_text(page.read_text("utf-8") + "\n## Mine\n\nSaw Anna.\n", encoding="utf-8")
    before = page.read_bytes()
    with Terminal("journal", "forget", "anna", *options) as terminal:
        terminal.wait_for("- Saw Anna. + Saw someone.", "Change 1 place in 1 file? [y/N]")
        terminal.press(*keys)
        assert terminal.finish() == code
        assert ends in terminal.words
    assert page.read_bytes() == (before.replace(b"Anna", b"someone") if changed else before)
