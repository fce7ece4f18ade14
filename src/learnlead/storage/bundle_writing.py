"""Writes a bundle as a folder or as a zip, whole or not at all, and never over anything."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

from learnlead.errors import LearnleadError, Problem
from learnlead.plaintext.words import quoted
from learnlead.storage import safe_write
from learnlead.storage.failures import told

_DAY_OF_ZIPS = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name: bytes must not tell at what hour they were made."""

_ZIPS = (".zip", ".age")


def is_zip(output: str) -> bool:
    """Whether a name means a zip (or an encrypted one), not a folder."""
    return output.lower().endswith(_ZIPS)


def place_for(output: str) -> Path:
    """Where the bundle goes, once it is sure that it can.

    Raises:
        LearnleadError: something has that name already, or its folder is not there (exit 2).
    """
    path = Path(output)
    if os.path.lexists(path):
        message = f"{output} is there already, and is not written over"
        raise LearnleadError(Problem(message, "name another file or folder with --output"))
    if not path.parent.is_dir():
        message = f"there is no folder {quoted(str(path.parent))} for the bundle"
        raise LearnleadError(Problem(message, "make it, or name another one with --output"))
    return path


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip: the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DAY_OF_ZIPS)
            entry.create_system = 3  # Unix, whatever this machine is
            entry.external_attr = (0o100000 | safe_write.PRIVATE_FILE) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()


def write_file(path: Path, content: bytes) -> None:
    """Make the file, for its owner alone.

    Raises:
        LearnleadError: something has that name by now.
        MachineFailed: the machine refused; no file is left.
    """
    with told("write the bundle", str(path)):
        try:
            safe_write.create(path, content)
        except FileExistsError:
            place_for(str(path))
            raise


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder with all files, for its owner alone; it appears when it is whole.

    Raises:
        LearnleadError: something has that name by now.
        MachineFailed: the machine refused; no folder is left.
    """
    growing = path.with_name(f".learnlead-{os.urandom(8).hex()}.tmp")
    with told("write the bundle", str(path)):
        try:
            for name, content in files.items():
                target = growing / name
                safe_write.make_folder(target.parent)
                safe_write.create(target, content)
            place_for(str(path))
            growing.rename(path)
        finally:
            shutil.rmtree(growing, ignore_errors=True)
