"""A checkout is a workspace of whoever reflects in it; nothing that git tracks is touched."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from learnlead.cli.wiring import PRIVACY
from running import Ran, run_program

CHECKOUT = Path(__file__).parents[2]
ANSWERS = "learnlead: 1\ninsight: Silence does more.\n"


def git(clone: Path, *args: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    command = ["git", *identity, *args]
    return subprocess.run(command, cwd=clone, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What git knows of this checkout, as a clone of its own."""
    if shutil.which("git") is None or not (CHECKOUT / ".git").exists():
        pytest.skip("needs a git checkout: it is what gets cloned")
    folder = tmp_path / "clone"
    listed = git(CHECKOUT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in listed.strip("\0").split("\0"):
        if (CHECKOUT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")
    return folder


def make_workspace(clone: Path) -> str:
    command = ["sh", "tools/workspace.sh"]
    return subprocess.run(command, cwd=clone, check=True, capture_output=True, text=True).stderr


def test_no_command_touches_what_git_tracks(clone: Path) -> None:
    assert not (clone / "learnlead.yaml").exists()
    make_workspace(clone)
    for command, stdin in [
        ("reflect --answers -", ANSWERS),
        ("note a thought", ""),
        ("away 2026-12-21 2027-01-03", ""),
        ("focus set own-answers", ""),
        ("trends --output trends.txt", ""),
        ("export --yes --to Anna --output bundle", ""),
        ("journal forget Anna --yes", ""),
        ("doctor", ""),
        ("due", ""),
    ]:
        ran = run_program(*command.split(), cwd=clone, stdin=stdin)
        assert "Traceback" not in ran.stderr
    assert "2026-12-21" in (clone / "learnlead.yaml").read_text(encoding="utf-8")
    assert list((clone / "journals").glob("2026-*.md"))
    changed = git(clone, "status", "--porcelain").splitlines()
    assert [line for line in changed if not line.startswith("?? ")] == []
    assert {line[3:] for line in changed} <= {"trends.txt", "bundle/"}


def test_the_settings_are_made_once_and_private_and_say_who_can_read(clone: Path) -> None:
    said = make_workspace(clone)
    settings = clone / "learnlead.yaml"
    for line in PRIVACY:
        assert line in said
        assert f"# {line}\n" in settings.read_text(encoding="utf-8")
    assert settings.stat().st_mode & 0o777 == 0o600
    settings.write_text("day: monday\n", encoding="utf-8")
    assert make_workspace(clone) == ""
    assert settings.read_text(encoding="utf-8") == "day: monday\n"


def test_a_link_to_settings_elsewhere_stays(clone: Path) -> None:
    (clone / "learnlead.yaml").symlink_to(clone / "not-there.yaml")
    assert make_workspace(clone) == ""
    assert not (clone / "not-there.yaml").exists()


def in_clone(clone: Path, *args: str | Path, stdin: str = "") -> Ran:
    return run_program(*args, cwd=clone, stdin=stdin, source=clone / "src")


def test_init_elsewhere_brings_what_was_written_and_nothing_is_lost(
    clone: Path, tmp_path: Path
) -> None:
    make_workspace(clone)
    with (clone / "learnlead.yaml").open("a", encoding="utf-8") as settings:
        settings.write("day: monday\n")
    assert in_clone(clone, "reflect", "--answers", "-", stdin=ANSWERS).code == 0
    assert in_clone(clone, "note", "a thought").code == 0
    (clone / "records").mkdir(exist_ok=True)
    (clone / "records" / "asked.md").write_text("asked\n", encoding="utf-8")
    [page] = (clone / "journals").glob("2026-*.md")
    mine = tmp_path / "mine"
    ran = in_clone(clone, "init", mine)
    assert ran.code == 0, ran.stderr
    assert "Brought from" in ran.stdout
    assert "3 files, each read again" in ran.stdout
    assert "The originals stay there" in ran.stdout
    for name in (f"journals/{page.name}", "inbox.md", "records/asked.md"):
        assert (mine / name).read_bytes() == (clone / name).read_bytes()
        assert (mine / name).stat().st_mode & 0o777 == 0o600
    assert not (mine / "journals" / "README.md").exists()
    assert "\nday: monday\n" in (mine / "learnlead.yaml").read_text(encoding="utf-8")

    (mine / "inbox.md").write_text("- [ ] another\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in mine.rglob("*") if path.is_file()}
    again = in_clone(clone, "init", mine)
    assert "Brought" not in again.stdout
    assert "Left alone: inbox.md" in again.stdout
    assert {path: path.read_bytes() for path in mine.rglob("*") if path.is_file()} == before


def test_init_in_the_checkout_itself_brings_nothing(clone: Path) -> None:
    make_workspace(clone)
    assert in_clone(clone, "reflect", "--answers", "-", stdin=ANSWERS).code == 0
    assert "Brought" not in in_clone(clone, "init", clone).stdout


def test_the_checkout_overrides_none_of_its_own_rubrics(clone: Path) -> None:
    make_workspace(clone)
    ran = in_clone(clone, "rubric", "check")
    assert (ran.code, ran.stdout) == (0, "12 files, 0 errors\n")


def test_doctor_says_what_git_clean_would_take_along_and_how_to_move_it(clone: Path) -> None:
    make_workspace(clone)
    said = in_clone(clone, "doctor").stdout
    assert "warning: `git clean -x` deletes what git ignores: your pages, notes" in said
    assert "(`learnlead init DIR` brings copies of them to a workspace" in said
