"""One run of the program at a time updates a folder's files."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

LOCK_NAME: Final = ".learnlead.lock"

PATIENCE = 5.0
"""Seconds to wait for another run; an update takes milliseconds."""

_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP})


class Busy(Exception):  # noqa: N818 - says what is the case
    """Another run of the program holds the lock; its text is what that one's lock says."""


class Lock:
    """A context in which this run alone updates the folder.

    The system's own lock on a lock file (flock): it falls with the process that holds it, so a
    file left behind by a run that died, or before the machine was restarted, locks nobody out.
    On a file system without such locks the context is entered all the same.

    `patience` is in seconds; without it, `PATIENCE`. `says` is for the run that finds it locked.
    """

    def __init__(
        self,
        folder: Path,
        name: str = LOCK_NAME,
        patience: float | None = None,
        says: str = "",
    ) -> None:
        self._path = folder / name
        self._patience = patience
        self._says = says
        self._opened = -1

    def __enter__(self) -> None:
        """Wait for the lock.

        Raises:
            Busy: another run held it all the time.
            OSError: the lock file cannot be made.
        """
        give_up = time.monotonic() + (PATIENCE if self._patience is None else self._patience)
        while not self._taken():
            if time.monotonic() >= give_up:
                raise Busy(self._said())
            time.sleep(0.01)
        if self._says:
            os.write(self._opened, self._says.encode())

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        with suppress(OSError):
            self._path.unlink()
        os.close(self._opened)

    def _said(self) -> str:
        with suppress(OSError):
            return self._path.read_text("utf-8", "replace")
        return ""

    def _taken(self) -> bool:
        opened = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            mine = os.path.samestat(os.fstat(opened), self._path.lstat())
        except (BlockingIOError, FileNotFoundError):  # held, or its holder has just removed it
            mine = False
        except OSError as error:
            mine = error.errno in _NO_LOCKS
            if not mine:
                os.close(opened)
                raise
        if mine:
            os.ftruncate(opened, 0)  # a run that died may have said something
            self._opened = opened
        else:
            os.close(opened)
        return mine
