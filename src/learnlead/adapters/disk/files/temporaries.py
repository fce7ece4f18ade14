"""The temporary files and folders of this program: named, made, held and cleaned here alone.

They hold words that are about to become a page, a draft, an answer or a bundle, so that none may
stay behind a run that was killed. A run holds each of its own by a lock on the file itself
(flock), which falls with the process: what nobody holds is a stray, whatever its age. Strays are
removed under the lock of their folder, since a page that is being exchanged (see
`exchange`) has a temporary name for a moment, too.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Self

from learnlead.adapters import system
from learnlead.adapters.disk.files.lock import LOCK_NAME, NO_LOCKS, PID_LOCK_SUFFIX, Busy, Lock
from learnlead.adapters.disk.files.sync import force

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
"""Permissions of what is its owner's alone."""

_BEGINS: Final = ".learnlead-"
_ENDS: Final = ".tmp"

_STRAY_AFTER: Final = 3600
"""Seconds after which a temporary belongs to nobody where the file system has no locks."""

_along: list[Callable[[], Iterable[Path]]] = []
"""The program's own folders, until they are cleaned along with the first of all."""

_LOOK: Final = os.O_RDONLY | system.NO_FOLLOW | system.NO_WAITING | system.RAW


def is_temporary(name: str) -> bool:
    """Whether the file name is that of a temporary of this program."""
    return name.startswith(_BEGINS) and name.endswith(_ENDS)


def is_ours(name: str) -> bool:
    """Whether the file name is that of a temporary or of a folder's lock."""
    return name in (LOCK_NAME, f"{LOCK_NAME}{PID_LOCK_SUFFIX}") or is_temporary(name)


class TemporaryFile:
    """An empty file of the owner alone, open for writing, until its context ends.

    Whatever has its name then is removed: the file itself, unless it was given another name, or
    what was exchanged for it.

    Attributes:
        path: where it is.
        opened: its file descriptor.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = folder
        self.opened = -1

    def __enter__(self) -> Self:
        """Make it, and hold it. Raises `OSError`."""
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | system.RAW
        while self.opened < 0:
            self.path = _new_name(self._folder)
            opened = os.open(self.path, flags, PRIVATE_FILE)
            if _hold(opened, self.path):
                self.opened = opened
            else:
                os.close(opened)
        return self

    def write(self, chunks: Iterable[bytes], mode: int = PRIVATE_FILE) -> None:
        """Write these bytes, safe on the disk on return. Raises `OSError`."""
        with os.fdopen(self.opened, "wb", closefd=False) as file:
            if mode != PRIVATE_FILE:
                with suppress(OSError):  # a disk without permissions
                    system.set_mode(self.opened, mode)
            file.writelines(chunks)
            file.flush()
            force(self.opened)

    def close(self) -> None:
        """Close the file; from here on only the lock of its folder keeps it from being removed."""
        if self.opened >= 0:
            os.close(self.opened)
            self.opened = -1

    def replace(self, path: Path) -> None:
        """Give the file that name, whatever has it now. Raises `OSError`."""
        if not system.IS_POSIX:
            self.close()
        self.path.replace(path)

    def __exit__(self, *_: object) -> None:
        if not system.IS_POSIX:
            self.close()
        with suppress(OSError):
            self.path.unlink()
        with suppress(OSError):
            self.close()


@contextmanager
def temporary_folder(parent: Path) -> Iterator[Path]:
    """A context with an empty folder of the owner alone; what it holds at the end is removed.

    The folder may be given another name meanwhile. Raises `OSError`.
    """
    while True:
        path = _new_name(parent)
        path.mkdir(mode=PRIVATE_FOLDER)
        opened = system.open_folder(path)
        if opened is None or _hold(opened, path):
            break
        os.close(opened)
    try:
        yield path
    finally:
        _remove_folder(path)
        if opened is not None:
            os.close(opened)


def temporaries_in(folder: Path) -> list[str]:
    """All temporaries in the folder, those of runs that are at it included; each a path."""
    try:
        with os.scandir(folder) as entries:
            return [entry.path for entry in entries if is_temporary(entry.name)]
    except OSError:
        return []


def strays(folder: Path) -> list[str]:
    """The temporaries in the folder that runs which died have left; each a path."""
    paths = []
    for path in temporaries_in(folder):
        with _examined(path) as is_stray:
            if is_stray:
                paths.append(path)
    return sorted(paths)


def clean(folder: Path, patience: float | None = None) -> None:
    """Remove the strays in the folder, under its lock; those that cannot be removed stay.

    Raises:
        Busy: another run is changing something there, for longer than the patience lasts.
        OSError: the lock cannot be taken.
    """
    if temporaries_in(folder):  # else there is no need for a lock in somebody else's folder
        with Lock(folder, patience=patience):
            clean_locked(folder)


def clean_if_free(folder: Path) -> None:
    """The same, unless another run is at it; nothing is raised."""
    with suppress(Busy, OSError):
        clean(folder, patience=0.0)
    _clean_along()


def clean_along(folders: Callable[[], Iterable[Path]]) -> None:
    """Have these folders cleaned, too, once, as soon as this run writes into any folder.

    So whatever a run that died has left in a workspace goes with the next change in it, and a
    command that only tells changes nothing.
    """
    _along[:] = [folders]


def _clean_along() -> None:
    while _along:
        for folder in _along.pop()():
            clean_if_free(folder)


def clean_locked(folder: Path) -> None:
    """The same for whoever holds the lock of the folder."""
    _clean_along()
    for path in temporaries_in(folder):
        with _examined(path) as is_stray:
            if is_stray:
                _remove(path)


def _new_name(folder: Path) -> Path:
    return folder / f"{_BEGINS}{os.urandom(8).hex()}{_ENDS}"


def _hold(opened: int, path: Path) -> bool:
    """Whether this run holds the new temporary, and no other has taken it for a stray."""
    try:
        system.lock(opened)
        return os.path.samestat(os.fstat(opened), path.lstat())
    except (BlockingIOError, FileNotFoundError):
        return False
    except OSError as error:
        if error.errno in NO_LOCKS:
            return True
        raise


@contextmanager
def _examined(path: str) -> Iterator[bool]:
    """Whether the temporary is a stray; as long as the context lasts, no run can take it for new.

    A run makes its file first and holds it then: in between it looks like a stray.
    """
    try:
        if not system.IS_POSIX and os.path.isdir(path):  # noqa: PTH112 - scandir gives text
            yield _is_old(os.stat(path))  # noqa: PTH116
            return
        opened = os.open(path, _LOOK)
    except OSError:
        yield False  # gone, a link, or somebody else's
        return
    try:
        yield _is_held_by_nobody(opened)
    finally:
        os.close(opened)


def _is_held_by_nobody(opened: int) -> bool:
    try:
        system.lock(opened)
    except BlockingIOError:
        return False
    except OSError as error:
        return error.errno in NO_LOCKS and _is_old(os.fstat(opened))
    return True


def _is_old(status: os.stat_result) -> bool:
    return time.time() - status.st_mtime > _STRAY_AFTER


def _remove(path: str) -> None:
    with suppress(OSError):
        if stat.S_ISDIR(os.lstat(path).st_mode):
            _remove_folder(Path(path))
        else:
            os.unlink(path)  # noqa: PTH108 - scandir gives text


def _remove_folder(path: Path) -> None:
    import shutil  # several ms, and most commands remove none

    shutil.rmtree(path, ignore_errors=True)
