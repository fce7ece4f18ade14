"""docs/errors.md shows what the program says, word for word.

After a change that is meant, write it anew with
`LEARNLEAD_UPDATE_GOLDEN=1 pytest tests/cli/test_error_gallery.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.gallery import CHAPTERS, Case, Chapter, arranged
from running import SOURCE, run

pytestmark = pytest.mark.core

GALLERY = Path(__file__).parents[2] / "docs" / "errors.md"
UPDATE = bool(os.environ.get("LEARNLEAD_UPDATE_GOLDEN"))

HEAD = """\
# Every error message, and what to do

Each problem is one line: where it is (`file:line`), what is wrong, and in brackets what to do.
Paths are those of the workspace. What is wrong goes to stderr; only the `check` commands, whose
answer it is, print it to stdout. The exit code says how it ended:

| exit code | meaning |
|---|---|
| 0 | fine |
| 1 | the answer is no, or problems were found |
| 2 | wrong use, or something in a file or an option that does not fit |
| 3 | the machine failed: disk full, no permission; or learnlead itself |
| 130 | Ctrl-C: `learnlead: stopped`; the draft of a typed sitting is kept |
| 129, 143 | a typed sitting whose window was closed, or that SIGTERM ended; the draft is kept |

Should learnlead itself fail, it says so in one line: the command, the kind of failure and where in
the program it happened, nothing that you wrote. Please report that line. With `LEARNLEAD_DEBUG=1` a
traceback follows; it can hold words of your journal, so look through it before you give it away.

This page is written from what the program says, and a test holds it to that. The examples take
place on 20 November 2026.
"""


def said(case: Case) -> str:
    """What the command prints, and how it ends."""
    if case.program or case.behind:
        program = case.program or (sys.executable, "-m", "learnlead")
        done = subprocess.run(
            ["/bin/sh", "-c", f'exec "$@" {case.behind}', "sh", *program, *case.command.split()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONPATH": str(SOURCE)},
            text=True,
            timeout=60,
            check=False,
        )
        printed, code = done.stdout, done.returncode
    else:
        ran = run(*case.command.split())
        printed, code = ran.stderr + ran.stdout, ran.code
    return f"{printed.replace(str(Path.home()), '~')}exit code {code}\n"


def wrapped(words: str) -> str:
    """Lines at most 100 wide, as all Markdown here."""
    return textwrap.fill(words, 100, break_long_words=False, break_on_hyphens=False)


def shown(case: Case) -> str:
    """The files, the command, and what it says."""
    files = "".join(
        "`{}`:\n\n```yaml\n{}\n```\n\n".format(name, content.removesuffix("\n"))
        for name, content in case.files.items()
    )
    typed = " ".join(filter(None, ("learnlead", case.command, case.behind)))
    words = f"{wrapped(case.words)}\n\n" if case.words else ""
    return f"{words}{files}```console\n$ {typed}\n{said(case)}```\n"


def cases() -> Iterator[tuple[Chapter, Case]]:
    for chapter in CHAPTERS:
        for case in chapter.cases:
            yield chapter, case


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the gallery shows a full /dev/full")
def test_the_gallery_shows_what_the_program_says(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = HEAD
    title = ""
    for chapter, case in cases():
        monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("user")))
        arranged(case)
        if chapter.title != title:
            title = chapter.title
            page += f"\n## {title}\n\n{wrapped(chapter.words)}\n"
        page += f"\n{shown(case)}"
    if UPDATE:
        GALLERY.write_text(page, encoding="utf-8")
    assert page == GALLERY.read_text(encoding="utf-8")


def test_every_message_in_it_is_clear() -> None:
    for block in GALLERY.read_text(encoding="utf-8").split("```console\n")[1:]:
        _, *printed, end = block.partition("```")[0].rstrip("\n").split("\n")
        problems = [
            line for line in printed if line.startswith("learnlead: ") or line.endswith(")")
        ]
        assert problems, block
        assert all(line.endswith(")") for line in problems), "each says what to do"
        assert end in {f"exit code {code}" for code in range(4)}
        assert "Traceback" not in block
        assert block.replace("\n", "").isprintable()
