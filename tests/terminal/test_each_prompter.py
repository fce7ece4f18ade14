"""One matrix: each sitting by each of the four prompters leaves the same journal.

The file of answers is what the others are held against. Minutes alone may differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from filling import filled
from learnlead.page.page import parse
from learnlead.rubric.model import Rubric
from learnlead.rubric.reader import read_rubric
from learnlead.shipped import folder
from running import TODAY, run
from terminal.made_answers import (
    ADJUSTED,
    FIRST,
    FULL,
    KEPT,
    OLDER_PLANS,
    QUICK,
    SEVERAL,
    Made,
    with_a_plan,
)
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

RUBRIC = "learning-leader"
SITTINGS = {
    "first": FIRST,
    "kept": KEPT,
    "adjusted": ADJUSTED,
    "quick": QUICK,
    "full": FULL,
    "several": SEVERAL,
}

Journal = dict[str, bytes]


def read_journal(workspace: Path) -> Journal:
    """Every page, today's without its minutes."""
    pages = {page.name: page.read_bytes() for page in (workspace / "journals").glob("*.md")}
    today = f"{TODAY}-{RUBRIC}.md"
    if today in pages:
        pages[today] = re.sub(rb"\nminutes: \d+", b"", pages[today])
    return pages


def scripted(made: Made) -> None:
    ran = run("reflect", "--answers", "-", stdin=made.script)
    assert (ran.code, ran.stderr) == (0, "")


def rich(made: Made) -> None:
    with Terminal("reflect", "--depth", made.depth) as terminal:
        typist = Typist(terminal, begun(depth=made.depth))
        typist.answer_all(made.typed)
        assert typist.save() == 0


def plain(made: Made) -> None:
    with Terminal("reflect", "--depth", made.depth, "--plain") as terminal:
        typist = PlainTypist(terminal, begun(depth=made.depth))
        typist.answer_all(made.typed)
        assert typist.save() == 0
        assert b"\x1b" not in terminal.raw


DOORS: dict[str, Callable[[Made], None]] = {"rich": rich, "plain": plain}


@pytest.fixture
def journals(request: pytest.FixtureRequest, name: str) -> Path:
    """The workspace in which the sitting of that name is held: all but the first look back."""
    found = request.getfixturevalue("workspace" if name == "first" else "begun_workspace")
    assert isinstance(found, Path)
    for day in OLDER_PLANS if name == "several" else ():
        assert run("reflect", "--answers", "-", stdin=with_a_plan(day)).code == 0
    return found


def expected(workspace: Path, made: Made) -> Journal:
    """The journal as the answers in a file leave it; on return it is as before."""
    folder_ = workspace / "journals"
    before = {page: page.read_bytes() for page in folder_.iterdir()}
    scripted(made)
    found = read_journal(workspace)
    for page in folder_.glob("*.md"):
        if page in before:
            page.write_bytes(before[page])
        else:
            page.unlink()
    return found


@pytest.mark.parametrize("prompter", DOORS)
@pytest.mark.parametrize("name", SITTINGS)
def test_typed(journals: Path, name: str, prompter: str) -> None:
    wanted = expected(journals, SITTINGS[name])
    DOORS[prompter](SITTINGS[name])
    for page, text in read_journal(journals).items():
        assert text.decode() == wanted[page].decode()
    assert read_journal(journals) == wanted


@pytest.mark.parametrize("name", SITTINGS)
def test_in_an_editor(
    journals: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = SITTINGS[name]
    wanted = expected(journals, made)
    seen, written = tmp_path / "seen.md", tmp_path / "written.md"
    editor = tmp_path / "editor.sh"
    editor.write_text(f'#!/bin/sh\ncp "$1" {seen}\n[ ! -e {written} ] || cat {written} > "$1"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    assert run("reflect", "--editor", "--depth", made.depth).code == 0
    said, _ = parse(wanted[f"{TODAY}-{RUBRIC}.md"].decode(), RUBRIC)
    assert said is not None
    written.write_text(filled(seen.read_text("utf-8"), said.reflection, _rubric()), "utf-8")

    ran = run("reflect", "--editor", "--depth", made.depth)

    assert ran.code == 0, ran.stderr
    assert read_journal(journals) == wanted


def _rubric() -> Rubric:
    text = (folder("rubrics") / f"{RUBRIC}.yaml").read_text(encoding="utf-8")
    rubric, _ = read_rubric(text, RUBRIC)
    assert rubric is not None
    return rubric
