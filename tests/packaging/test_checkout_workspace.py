"""A checkout is a workspace of whoever reflects in it; nothing that git tracks is touched."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from machine import bare_machine
from running import Ran, run_program

pytestmark = pytest.mark.xdist_group("clone")  # in one process, which makes it once

CHECKOUT = Path(__file__).parents[2]
ANSWERS = "learnlead: 1\ninsight: Silence does more.\n"


def git(clone: Path, *args: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    command = ["git", *identity, *args]
    return subprocess.run(command, cwd=clone, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def fresh_clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git knows of this checkout, as a clone of its own, and what Python has compiled."""
    if shutil.which("git") is None or not (CHECKOUT / ".git").exists():
        pytest.skip("needs a git checkout: it is what gets cloned")
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    listed = git(CHECKOUT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    compiled = (str(path.relative_to(CHECKOUT)) for path in (CHECKOUT / "src").rglob("*.pyc"))
    for name in (*listed.strip("\0").split("\0"), *compiled):
        if (CHECKOUT / name).is_file() and not name.startswith(("tests/", "benchmarks/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")
    return folder


@pytest.fixture
def clone(fresh_clone: Path, tmp_path: Path) -> Path:
    """A clone of this checkout for the test alone."""
    return shutil.copytree(fresh_clone, tmp_path / "clone", symlinks=True)


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
    assert all(len(line) <= 80 for line in said.splitlines()), "no word is broken by the terminal"
    for line in ENGLISH.lines("made.privacy"):
        assert line in " ".join(said.split())
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
    assert f"Copied from {clone}, each read again: 3 files." in ran.stdout
    originals = f"inbox.md, journals/{page.name}, records/."
    assert f"The originals are still in {clone}: {originals}\n" in ran.stdout
    assert f"Look at the copies in {mine}; then delete these originals, not the" in ran.stdout
    for name in (f"journals/{page.name}", "inbox.md", "records/asked.md"):
        assert (mine / name).read_bytes() == (clone / name).read_bytes()
        assert (mine / name).stat().st_mode & 0o777 == 0o600
    assert not (mine / "journals" / "README.md").exists()
    assert "\nday: monday\n" in (mine / "learnlead.yaml").read_text(encoding="utf-8")

    (mine / "inbox.md").write_text("- [ ] another\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in mine.rglob("*") if path.is_file()}
    again = in_clone(clone, "init", mine)
    assert "Copied" not in again.stdout
    assert "There already, and the same: 2 files." in again.stdout
    assert "Left alone: inbox.md" in again.stdout
    assert f"Not copied: the settings in {clone}/learnlead.yaml, since" in again.stdout
    assert f"The originals are still in {clone}: journals/{page.name}, records/.\n" in again.stdout
    assert {path: path.read_bytes() for path in mine.rglob("*") if path.is_file()} == before


def test_init_in_the_checkout_itself_brings_nothing(clone: Path) -> None:
    make_workspace(clone)
    assert in_clone(clone, "reflect", "--answers", "-", stdin=ANSWERS).code == 0
    said = in_clone(clone, "init", clone).stdout
    assert "opied" not in said
    assert "originals" not in said


def test_init_within_the_journal_that_would_move_is_refused(clone: Path) -> None:
    make_workspace(clone)
    inside = clone / "journals" / "mine"
    ran = in_clone(clone, "init", inside)
    assert (ran.code, ran.stdout) == (2, "")
    assert f"{inside} lies in the journal that would move (name a folder elsewhere" in ran.stderr
    assert not inside.exists()


def test_every_original_that_is_to_be_deleted_is_named(clone: Path, tmp_path: Path) -> None:
    make_workspace(clone)
    names = [f"journals/2026-11-{day:02}.md" for day in range(1, 13)]
    for name in names:
        (clone / name).parent.mkdir(exist_ok=True)
        (clone / name).write_text("words\n", encoding="utf-8")
    said = in_clone(clone, "init", tmp_path / "mine").stdout
    assert [line.strip() for line in said.splitlines() if line.strip() in names] == names


def test_init_elsewhere_brings_or_names_whatever_lies_in_the_journal(
    clone: Path, tmp_path: Path
) -> None:
    make_workspace(clone)
    brought = [
        *("journals/2025/2025-11-20-learning-leader.md", "journals/notes.txt", "inbox.md~"),
        *("journals/asked.md", "journals/drafts/a.md", "records/old/asked.md", "rubrics/mine.yaml"),
        "journals/2026-11-20-learning-leader (conflicted copy).md",
    ]
    for name in brought:
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        (clone / name).write_text("words\n", encoding="utf-8")
    (clone / "journals" / "2025" / "photo.jpg").write_bytes(b"\0")
    (clone / "journals" / "link").symlink_to(tmp_path)
    (clone / "bundle.zip").write_bytes(b"")
    assert in_clone(clone, "focus", "set", "own-answers").code == 0
    mine = tmp_path / "mine"
    ran = in_clone(clone, "init", mine)
    assert ran.code == 0, ran.stderr
    there = {str(path.relative_to(mine)) for path in mine.rglob("*") if path.is_file()}
    assert there == {*brought, "learnlead.yaml"}
    lines = ran.stdout.splitlines()
    assert f"Not copied (no text): journals/2025/photo.jpg, in {clone}." in lines
    assert f"Not copied (a link to a folder): journals/link, in {clone}." in lines
    assert any(line.startswith("Not copied: the focus that waits") for line in lines)
    [originals] = [line for line in lines if line.startswith("The originals are still in")]
    assert "journals/drafts/, " in originals
    assert "journals/2025/2025-11-20-learning-leader.md, " in originals, "photo.jpg has to stay"
    for name in brought:
        assert (clone / name).is_file()


def test_init_names_a_reminder_that_stays_with_the_checkout(
    clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_workspace(clone)
    machine = bare_machine(tmp_path / "bin", monkeypatch)
    machine.with_cron()
    machine.with_desktop()
    assert "the reminder by" not in in_clone(clone, "init", tmp_path / "first").stdout
    assert in_clone(clone, "remind", "on", "--yes").code == 0
    said = in_clone(clone, "init", tmp_path / "second").stdout
    assert f"Not copied: the reminder by cron, which is about {clone}: `learnlead" in said


def test_init_says_the_command_that_begins_in_the_new_workspace(
    clone: Path, tmp_path: Path
) -> None:
    make_workspace(clone)
    mine = tmp_path / "my journal"
    [line] = [
        line
        for line in in_clone(clone, "init", mine).stdout.splitlines()
        if line.startswith("Begin with: ")
    ]
    assert line == f"Begin with: learnlead reflect --workspace '{mine}'"
    command = shlex.split(line)[3:]
    held = in_clone(clone, *command, "--answers", "-", stdin=ANSWERS)
    assert held.code == 0, held.stderr
    assert list((mine / "journals").glob("2026-*.md"))
    assert not list((clone / "journals").glob("2026-*.md"))


def test_the_checkout_overrides_none_of_its_own_rubrics(clone: Path) -> None:
    make_workspace(clone)
    ran = in_clone(clone, "rubric", "check")
    shipped = [*(clone / "rubrics").glob("*.yaml"), *(clone / "prompts").glob("*.yaml")]
    assert (ran.code, ran.stdout) == (0, f"{len(shipped)} files, 0 errors\n")


def test_after_make_reflect_the_doctor_finds_nothing_wrong(clone: Path) -> None:
    (clone / "journals").chmod(0o755)
    make_workspace(clone)
    ran = in_clone(clone, "doctor")
    assert (ran.code, ran.stderr) == (0, "")
    assert "Nothing is wrong, 1 warning.\n" in ran.stdout


def test_doctor_says_what_git_clean_would_take_along_and_how_to_move_it(clone: Path) -> None:
    make_workspace(clone)
    said = in_clone(clone, "doctor").stdout
    assert "warning: `git clean -x` deletes what git ignores: your pages, notes" in said
    assert "(`learnlead init DIR` brings copies of them to a workspace" in said


def test_doctor_says_what_git_would_take_along_and_nothing_of_what_it_ignores(
    clone: Path,
) -> None:
    make_workspace(clone)
    assert in_clone(clone, "reflect", "--answers", "-", stdin=ANSWERS).code == 0
    export = ("export", "--yes", "--include", "insights", "--names", "stay", "--to", "Anna")
    assert in_clone(clone, *export, "--output", "bundle").code == 0
    (clone / "dist").mkdir()
    assert in_clone(clone, *export, "--again", "--output", "dist/b.zip").code == 0
    assert in_clone(clone, "init", clone / "docs" / "mine").code == 0
    ran = in_clone(clone, "doctor")
    assert ran.code == 0, ran.stdout
    seen = [line for line in ran.stdout.splitlines() if "git sees" in line]
    could = "whoever gets the repository could read it"
    mend = "(name it in .gitignore, or move it out of the work tree)"
    assert seen == [
        f"docs/mine/: warning: git sees this workspace: {could} {mend}",
        f"bundle: warning: git sees this bundle: {could} {mend}",
    ]
    inside = in_clone(clone, "doctor", "--workspace", clone / "docs" / "mine").stdout
    assert "journals, records, inbox.md: warning: git sees what you write here" in inside


def test_without_git_the_doctor_says_nothing_of_it(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_workspace(clone)
    assert in_clone(clone, "init", clone / "mine").code == 0
    monkeypatch.setenv("PATH", str(clone))
    ran = in_clone(clone, "doctor")
    assert (ran.code, "git sees" in ran.stdout) == (0, False)
