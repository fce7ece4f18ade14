"""`learnlead rubric pack|add`: a rubric goes from one workspace to another, checked and shown."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from learnlead.adapters.disk.files.temporaries import is_temporary
from learnlead.rubric.pack import hash_of, read_pack, write_pack
from running import run

LICENCE = "CC BY 4.0, Jo Doe\n"


@pytest.fixture
def pack(workspace: Path) -> Path:
    """A pack of a rubric of one's own, whose files are gone from the workspace again."""
    assert run("rubric", "new", "meetings", "--from-template").code == 0
    Path("terms.txt").write_text(LICENCE)
    packing = ("rubric", "pack", "meetings", "--licence", "terms.txt", "--output", "m.pack")
    assert run(*packing).code == 0
    (workspace / "rubrics" / "meetings.yaml").unlink()
    (workspace / "prompts" / "meetings.yaml").unlink()
    return Path("m.pack")


def test_a_pack_brings_rubric_bank_and_licence_and_its_hash_is_kept(
    workspace: Path, pack: Path
) -> None:
    files = read_pack(pack.read_text("utf-8"), "m.pack")
    assert [*files] == [
        "rubrics/meetings.yaml",
        "prompts/meetings.yaml",
        "rubrics/meetings.LICENSE.txt",
    ]
    assert files["rubrics/meetings.LICENSE.txt"] == LICENCE
    ran = run("rubric", "add", pack, "--yes")
    assert ran.code == 0, ran.stderr
    assert "Meetings (meetings, version 1, en): weekly, behaviours: 2." in ran.stderr
    assert "Checked: no errors, warnings: 0." in ran.stderr
    assert run("rubric", "show", "meetings").code == 0
    record = (workspace / "records" / "rubrics.md").read_text("utf-8")
    assert record == f"- 2026-11-20 meetings {hash_of(files)} m.pack\n"
    assert run("rubric", "pack", "meetings").stdout == pack.read_text("utf-8")


def test_nothing_is_written_over_and_the_same_again_changes_nothing(
    workspace: Path, pack: Path
) -> None:
    assert run("rubric", "add", pack, "--yes").code == 0
    assert run("rubric", "add", pack, "--yes").code == 0
    assert (workspace / "records" / "rubrics.md").read_text("utf-8").count("meetings") == 1
    mine = workspace / "rubrics" / "meetings.yaml"
    mine.write_text(mine.read_text("utf-8") + "# mine\n", encoding="utf-8")
    ran = run("rubric", "add", pack, "--yes")
    assert (ran.code, "is there already, and is not written over" in ran.stderr) == (2, True)
    assert mine.read_text("utf-8").endswith("# mine\n")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("learnlead-pack: 1", "learnlead-pack: 2"), "this is no rubric"),
        (("=== rubrics/meetings.yaml", "=== ../meetings.yaml"), "cannot hold a file"),
        (("=== rubrics/meetings.yaml", "=== rubrics/.x.yaml"), "cannot hold a file"),
        (("=== prompts/", "=== rubrics/"), "or not twice"),
        (("version: 1", "version: x"), "version"),
        (("meetings", "learning-leader"), "the id of a shipped rubric"),
    ],
)
def test_a_forged_pack_writes_nothing(
    workspace: Path, pack: Path, change: tuple[str, str], message: str
) -> None:
    pack.write_text(pack.read_text("utf-8").replace(*change), encoding="utf-8")
    ran = run("rubric", "add", pack, "--yes")
    assert (ran.code, ran.stdout) == (2, "")
    assert message in ran.stderr or message == "this is no rubric", ran.stderr
    assert not [*(workspace / "rubrics").iterdir(), *(workspace / "prompts").iterdir()]
    assert not (workspace / "records" / "rubrics.md").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="this machine has no git")
def test_a_folder_and_a_git_repository_bring_the_same(workspace: Path, pack: Path) -> None:
    files = read_pack(pack.read_text("utf-8"), "m.pack")
    theirs = Path("theirs").absolute()
    for name, text in files.items():
        path = theirs / name.replace("rubrics/meetings.LICENSE.txt", "LICENSE")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (theirs / "rubrics" / "link.yaml").symlink_to("/etc/passwd")
    quiet = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (("init", "-q"), ("add", "."), (*quiet, "commit", "-qm", "x")):
        subprocess.run(["git", *command], cwd=theirs, check=True)
    for source in (str(theirs), theirs.as_uri()):
        ran = run("rubric", "add", source, "--yes")
        assert ran.code == 0, ran.stderr
        assert hash_of(files) in ran.stderr
    assert not (workspace / "rubrics" / "link.yaml").is_symlink()


@pytest.mark.parametrize(
    ("source", "code", "message"),
    [
        ("http://example.org/r.git", 2, "https, ssh and file are"),
        ("ext::sh -c touch% pwned", 2, "ext is no way to get a rubric"),
        ("file:///nowhere/at/all.git", 3, "git could not get file:///nowhere/at/all.git"),
        ("nowhere.yaml", 2, "there is no such file"),
        (".", 2, "there is no rubric in ."),
    ],
)
def test_what_is_no_source_is_told(workspace: Path, source: str, code: int, message: str) -> None:
    ran = run("rubric", "add", source, "--yes")
    assert (ran.code, ran.stdout) == (code, "")
    assert message in ran.stderr
    assert not Path("pwned").exists()


def test_nobody_to_ask_is_no_yes(workspace: Path, pack: Path) -> None:
    ran = run("rubric", "add", pack)
    assert (ran.code, "--yes adds it without asking" in ran.stderr) == (2, True)


def test_a_line_that_would_end_a_file_is_not_packed(workspace: Path, pack: Path) -> None:
    files = read_pack(pack.read_text("utf-8"), "m.pack")
    assert read_pack(write_pack(files), "again") == files
    rubric = workspace / "rubrics" / "meetings.yaml"
    rubric.write_text(files["rubrics/meetings.yaml"] + "# x\n=== y\n", encoding="utf-8")
    assert run("rubric", "pack", "meetings").code == 2


def test_git_that_never_ends_is_given_up_and_leaves_nothing_behind(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms: list[Path] = []

    def hangs(command: list[str], *, timeout: float, **_: object) -> None:
        rooms.append(Path(command[-1]).parent)
        assert rooms[0].is_dir()
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr("learnlead.adapters.disk.rubrics.sources.subprocess.run", hangs)
    ran = run("rubric", "add", "https://example.org/rubric.git", "--yes")
    assert (ran.code, ran.stdout) == (3, "")
    assert "git did not get https://example.org/rubric.git within 2 minutes" in ran.stderr
    assert is_temporary(rooms[0].name), "one of our own, which the next run cleans"
    assert not rooms[0].exists()
