"""What `rubric check` says of wrong files: golden, and word for word in docs/rubric-errors.md.

After a change that is meant, write both anew with
`LEARNLEAD_UPDATE_GOLDEN=1 pytest tests/cli/test_rubric_gallery.py`, and read the difference.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from golden_files import GOLDEN, UPDATE, check_golden
from running import run
from sizes import thinned

pytestmark = pytest.mark.core

GALLERY = Path(__file__).parent / "wrong_rubrics"
PAGE = Path(__file__).parents[2] / "docs" / "rubric-errors.md"
NAMES = sorted(file.relative_to(GALLERY).as_posix() for file in GALLERY.glob("*/*.yaml"))

HEAD = """\
# What is wrong with a rubric, and what to do

`learnlead rubric check` reads rubrics and prompt banks as a compiler reads code. Each problem is
one line: the file and its line, what is wrong, and in brackets what to do. Errors end with exit
code 1. Warnings are about craft, that is how well something asks; a file with warnings alone can
be used, and the exit code is 0.

This page is written from what the program says, and a test holds it to that. How to write a
rubric is in [rubrics.md](rubrics.md).
"""


def golden(name: str) -> str:
    return f"rubric-check/{name.replace('/', '-').removesuffix('.yaml')}.txt"


def copied(name: str, workspace: Path) -> None:
    """The file, in the workspace where it belongs."""
    (workspace / name).parent.mkdir(exist_ok=True)
    shutil.copy(GALLERY / name, workspace / name)


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_file_is_told_as_agreed(name: str, workspace: Path) -> None:
    copied(name, workspace)
    ran = run("rubric", "check", workspace / name)
    assert ran.stderr == ""
    *problems, _ = ran.stdout.splitlines()
    assert problems, "a gallery of wrong files"
    assert all(line.startswith(f"{name}:") and line.endswith(")") for line in problems)
    wrong = any(": warning: " not in line for line in problems)
    assert ran.code == int(wrong)
    check_golden(golden(name), f"{ran.stdout}exit code {ran.code}\n")


@pytest.mark.parametrize("name", thinned(NAMES, 4))
def test_it_is_told_the_same_among_all_files(name: str, workspace: Path) -> None:
    copied(name, workspace)
    lines = run("rubric", "check").stdout.splitlines()
    *alone, _, _ = (GOLDEN / golden(name)).read_text(encoding="utf-8").splitlines()
    assert set(alone) <= set(lines)


def test_the_page_shows_the_same() -> None:
    page = HEAD
    for name in NAMES:
        head, _, text = (GALLERY / name).read_text(encoding="utf-8").partition("\n")
        content = (GOLDEN / golden(name)).read_text(encoding="utf-8")
        page += (
            f"\n## {head.removeprefix('# ')}\n\n"
            f"`{name}`:\n\n```yaml\n{head}\n{text}```\n\n"
            f"```console\n$ learnlead rubric check {name}\n{content}```\n"
        )
    if UPDATE:
        PAGE.write_text(page, encoding="utf-8")
    assert page == PAGE.read_text(encoding="utf-8")
