"""The quick way of `due --quiet` and `trends`, which says the same as the whole program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.kit import CORE, MONTHLY, TODAYS, held
from learnlead.cli.quick import quick
from running import SOURCE, Ran, run, run_program

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
    found, whole = quick(QUIET), run(*QUIET).code
    assert found == (whole if whole in (0, 1) else None)


def test_without_a_workspace_it_is_due(tmp_path: Path) -> None:
    assert quick(QUIET) == run(*QUIET).code == 0


@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_workspace_may_be_named_anywhere(workspace: Path, tmp_path: Path, at: int) -> None:
    held("insight: x\n")
    os.chdir(tmp_path)
    args = [*QUIET[:at], "--workspace", str(workspace), *QUIET[at:]]
    assert quick(QUIET) == 0
    assert quick(args) == run(*args).code == 1


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
    assert quick(args) is None


def test_what_is_wrong_is_told_by_the_whole_program(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEARNLEAD_TODAY", "tomorrow")
    ran = run_program(*QUIET, cwd=workspace)
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr.startswith("learnlead: LEARNLEAD_TODAY is 'tomorrow'")


@pytest.mark.parametrize(
    ("args", "code"), [(QUIET, 1), (("trends",), 0), (("trends", "--all", "--json"), 0)]
)
def test_the_program_goes_the_quick_way_without_anything_heavy(
    workspace: Path, args: tuple[str, ...], code: int
) -> None:
    held("insight: x\n")
    program = (
        "import sys; from learnlead.__main__ import main\n"
        f"sys.argv = ['learnlead', *{args!r}]\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code)\n"
        "print(sorted({'typer', 'pydantic', 'yaml', 'rich', 'questionary'} & set(sys.modules)))"
    )
    env = os.environ | {"PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith(f"{code}\n[]\n")
    assert done.stderr == ""


JOURNALS = {
    "nothing": lambda: None,
    "a sitting": lambda: held("insight: x\n"),
    "some weeks": lambda: [
        held(
            f"date: 2026-{10 + i // 4}-0{1 + 2 * (i % 4)}\nratings: {{own-answers: {1 + i % 5}}}\n"
        )
        for i in range(8)
    ],
}
FLAGS = ((), ("--json",), ("--plain",), ("--all",), ("--json", "--all", "--json"))


@pytest.mark.parametrize("flags", FLAGS, ids=" ".join)
@pytest.mark.parametrize("journal", JOURNALS.values(), ids=JOURNALS)
def test_trends_are_the_same_both_ways(
    workspace: Path,
    journal: Callable[[], object],
    flags: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    journal()
    capsys.readouterr()
    code = quick(["trends", *flags])
    assert Ran(code or 0, *capsys.readouterr()) == run("trends", *flags)
    assert code == 0


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_trends_with_any_settings(
    workspace: Path, settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    held("insight: x\n")
    (workspace / "learnlead.yaml").write_text(settings, encoding="utf-8")
    whole = run("trends", "--json")
    capsys.readouterr()
    code = quick(["trends", "--json"])
    said, talk = capsys.readouterr()
    assert talk == ""
    if whole.stderr:
        assert (code, said) == (None, "")
    else:
        assert (code, said) == (0, whole.stdout)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("journals/2026-11-13-learning-leader.md", "---\nlearnlead: 1\ndate: soon\n---\n"),
        ("journals/2026-12-13-learning-leader.md", None),
        ("rubrics/learning-leader.yaml", "learnlead-rubric: 1\nid: learning-leader\n"),
    ],
)
def test_where_something_is_to_be_told_the_whole_program_tells_it(
    workspace: Path, name: str, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    held("insight: x\n")
    page = (workspace / "journals" / f"{TODAYS}.md").read_text(encoding="utf-8")
    if text is None:
        text = page.replace("date: 2026-11-20", "date: 2026-12-13")
    (workspace / name).write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert quick(["trends"]) is None
    assert capsys.readouterr() == ("", "")
    whole = run("trends")
    program = run_program("trends", cwd=workspace)
    assert program == whole
    assert whole.stderr.startswith("learnlead: ")


@pytest.mark.parametrize(
    "args",
    [
        ("trends", "--format", "html"),
        ("trends", "--rubric", "learning-leader"),
        ("trends", "--json=1"),
        ("trends", "--help"),
        ("trends", "all"),
        ("trends", "--lang", "de"),
        ("--json", "trends"),
        ("trends", "--workspace", "nowhere"),
    ],
)
def test_other_trends_are_left_to_the_whole_program(
    workspace: Path, args: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert quick(args) is None
    assert capsys.readouterr() == ("", "")


def test_without_a_workspace_there_are_no_trends(tmp_path: Path) -> None:
    assert quick(["trends"]) is None
    assert run_program("trends", cwd=tmp_path).code == 2


def test_a_reader_that_has_seen_enough_is_no_error(workspace: Path) -> None:
    held("insight: x\n")
    command = f"{sys.executable} -m learnlead trends --json | head -c 10"
    env = os.environ | {"PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        env=env,
        cwd=workspace,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout) == 10
