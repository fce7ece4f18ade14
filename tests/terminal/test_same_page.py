"""The same answers are the same page, whichever door they came through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from running import run
from terminal.made_answers import ADJUSTED, FIRST, FULL, KEPT, QUICK, Made
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

SECOND = {"kept": KEPT, "adjusted": ADJUSTED, "quick": QUICK, "full": FULL}


def page_of(workspace: Path) -> str:
    """Today's page, without its minutes."""
    text = (workspace / "journals" / "2026-11-20-learning-leader.md").read_text(encoding="utf-8")
    return re.sub(r"\nminutes: \d+", "", text)


def scripted(workspace: Path, made: Made) -> str:
    """The page of the answers as a file; it is gone on return, and last week's is as before."""
    before = {page: page.read_bytes() for page in (workspace / "journals").iterdir()}
    ran = run("reflect", "--answers", "-", stdin=made.script)
    assert (ran.code, ran.stderr) == (0, "")
    text = page_of(workspace)
    for page in (workspace / "journals").iterdir():
        if page in before:
            page.write_bytes(before[page])
        else:
            page.unlink()
    return text


def typed(workspace: Path, made: Made, *, plain: bool) -> str:
    options = ["--depth", made.depth, *(["--plain"] if plain else [])]
    with Terminal("reflect", *options) as terminal:
        typist = (PlainTypist if plain else Typist)(terminal, begun(depth=made.depth))
        typist.answer_all(made.typed)
        assert typist.save() == 0
        if plain:
            assert b"\x1b" not in terminal.raw
    return page_of(workspace)


@pytest.mark.parametrize("plain", [False, True], ids=["rich", "plain"])
def test_a_first_sitting(workspace: Path, plain: bool) -> None:
    expected = scripted(workspace, FIRST)
    assert typed(workspace, FIRST, plain=plain) == expected


@pytest.mark.parametrize("name", SECOND)
def test_a_second_sitting(begun_workspace: Path, name: str) -> None:
    expected = scripted(begun_workspace, SECOND[name])
    assert typed(begun_workspace, SECOND[name], plain=False) == expected


@pytest.mark.parametrize("name", ["kept", "quick"])
def test_a_second_sitting_at_the_plain_door(begun_workspace: Path, name: str) -> None:
    expected = scripted(begun_workspace, SECOND[name])
    assert typed(begun_workspace, SECOND[name], plain=True) == expected
