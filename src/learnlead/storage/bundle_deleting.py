"""Bundles taken off the disk: only the very files that were reviewed, nothing else of use."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Literal

from learnlead.coaching.bundle import MANIFEST_FILE, PAGES_FOLDER
from learnlead.coaching.manifest import sha256_of
from learnlead.errors import LearnleadError
from learnlead.storage import safe_write
from learnlead.storage.bundle_reading import manifest_of
from learnlead.storage.bundle_zip import LITTER, OF_A_MAC
from learnlead.storage.failures import told
from learnlead.storage.reading import Unreadable, read_bytes

Deleted = Literal["deleted", "not there any more", "not touched, for it is another file now"]


def delete_bundle(path: str, fingerprint: str) -> Deleted:
    """Delete the bundle if what lies there is still the one with that fingerprint.

    Raises:
        MachineFailed: the machine refused.
    """
    with told("delete the bundle", path):
        if not Path(path).exists():
            return "not there any more"
        if Path(path).is_dir():
            return _delete_folder(path, fingerprint)
        try:
            same = sha256_of(read_bytes(path, path)) == fingerprint
        except Unreadable:
            same = False
        if not same:
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
    for name in (*manifest.files, MANIFEST_FILE):
        safe_write.remove(top / name)
    for folder in (top / PAGES_FOLDER, (top / PAGES_FOLDER).parent, top / OF_A_MAC, top):
        with suppress(OSError):  # the coach's own files lie there too, and stay
            _delete_litter(folder)
            folder.rmdir()
    return "deleted"


def _delete_litter(folder: Path) -> None:
    """What a file manager left there, if nothing else is left."""
    left = list(folder.iterdir())
    if all(LITTER.fullmatch(one.name) and one.is_file() for one in left):
        for one in left:
            safe_write.remove(one)
