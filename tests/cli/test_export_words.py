"""What an export answers to a slip, and what it says of git: only what will help."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cli.kit import held
from running import run

DATES = ("--from", "--to", "--until")


def suggested(stderr: str) -> list[str]:
    return re.split(r", ", stderr.strip().removesuffix(")").partition("(")[2].partition(": ")[2])


@pytest.mark.parametrize("option", DATES)
def test_each_date_that_an_error_suggests_is_accepted(workspace: Path, option: str) -> None:
    slip = "2026-99" if option == "--to" else "someday"
    ran = run("export", "--dry-run", option, slip)
    assert ran.code == 2
    forms = suggested(ran.stderr)
    assert len(forms) > 5
    for form in forms:
        again = run("export", "--dry-run", option, form)
        assert again.code == 0, (form, again.stderr)


@pytest.mark.parametrize("share", ["[focus, plans]", "[insights]"])
def test_each_kind_that_an_error_suggests_may_leave(workspace: Path, share: str) -> None:
    Path("learnlead.yaml").write_text(f"share: {share}\n", encoding="utf-8")
    ran = run("export", "--dry-run", "--include", "moments,xyzzy")
    assert ran.code == 2
    for kind in ran.stderr.strip().removesuffix(")").partition("kinds are ")[2].split(", "):
        assert run("export", "--dry-run", "--include", kind).code == 0, kind
    Path("learnlead.yaml").write_text("share: []\n", encoding="utf-8")
    assert "let no line leave" in run("export", "--dry-run", "--include", "xyzzy").stderr


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("output", ["coach.zip", "coach", "kept/coach.zip", "folders/coach"])
def test_a_bundle_that_git_would_take_along_is_told_once(workspace: Path, output: str) -> None:
    subprocess.run(["git", "init", "--quiet", "."], check=True)
    Path(".gitignore").write_text("/kept/\nfolders/coach/\n", encoding="utf-8")
    for folder in ("kept", "folders"):
        Path(folder).mkdir()
    held("date: 2026-11-13\ninsight: Silence helps.\n")
    ran = run("export", "--output", output, "--yes", "--include", "insights")
    assert ran.code == 0, ran.stderr
    warnings = ran.stderr.count(f"learnlead: {output}: warning: git sees this bundle")
    assert warnings == (output in ("coach.zip", "coach"))
    assert ran.stderr.count("git sees") == warnings


def test_no_git_and_no_work_tree_are_no_reason_to_say_anything(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held("date: 2026-11-13\ninsight: Silence helps.\n")
    ran = run("export", "--output", "one.zip", "--yes", "--include", "insights")
    assert (ran.code, "git" in ran.stderr) == (0, False)
    Path(".git").mkdir()
    monkeypatch.setenv("PATH", str(workspace / "no-programs"))
    ran = run("export", "--output", "two.zip", "--yes", "--include", "insights")
    assert (ran.code, "git" in ran.stderr) == (0, False)
