"""Forces files and the names in a folder to the disk, so that they outlive a power cut."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path
from typing import Final

_NOT_KNOWN: Final = frozenset({errno.EINVAL, errno.ENOTTY, errno.EOPNOTSUPP, errno.ENOTSUP})
"""What a file system says that does not know `F_FULLFSYNC`."""

_NO_FOLDERS: Final = frozenset({*_NOT_KNOWN, errno.EACCES, errno.EPERM, errno.EBADF})


def force(opened: int) -> None:
    """Force what the open file holds to the disk.

    On macOS `fsync` stops at the drive's own cache, which a power cut empties; `F_FULLFSYNC`
    empties it first.
    """
    full: int | None = getattr(fcntl, "F_FULLFSYNC", None)
    if full is not None:
        try:
            fcntl.fcntl(opened, full)
        except OSError as error:
            if error.errno not in _NOT_KNOWN:
                raise
        else:
            return
    os.fsync(opened)


def force_folder(folder: Path) -> None:
    """Force the folder's names to the disk, where the file system knows such a thing."""
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            force(opened)
        finally:
            os.close(opened)
    except OSError as error:
        if error.errno not in _NO_FOLDERS:
            raise
