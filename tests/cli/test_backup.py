"""`learnlead backup` and `restore`: everything of the leader's, byte for byte, and back."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from cli.kit import TODAYS, held
from running import run

WORDS = "insight: canary-insight\n"


@pytest.fixture
def disk(tmp_path: Path, workspace: Path) -> Path:
    """Another disk, and a workspace with a page, a note, a rubric of its own and a picture."""
    held(WORDS)
    assert run("note", "canary-note").code == 0
    assert run("rubric", "new", "own", "--from-template").code == 0
    (workspace / "languages" / "fr").mkdir(parents=True)
    (workspace / "languages" / "fr" / "page.yaml").write_text("{}\n")
    (workspace / "journals" / "sub").mkdir()
    (workspace / "journals" / "sub" / "board.png").write_bytes(b"\x89PNG\0\0canary")
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_what_is_backed_up_comes_back_byte_for_byte(disk: Path, workspace: Path) -> None:
    before = files_of(workspace)
    made = run("backup", disk / "all.zip")
    assert (made.code, made.stderr) == (0, "")
    assert f"all.zip: {len(before)} files, written and read again." in made.stdout
    back = run("restore", disk / "all.zip", disk / "new" / "place")
    assert (back.code, back.stderr) == (0, "")
    assert f"Brought back: {len(before)} files." in back.stdout
    assert files_of(disk / "new" / "place") == before
    assert files_of(workspace) == before, "nothing here was changed"


def test_it_opens_without_the_program_and_is_for_its_owner_alone(disk: Path) -> None:
    run("backup", disk / "all.zip")
    with zipfile.ZipFile(disk / "all.zip") as archive:
        assert "canary-insight" in archive.read(f"journals/{TODAYS}.md").decode()
        listed = json.loads(archive.read("backup.json"))
    assert listed["format"] == "learnlead/backup/1"
    assert (disk / "all.zip").stat().st_mode & 0o077 == 0


def test_a_restore_replaces_nothing_and_names_what_differs(disk: Path, workspace: Path) -> None:
    run("backup", disk / "all.zip")
    page, inbox = workspace / "journals" / f"{TODAYS}.md", workspace / "inbox.md"
    page.write_text("mine by now\n")
    inbox.unlink()
    back = run("restore", disk / "all.zip")
    assert back.code == 1
    assert page.read_text() == "mine by now\n"
    assert "canary-note" in inbox.read_text()
    assert f"Left alone, with something else in them here: journals/{TODAYS}.md." in back.stdout


def test_pages_come_back_where_the_settings_say_that_they_are(disk: Path, workspace: Path) -> None:
    pages = disk / "pages"
    (workspace / "journals").rename(pages)
    (workspace / "learnlead.yaml").write_text(f"journal: {pages}\n")
    run("backup", disk / "all.zip")
    other = disk / "other"
    run("init", other)
    back = run("restore", disk / "all.zip", other)
    assert back.code == 1, "that folder has settings of its own"
    assert "canary-insight" in (other / "journals" / f"{TODAYS}.md").read_text()


def test_a_dated_backup_is_made_when_something_changed_and_old_ones_go(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on(day: str) -> str:
        monkeypatch.setenv("LEARNLEAD_TODAY", day)
        ran = run("backup", "--to", disk, "--keep", "4")
        assert (ran.code, ran.stderr) == (0, "")
        return ran.stdout

    def names() -> list[str]:
        return sorted(path.name for path in disk.iterdir())

    (disk / "learnlead-old.zip").write_bytes(b"somebody's own")
    on("2026-11-20")
    assert "nothing has changed since" in on("2026-11-27")
    run("note", "another")
    on("2026-11-27")
    run("note", "a third")
    on("2026-11-27")
    assert names() == [
        *("learnlead-2026-11-20.zip", "learnlead-2026-11-27.2.zip", "learnlead-2026-11-27.zip"),
        "learnlead-old.zip",
    ]
    assert "older than 4 weeks, removed" in on("2026-12-21")
    assert names() == [
        *("learnlead-2026-11-27.2.zip", "learnlead-2026-11-27.zip", "learnlead-old.zip"),
    ]
    on("2027-12-21")
    assert names() == ["learnlead-2026-11-27.2.zip", "learnlead-old.zip"], "the newest stays"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "name one place for the backup"),
        (("a.zip", "--to", "."), "name one place for the backup"),
        (("{disk}/a.zip", "--keep", "3"), "--keep needs --to"),
        (("{disk}/folder",), "is no name for a backup"),
        (("{disk}/a.zip.age",), "would not be encrypted"),
        (("{disk}/no/a.zip",), "there is no folder"),
        (("--to", "{disk}/no"), "there is no folder"),
        (("a.zip",), "a backup in the workspace would be lost with it"),
        (("--to", "journals"), "a backup in the workspace would be lost with it"),
    ],
)
def test_what_is_no_place_for_a_backup(disk: Path, words: tuple[str, ...], message: str) -> None:
    ran = run("backup", *(word.format(disk=disk) for word in words))
    assert (ran.code, ran.stdout) == (2, "")
    assert message in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_a_backup_is_never_written_over(disk: Path) -> None:
    (disk / "a.zip").write_text("somebody's")
    ran = run("backup", disk / "a.zip")
    assert ran.code == 2
    assert (disk / "a.zip").read_text() == "somebody's"


def repacked(disk: Path, change: dict[str, bytes | None]) -> Path:
    """A copy of the backup, in which files have other bytes, or are gone."""
    with zipfile.ZipFile(disk / "all.zip") as archive:
        files: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(disk / "other.zip", "w") as archive:
        for name, content in (files | change).items():
            if content is not None:
                archive.writestr(name, content)
    return disk / "other.zip"


@pytest.mark.parametrize(
    "change",
    [
        {f"journals/{TODAYS}.md": b"somebody else's words"},
        {f"journals/{TODAYS}.md": None},
        {"journals/more.md": b"one more"},
        {"backup.json": b"{}"},
        {"backup.json": None},
    ],
)
def test_a_changed_backup_is_refused_whole(disk: Path, change: dict[str, bytes | None]) -> None:
    run("backup", disk / "all.zip")
    ran = run("restore", repacked(disk, change), disk / "new")
    assert ran.code == 2
    assert "damaged" in ran.stderr
    assert not (disk / "new").exists()


@pytest.mark.parametrize("name", ["../out.md", "/out.md", "a/../../out.md", "a\\..\\out.md", "c:x"])
def test_no_name_leads_out_of_the_folder(disk: Path, name: str) -> None:
    from hashlib import sha256

    listed = {
        "format": "learnlead/backup/1",
        "made_on": "2026-11-20",
        "journal": "journals",
        "files": {name: sha256(b"x").hexdigest()},
    }
    with zipfile.ZipFile(disk / "a.zip", "w") as archive:
        archive.writestr("backup.json", json.dumps(listed))
        archive.writestr(name, b"x")
    ran = run("restore", disk / "a.zip", disk / "new" / "deep")
    assert (ran.code, os.path.lexists(disk / "new")) == (2, False)
    assert "leads out of the folder" in ran.stderr


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", b"\0" * 400])
def test_any_other_file_is_no_backup(disk: Path, content: bytes) -> None:
    (disk / "a.zip").write_bytes(content)
    ran = run("restore", disk / "a.zip")
    assert ran.code == 2
    assert "a.zip: this is no backup, or it is damaged" in ran.stderr


@pytest.mark.parametrize("name", ["no.zip", ".", "no/such.zip"])
def test_a_backup_that_is_not_there_is_a_wrong_name(disk: Path, name: str) -> None:
    ran = run("restore", disk / name)
    assert (ran.code, ran.stdout) == (2, "")
    assert "there is no such file" in ran.stderr


def test_it_can_be_encrypted_and_opened_again(disk: Path, workspace: Path) -> None:
    from pyrage import x25519

    key = x25519.Identity.generate()
    (disk / "key").write_text(f"{key}\n")
    public = str(key.to_public())
    assert run("backup", disk / "all.zip.age", "--encrypt-to", public).code == 0
    assert b"canary" not in (disk / "all.zip.age").read_bytes()
    refused = run("restore", disk / "all.zip.age", disk / "new")
    assert (refused.code, "--identity" in refused.stderr) == (2, True)
    back = run("restore", disk / "all.zip.age", disk / "new", "--identity", disk / "key")
    assert back.code == 0
    assert files_of(disk / "new") == files_of(workspace)


def test_an_unfinished_sitting_and_what_is_too_large_are_named(disk: Path, workspace: Path) -> None:
    with (workspace / "journals" / "film.bin").open("wb") as film:
        film.truncate(17_000_000)
    made = run("backup", disk / "all.zip")
    assert "Not in it (too large): journals/film.bin." in made.stdout
