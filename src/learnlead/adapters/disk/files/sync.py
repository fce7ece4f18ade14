"""Forces files and the names in a folder to the disk, so that they outlive a power cut."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from learnlead.adapters import system

_NOT_KNOWN: Final = frozenset({errno.EINVAL, errno.ENOTTY, errno.EOPNOTSUPP, errno.ENOTSUP})
"""What a file system says that does not know `F_FULLFSYNC`."""

_NO_FOLDERS: Final = frozenset({*_NOT_KNOWN, errno.EACCES, errno.EPERM, errno.EBADF})


def force(opened: int) -> None:
    """Force what the open file holds to the disk.

    On macOS `fsync` stops at the drive's own cache, which a power cut empties; `F_FULLFSYNC`
    empties it first.
    """
    full: int | None = getattr(system.fcntl, "F_FULLFSYNC", None)
    if full is not None:
        try:
            system.fcntl.fcntl(opened, full)
        except OSError as error:
            if error.errno not in _NOT_KNOWN:
                raise
        else:
            return
    os.fsync(opened)


def force_folder(folder: Path) -> None:
    """Force the folder's names to the disk, where the file system knows such a thing."""
    try:
        opened = system.open_folder(folder)
        if opened is None:
            return
        try:
            force(opened)
        finally:
            os.close(opened)
    except OSError as error:
        if error.errno not in _NO_FOLDERS:
            raise
