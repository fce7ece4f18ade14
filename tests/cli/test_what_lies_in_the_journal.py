"""One thing in journals/ that is no page, or a copy of one: every command goes on without it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.kit import CORE, as_json, held
from running import run

COMMANDS: tuple[tuple[tuple[str, ...], int], ...] = (
    (("due",), 1),
    (("due", "--quiet"), 1),
    (("trends",), 0),
    (("trends", "--json"), 0),
    (("trends", "--by", "month"), 0),
    ((), 0),
    (("read", "2026"), 0),
    (("plan", "list"), 0),
    (("focus", "show"), 0),
    (("remind",), 0),
    (("ask",), 0),
    (("journal", "list"), 0),
    (("read", f"2026-11-20-{CORE}"), 0),
    (("search", "silence"), 0),
    (("journal", "forget", "Zoe", "--dry-run"), 0),
    (("rubric", "check"), 0),
    (("export", "--dry-run"), 0),
)
"""And how they end where there is nothing in the journal but a page of this week."""


def lost(path: Path) -> None:
    path.with_suffix(".md").symlink_to("nowhere")


def looping(path: Path) -> None:
    path.with_suffix(".md").symlink_to(path.with_suffix(".md"))
    path.with_name("around").symlink_to(path.with_name("about"))
    path.with_name("about").symlink_to(path.with_name("around"))


def to_a_folder(path: Path) -> None:
    path.with_suffix(".md").symlink_to("/")


def pipe(path: Path) -> None:
    os.mkfifo(path.with_suffix(".md"))


def to_a_device(path: Path) -> None:
    path.with_suffix(".md").symlink_to("/dev/zero")


def no_utf_8(path: Path) -> None:
    path.with_name("2026-11-06-caf\udce9.md").write_text("---\nlearnlead: 1\n---\n")


def of_syncthing(path: Path) -> None:
    page = path.with_name(f"2026-11-20-{CORE}.md")
    conflict = f"2026-11-20-{CORE}.sync-conflict-20261120-143015-ABCDEF7.md"
    path.with_name(conflict).write_text(page.read_text("utf-8"), "utf-8")


def of_dropbox(path: Path) -> None:
    page = path.with_name(f"2026-11-20-{CORE}.md")
    conflict = f"2026-11-20-{CORE} (Ann's conflicted copy 2026-11-20).md"
    path.with_name(conflict).write_text(page.read_text("utf-8"), "utf-8")


NOT_CHANGED = "Not changed, and to be looked at by yourself: "


@pytest.fixture
def sat(workspace: Path) -> Path:
    held("ratings: {own-answers: 4}\ninsight: Silence helps.\nfocus: {behaviour: own-answers}\n")
    return workspace


@pytest.mark.parametrize(
    "put_there",
    [lost, looping, to_a_folder, pipe, to_a_device, no_utf_8, of_syncthing, of_dropbox],
)
def test_every_command_goes_on(sat: Path, put_there: Callable[[Path], None]) -> None:
    before = {command: run(*command) for command, _ in COMMANDS}
    assert {command: ran.code for command, ran in before.items()} == dict(COMMANDS)
    put_there(sat / "journals" / "2026-11-06-mine")
    for command, code in COMMANDS:
        ran = run(*command)
        assert ran.code == code, (command, ran.stderr)
        if "--json" not in command and command != ("ask",):  # its wording takes turns
            problem_line = "1 problem in the journal (learnlead journal check)\n"
            output = ran.stdout.replace(problem_line, "")
            if "forget" in command:  # names what it did not look into
                output = output.partition("Left as they are")[0]
            assert output == before[command].stdout, command
        for line in ran.stderr.removesuffix("\n").splitlines():
            about_it = ("learnlead: journals/", f"{NOT_CHANGED}journals/")
            assert line in before[command].stderr or line.startswith(about_it)
    checked = run("journal", "check")
    assert checked.stdout.startswith("journals/2026-11-")
    assert run("reflect", "--answers", "-", stdin="insight: More\n").code == 0


def test_copies_are_told_by_every_command_that_reads_pages(sat: Path) -> None:
    of_syncthing(sat / "journals" / "x")
    of_dropbox(sat / "journals" / "x")
    sentence = (
        "is not counted as a sitting (take over what 2026-11-20-learning-leader.md lacks, then "
        "delete this copy)"
    )
    for command in (
        *(("trends",), ("read", "2026"), ("plan", "list"), ("focus", "show"), ("journal", "list")),
        *(("search", "silence"), ("export", "--dry-run"), ("journal", "check")),
        ("doctor",),
    ):
        ran = run(*command)
        assert (ran.stderr + ran.stdout).replace("\n", " ").count(sentence) == 2, command
    assert as_json("trends")["sittings"] == 1
    assert len(as_json("read", "2026")["sittings"]) == 1


def test_a_person_is_taken_out_of_copies_as_well(sat: Path) -> None:
    held("date: 2026-11-13\ninsight: Zoe asked.\n")
    page = sat / "journals" / f"2026-11-13-{CORE}.md"
    names = (f"2026-11-13-{CORE} (Ann's conflicted copy 2026-11-20).md", "2026-11-13 \udce9.md")
    for name in names:
        page.with_name(name).write_text(page.read_text("utf-8"), "utf-8")
    ran = run("journal", "forget", "Zoe", "--yes")
    assert ran.code == 0
    assert NOT_CHANGED not in ran.stderr
    for name in (page.name, *names):
        text = page.with_name(name).read_text("utf-8")
        assert ("Zoe" in text, "Someone asked" in text or "someone asked" in text) == (False, True)
