"""A coach's notes on reviewed bundles, without a leader's words; bundles deleted."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Literal

from learnlead.adapters.disk.bundles.reading import manifest_of
from learnlead.adapters.disk.bundles.zip_file import LITTER, OF_A_MAC
from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.json_file import JsonFolder
from learnlead.adapters.disk.files.reading import read_text
from learnlead.coach.bundle import MANIFEST_FILE, PAGES_FOLDER, SIGNATURE_FILE
from learnlead.coach.reviewed import ReviewedBundle, ReviewedLeader
from learnlead.errors import LearnleadError, Problem

_NAME = re.compile(r"leader-([0-9a-f]{32})\.json")


class CoachNotes:
    """The folder; it is made with the first note."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._notes = JsonFolder(folder, "note on a review")
        self._log = folder / "forgotten.md"
        self._salt_file = folder / "salt"
        self._new_salt = secrets.token_hex(16)

    def leader(self, leader_id: str) -> tuple[ReviewedLeader | None, list[Problem]]:
        """What was reviewed of that leader; notes that cannot be understood are set aside."""
        return self._notes.load(_file(leader_id), ReviewedLeader.model_validate)

    def leaders(self) -> tuple[list[ReviewedLeader], list[Problem]]:
        """Everybody of whom something was reviewed."""
        reviewed: list[ReviewedLeader] = []
        problems: list[Problem] = []
        for leader_id in self._ids():
            leader, faults = self.leader(leader_id)
            problems += faults
            if leader is not None:
                reviewed.append(leader)
        return reviewed, problems

    def save(self, leader: ReviewedLeader) -> None:
        """Keep what was reviewed; a leader of whom nothing is left is forgotten.

        Raises:
            MachineFailed: the earlier note is still there.
        """
        if leader.bundles:
            self._keep_salt()
            self._notes.save(_file(leader.id), leader.model_dump(mode="json"))
        else:
            self._notes.remove(_file(leader.id))

    def salt(self) -> str:
        """The salt of the fingerprints, 32 hexadecimal digits; kept with the first of them.

        Raises:
            MachineFailed: it could not be read.
        """
        with report_failures("read the notes on reviews", str(self._salt_file)):
            if self._salt_file.exists():
                return read_text(self._salt_file, str(self._salt_file)).strip()
        return self._new_salt

    def _keep_salt(self) -> None:
        if not self._salt_file.exists():
            with report_failures("keep notes on reviews", str(self._salt_file)):
                safe_write.make_folder(self.folder)
                with suppress(FileExistsError):  # another run was faster
                    safe_write.create(self._salt_file, self._new_salt.encode())

    def session_notes(self, leader_id: str) -> Path:
        """Where one's own notes on that leader are, as Markdown."""
        return self.folder / f"notes-{leader_id}.md"

    def session_lines(self, leader_id: str) -> list[str]:
        """The lines of one's own notes that say anything.

        Raises:
            LearnleadError: they are no text.
        """
        path = self.session_notes(leader_id)
        lines = read_text(path, str(path)).splitlines() if path.exists() else []
        return [line for line in lines if line.strip()]

    def add_session_line(self, leader_id: str, line: str) -> None:
        """Add a line to one's own notes, safe on the disk on return.

        Raises:
            MachineFailed: it could not be written.
        """
        self._add(self.session_notes(leader_id), line, "keep your notes")

    def forget_session_notes(self, leader_id: str) -> bool:
        """Delete one's own notes on that leader; whether there were any.

        Raises:
            MachineFailed: they are still there.
        """
        path = self.session_notes(leader_id)
        there = path.exists()
        with report_failures("delete your notes", str(path)):
            safe_write.remove(path)
        return there

    def reply_path(self, bundle_id: str) -> Path:
        """Where a reply to that bundle lies while it is being written."""
        return self.folder / f"reply-{bundle_id}.md"

    def discard_reply(self, bundle_id: str) -> None:
        """Forget the reply to that bundle that was being written, if there is one.

        Raises:
            MachineFailed: it is still there.
        """
        path = self.reply_path(bundle_id)
        with report_failures("remove your reply", str(path)):
            safe_write.remove(path)

    def log(self, leader: ReviewedLeader, bundle: ReviewedBundle, what: str, today: date) -> None:
        """Note, without a name, that a bundle is gone.

        Raises:
            MachineFailed: it could not be noted.
        """
        until = f", to be read until {bundle.until}" if bundle.until else ""
        line = f"- {today} leader {leader.id[:8]}, bundle {bundle.id[:8]}{until}: {what}"
        self._add(self._log, line, "note what was deleted")

    def _add(self, path: Path, line: str, doing: str) -> None:
        with report_failures(doing, str(path)):
            safe_write.make_folder(self.folder)
            before = read_text(path, str(path)) if path.exists() else ""
            start = before if not before or before.endswith("\n") else f"{before}\n"
            safe_write.put(path, f"{start}{line}\n".encode())

    def _ids(self) -> Iterator[str]:
        with report_failures("list the notes on reviews", str(self.folder)):
            names = sorted(p.name for p in self.folder.iterdir()) if self.folder.is_dir() else []
        yield from (match[1] for name in names if (match := _NAME.fullmatch(name)))


def _file(leader_id: str) -> str:
    return f"leader-{leader_id}.json"


def hash_of_file(path: str) -> str | None:
    """The SHA-256 of the file, however large it is; None where it is no file.

    Raises:
        OSError: it cannot be read.
    """
    if not Path(path).is_file():
        return None
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


Deleted = Literal["deleted", "not there any more", "not touched, for it is another file now"]


def delete_bundle(path: str, fingerprint: str) -> Deleted:
    """Delete the bundle if what lies there is still the one with that fingerprint.

    Raises:
        MachineFailed: the machine refused.
    """
    with report_failures("delete the bundle", path):
        if not Path(path).exists():
            return "not there any more"
        if Path(path).is_dir():
            return _delete_folder(path, fingerprint)
        if hash_of_file(path) != fingerprint:
            return "not touched, for it is another file now"
        safe_write.remove(Path(path))
    return "deleted"


def _delete_folder(path: str, fingerprint: str) -> Deleted:
    try:
        manifest = manifest_of(path, fingerprint)
    except LearnleadError:
        manifest = None
    if manifest is None:
        return "not touched, for it is another file now"
    top = Path(path)
    for name in (*manifest.files, SIGNATURE_FILE, MANIFEST_FILE):
        safe_write.remove(top / name)
    for folder in (top / PAGES_FOLDER, (top / PAGES_FOLDER).parent, top / OF_A_MAC, top):
        with suppress(OSError):  # the coach's own files lie there too, and stay
            _delete_litter(folder)
            folder.rmdir()
    return "deleted"


def _delete_litter(folder: Path) -> None:
    """What a file manager left there, if nothing else is left."""
    files = list(folder.iterdir())
    if all(LITTER.fullmatch(file.name) and file.is_file() for file in files):
        for file in files:
            safe_write.remove(file)
