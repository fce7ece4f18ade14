"""Writes files so that a page is whole or not there, and nobody's text is written over.

A new text is written to a temporary file in the same folder and forced to the disk; only then
does it get its name. The functions raise `OSError`; callers say what they were doing
(`failures.told`).
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from learnlead.storage.lock import LOCK_NAME, Lock

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700

_TEMPORARY: Final = (".learnlead-", ".tmp")
_STRAY_AFTER: Final = 3600
"""Seconds after which a temporary file belongs to nobody: writing takes milliseconds."""

_NO_LINKS: Final = frozenset(
    {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK}
)
_NO_FOLDER_SYNC: Final = frozenset(
    {errno.EINVAL, errno.EACCES, errno.EPERM, errno.EBADF, errno.EOPNOTSUPP, errno.ENOTSUP}
)


class ChangedMeanwhile(Exception):  # noqa: N818 - says what happened
    """The bytes on disk are not those that were read, or the file is gone."""


def is_ours(name: str) -> bool:
    """Whether the file name is that of a temporary file or a lock of this program."""
    return name == LOCK_NAME or (name.startswith(_TEMPORARY[0]) and name.endswith(_TEMPORARY[1]))


def make_folder(folder: Path) -> None:
    """Make the folder and what is missing above it, each for its owner alone."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):  # somebody else was faster
        folder.mkdir(mode=PRIVATE_FOLDER)
        _sync_folder(folder.parent)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def create(path: Path, content: bytes) -> None:
    """Make a new file with that content, or leave everything as it is.

    Raises:
        FileExistsError: something has that name, whatever it is.
        OSError: the machine refused; no file of that name was left.
    """
    temporary = _written(path.parent, [content])
    try:
        _give_name(temporary, path)
        try:
            _sync_folder(path.parent)
        except OSError:
            _forget(path)  # whoever hears of a failure will write it again
            raise
    finally:
        _forget(temporary)


def put(path: Path, content: bytes) -> None:
    """Give the file that content, whether it exists or not; a reader sees the old or the new.

    Raises:
        OSError: the machine refused; the file is whole, as a rule with its old content.
    """
    _replace(path, [content], PRIVATE_FILE)


def put_bits(path: Path, bits: Iterable[bytes]) -> None:
    """As `put`, for a content too long to be held at once.

    A file that exists keeps its permissions. One that has other names, too (hard links), keeps its
    content under those.
    """
    try:
        mode = path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mode = PRIVATE_FILE
    _replace(path, bits, mode)


def update(path: Path, before: bytes, after: bytes) -> None:
    """Replace the content of a file that still holds `before`; keep its permissions.

    A symbolic link stays one: the file that it leads to is updated.

    Raises:
        ChangedMeanwhile: the file holds something else by now.
        Busy: another run of the program is updating this folder.
        OSError: the machine refused; the file is whole, as a rule with its old content.
    """
    real = path.resolve()
    with Lock(real.parent):
        if not real.is_file() or real.read_bytes() != before:
            raise ChangedMeanwhile
        _replace(real, [after], real.stat().st_mode & 0o7777)


def strays(folder: Path) -> list[str]:
    """The temporary files that a run which died left here more than an hour ago; each a path."""
    now = time.time()
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name != LOCK_NAME and is_ours(entry.name):
                with suppress(OSError):
                    if now - entry.stat(follow_symlinks=False).st_mtime > _STRAY_AFTER:
                        found.append(entry.path)
    return found


def _replace(path: Path, content: Iterable[bytes], mode: int) -> None:
    temporary = _written(path.parent, content, mode)
    try:
        temporary.replace(path)
    except OSError:
        _forget(temporary)
        raise
    _sync_folder(path.parent)


def _written(folder: Path, content: Iterable[bytes], mode: int = PRIVATE_FILE) -> Path:
    """A temporary file in the folder with that content, safe on the disk."""
    for stray in strays(folder):
        with suppress(OSError):
            os.unlink(stray)  # noqa: PTH108 - scandir gives text
    temporary = folder / f"{_TEMPORARY[0]}{os.urandom(8).hex()}{_TEMPORARY[1]}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    opened = os.open(temporary, flags, PRIVATE_FILE)
    try:
        with os.fdopen(opened, "wb") as file:
            if mode != PRIVATE_FILE:
                with suppress(OSError):  # a disk without permissions
                    os.fchmod(opened, mode)
            file.writelines(content)
            file.flush()
            os.fsync(opened)
    except BaseException:
        _forget(temporary)
        raise
    return temporary


def _give_name(temporary: Path, path: Path) -> None:
    """Let the file be known as `path`, only if nothing has that name."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Where links are refused: claim the name, then replace the empty claim by the whole file.
        claim = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, PRIVATE_FILE)
        os.close(claim)
        try:
            temporary.replace(path)
        except OSError:
            _forget(path)
            raise


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _sync_folder(folder: Path) -> None:
    """Force the folder's names to the disk, where the file system knows such a thing."""
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
