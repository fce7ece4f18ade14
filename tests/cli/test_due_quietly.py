"""`learnlead due --quiet` has a quick way of its own, and says the same as the whole program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.kit import CORE, MONTHLY, held
from learnlead.cli.due_quietly import due_quietly
from running import SOURCE, run, run_program

QUIET = ("due", "--quiet")
SETTINGS = {
    "nothing": "",
    "plain": "day: mon\naway: [2026-12-21..2027-01-03]\nrubric: [learning-leader, conversations]\n",
    "away": "away:\n  - 2026-11-16..2026-11-22\n",
    "odd": "away: ['2026-11-16..2026-11-22']\njournal: 'journals'\n",
    "a warning": f"rubric: [{CORE}, nothing]\ncolour: red\n",
    "wrong": "day: someday\n",
    "no rubric": "rubric: nothing\n",
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
@pytest.mark.parametrize("has_held", [False, True])
def test_both_ways_say_the_same(workspace: Path, settings: str, has_held: bool) -> None:
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    if has_held:
        held("insight: x\n")
    (workspace / "learnlead.yaml").write_text(settings, encoding="utf-8")
    quick, whole = due_quietly(QUIET), run(*QUIET).code
    assert quick == (whole if whole in (0, 1) else None)


def test_without_a_workspace_it_is_due(tmp_path: Path) -> None:
    assert due_quietly(QUIET) == run(*QUIET).code == 0


@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_workspace_may_be_named_anywhere(workspace: Path, tmp_path: Path, at: int) -> None:
    held("insight: x\n")
    os.chdir(tmp_path)
    args = [*QUIET[:at], "--workspace", str(workspace), *QUIET[at:]]
    assert due_quietly(QUIET) == 0
    assert due_quietly(args) == run(*args).code == 1


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("due",),
        ("--quiet", "due"),
        (*QUIET, "--json"),
        (*QUIET, "--help"),
        (*QUIET, "--workspace"),
        (*QUIET, "--workspace", "nowhere"),
        (*QUIET, "--workspace", "a", "--workspace", "b"),
        ("note", "due", "--quiet"),
    ],
)
def test_everything_else_is_left_to_the_whole_program(
    workspace: Path, args: tuple[str, ...]
) -> None:
    assert due_quietly(args) is None


def test_what_is_wrong_is_told_by_the_whole_program(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEARNLEAD_TODAY", "tomorrow")
    ran = run_program(*QUIET, cwd=workspace)
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr.startswith("learnlead: LEARNLEAD_TODAY is 'tomorrow'")


def test_the_program_goes_the_quick_way_without_anything_heavy(workspace: Path) -> None:
    held("insight: x\n")
    program = (
        "import sys; from learnlead.__main__ import main\n"
        "sys.argv = ['learnlead', 'due', '--quiet']\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code)\n"
        "print(sorted({'typer', 'pydantic', 'yaml', 'rich', 'questionary'} & set(sys.modules)))"
    )
    env = os.environ | {"PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("1\n[]\n", "")
