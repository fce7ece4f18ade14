"""A workspace as one zip with the hash of every file, and back, never over anything."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import Final

from pydantic import BaseModel, ValidationError

from learnlead import shipped
from learnlead.adapters.disk.bundles.reading import decrypted, is_encrypted
from learnlead.adapters.disk.bundles.writing import zipped
from learnlead.adapters.disk.bundles.zip_file import BROKEN
from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.reading import read_bytes
from learnlead.adapters.disk.new_workspace import copy_to, own_files
from learnlead.adapters.disk.other_texts import NO_TEXT, OtherTextFiles, places_in
from learnlead.adapters.disk.rubrics.writing import SCHEMAS
from learnlead.adapters.disk.settings import load_settings
from learnlead.adapters.disk.workspace import SETTINGS_FILE, Workspace
from learnlead.coach.manifest import sha256_of
from learnlead.errors import LearnleadError, MachineFailed, Problem

SCHEMA: Final = "learnlead/backup/1"
LIST_FILE: Final = "backup.json"
"""The list of the files in a backup, which is itself the first of them."""

AT_MOST: Final = 1_000_000_000
"""Bytes of all files of a backup together."""

_NAME: Final = re.compile(r"learnlead-(\d{4}-\d\d-\d\d)(?:\.\d+)?\.zip(?:\.age)?")
_JOURNAL: Final = "journals"
_OWN_FOLDERS: Final = (SCHEMAS, "languages")
_LOOK: Final = "look at its name and folder, or where its link leads"


class BackupList(BaseModel):
    """What a backup says of itself.

    Attributes:
        made_on: the day on which it was made.
        journal: the folder in it that holds the pages.
        files: the SHA-256 of each file, by its path in the backup.
    """

    format: str = SCHEMA
    made_on: date
    journal: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Backup:
    """All files of a workspace, to be written or to be restored.

    Attributes:
        contents: the bytes of each file, by its path in the backup.
        left_out: what could not be taken along, by why not.
    """

    listed: BackupList
    contents: dict[str, bytes]
    left_out: dict[str, list[str]] = field(default_factory=dict)

    def packed(self) -> bytes:
        """The zip: the same files of the same day give the same bytes."""
        own = self.listed.model_dump_json(indent=1).encode()
        return zipped({LIST_FILE: own, **self.contents})


def take_backup(workspace: Workspace, today: date) -> Backup:
    """Read everything that the leader has in the workspace: pages, notes, records, own rubrics.

    Raises:
        LearnleadError: a file cannot be read, or all together are too large.
        MachineFailed: the machine refused.
    """
    outside = not workspace.journal.is_relative_to(workspace.root)
    journal = _JOURNAL if outside else workspace.relative(workspace.journal)
    contents: dict[str, bytes] = {}
    left_out: dict[str, list[str]] = {}
    for file, why in _everything(workspace).items():
        if why not in ("", NO_TEXT):
            left_out.setdefault(why, []).append(workspace.relative(file))
            continue
        name = workspace.relative(file)
        if outside and file.is_relative_to(workspace.journal):
            name = f"{_JOURNAL}/{file.relative_to(workspace.journal)}"
        contents[PurePosixPath(name).as_posix()] = read_bytes(file, workspace.relative(file))
    if sum(map(len, contents.values())) > AT_MOST:
        remedy = f"move what is no part of your journal out of {workspace.root}"
        raise LearnleadError(Problem("all files together are too large for a backup", remedy))
    hashes = {name: sha256_of(content) for name, content in sorted(contents.items())}
    listed = BackupList(made_on=today, journal=journal, files=hashes)
    return Backup(listed, {name: contents[name] for name in hashes}, left_out)


def _everything(workspace: Workspace) -> dict[Path, str]:
    """Each file, and why it cannot be taken along; empty where it can."""
    files = dict(own_files(workspace))
    if not shipped.is_checkout(workspace.root):
        files |= {place.path: place.closed for place in OtherTextFiles(workspace).others()}
        for folder in (workspace.root / name for name in _OWN_FOLDERS):
            files.pop(folder, None)
            files |= {place.path: place.closed for place in places_in(folder)}
    if workspace.settings.is_file():
        files[workspace.settings] = ""
    return files


def read_backup(path: str, identity: str | None = None) -> Backup:
    """Open a backup and compare every file in it with its hash.

    Args:
        path: as the user named it.
        identity: a file with the key that opens an encrypted one.

    Raises:
        LearnleadError: it is no backup, is damaged, or a name in it leads elsewhere (exit 2).
        MachineFailed: the machine refused.
    """
    raw = _bytes_of(path)
    if is_encrypted(raw):
        raw = decrypted(raw, path, identity)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > AT_MOST:
                raise _no_backup(path, "this is too large for a backup")
            names = [entry.orig_filename for entry in archive.infolist()]
            listed = BackupList.model_validate_json(archive.read(LIST_FILE))
            contents = {name: archive.read(name) for name in names if name != LIST_FILE}
    except (*BROKEN, ValidationError):
        raise _no_backup(path, "this is no backup, or it is damaged") from None
    if listed.format != SCHEMA:
        raise _no_backup(path, "this backup was made by a newer learnlead")
    wrong = [n for n in contents if listed.files.get(n) != sha256_of(contents[n])]
    if wrong or contents.keys() != listed.files.keys():
        raise _no_backup(path, "the files in it are not those that it lists: it is damaged")
    if not all(map(_stays_inside, [listed.journal, *contents])):
        raise _no_backup(path, "a name in it leads out of the folder")
    return Backup(listed, contents)


def _bytes_of(path: str) -> bytes:
    file = Path(path).expanduser()
    if not file.is_file():
        raise LearnleadError(Problem("there is no such file", _LOOK, path))
    with report_failures("read the backup", path):
        if file.stat().st_size > AT_MOST:
            raise _no_backup(path, "this is too large for a backup")
        return file.read_bytes()


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of each file of a backup, by its path in the workspace.

    Attributes:
        written: it was not there.
        same: it was there, byte for byte.
        other: there is another file in its place, which was left alone.
    """

    written: list[str]
    same: list[str]
    other: list[str]


def restore(backup: Backup, root: Path) -> Restored:
    """Write what is missing in that folder; what is there stays as it is.

    Raises:
        LearnleadError: the settings there cannot be understood.
        MachineFailed: the machine refused; what was written until then is whole.
    """
    workspace, result = Workspace(root), Restored([], [], [])
    if SETTINGS_FILE in backup.contents:  # it says where the pages are
        _restore_file(backup.contents[SETTINGS_FILE], workspace.settings, workspace, result)
    if workspace.settings.is_file():
        settings, problems = load_settings(workspace)
        if settings is None:
            raise LearnleadError(*problems)
        workspace = Workspace(root, settings.journal)
    for name, content in backup.contents.items():
        inside = PurePosixPath(name)
        if name == SETTINGS_FILE:
            continue
        place = workspace.root / inside
        if inside.is_relative_to(backup.listed.journal):
            place = workspace.journal / inside.relative_to(backup.listed.journal)
        _restore_file(content, place, workspace, result)
    return result


def _restore_file(content: bytes, place: Path, workspace: Workspace, result: Restored) -> None:
    name = workspace.relative(place)
    written = copy_to(place, content, name)
    if written:
        result.written.append(name)
        return
    same = place.is_file() and read_bytes(place, name) == content
    (result.same if same else result.other).append(name)


def backups_in(folder: Path) -> dict[Path, date]:
    """The backups that a folder holds by their names, each with its day, oldest first.

    Raises:
        MachineFailed: the folder cannot be read.
    """
    with report_failures("look into the folder", str(folder)):
        named = {path: _NAME.fullmatch(path.name) for path in folder.iterdir()}
    days = {path: date.fromisoformat(match[1]) for path, match in named.items() if match}
    return dict(sorted(days.items(), key=lambda item: (item[1], len(item[0].name), item[0].name)))


def free_name(folder: Path, today: date, *, encrypts: bool) -> Path:
    """A name for a backup of that day which nothing in the folder has."""
    ending = ".zip.age" if encrypts else ".zip"
    taken, number = {path.name for path in folder.iterdir()}, 1
    while (name := f"learnlead-{today}{'' if number == 1 else f'.{number}'}{ending}") in taken:
        number += 1
    return folder / name


def remove_old(folder: Path, today: date, weeks: int) -> list[Path]:
    """Remove the backups that are older than that many weeks, never the newest; return them.

    Raises:
        MachineFailed: the machine refused.
    """
    *earlier, _ = backups_in(folder).items()
    old = [path for path, day in earlier if day < today - timedelta(weeks=weeks)]
    for path in old:
        with report_failures("remove the old backup", str(path)):
            safe_write.remove(path)
    return old


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    is_plain = not any(sign in name for sign in "\\:\0") and name == path.as_posix()
    return is_plain and not path.is_absolute() and ".." not in path.parts and path.name != ""


def _no_backup(path: str, message: str) -> LearnleadError:
    remedy = "name a file that `learnlead backup` wrote; an older one may be whole"
    return LearnleadError(Problem(message, remedy, path))


def verified(path: Path, packed: bytes) -> None:
    """Read a backup again after it was written.

    Raises:
        MachineFailed: the disk does not give back what was written.
    """
    with report_failures("read the backup again", str(path)):
        if path.read_bytes() == packed:
            return
    message = "the disk does not give back what was written"
    raise MachineFailed(Problem(message, "write the backup to another disk", str(path)))
