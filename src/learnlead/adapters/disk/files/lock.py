"""One run at a time updates a folder's files: a lock by `flock`, or by a PID lock."""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from learnlead.adapters import system
from learnlead.adapters.disk.files.pid_lock import PidLock

LOCK_NAME: Final = ".learnlead.lock"

PID_LOCK_SUFFIX: Final = ".claim"
"""Added to the name of a lock for the PID lock that stands for it."""

PATIENCE = 5.0
"""Seconds to wait for another run; an update takes milliseconds."""

NO_LOCKS: Final = frozenset(
    {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.EBADF}
)
"""What a file system says that knows no locks."""


class Busy(Exception):  # noqa: N818 - says what is the case
    """Another run of the program holds the lock; its text is what that one's lock says.

    Attributes:
        machine: the one it runs on, where that is another one.
        lock_file: the file to remove if it does not run any more, where nobody here can know that.
    """

    def __init__(self, says: str = "", machine: str = "", lock_file: str = "") -> None:
        super().__init__(says)
        self.machine = machine
        self.lock_file = lock_file


class Lock:
    """A context in which this run alone updates the folder.

    The system's own lock on a lock file (flock): it falls with the process that holds it, so a
    file left behind by a run that died, or before the machine was restarted, locks nobody out.
    On a file system without such locks a PID lock stands for it.

    `patience` is in seconds; without it, `PATIENCE`. `says` is for the run that finds it locked.
    `lasts` is whether it is held while a person works, not while a file is written.
    """

    def __init__(
        self,
        folder: Path,
        name: str = LOCK_NAME,
        patience: float | None = None,
        says: str = "",
        *,
        lasts: bool = False,
    ) -> None:
        self._path = folder / name
        self._pid_lock = PidLock(folder / f"{name}{PID_LOCK_SUFFIX}", lasts=lasts)
        self._uses_pid_lock = False
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
                raise self._busy()
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
        if not system.IS_POSIX:  # where it could not go while it was open
            with suppress(OSError):
                self._path.unlink()
        self._pid_lock.release()

    def _busy(self) -> Busy:
        if self._uses_pid_lock:
            holder = self._pid_lock.holder()
            if holder is None:
                return Busy()
            return Busy(holder.says, holder.elsewhere, self._pid_lock.file if holder.unsure else "")
        with suppress(OSError):
            return Busy(self._path.read_text("utf-8", "replace"))
        return Busy()

    def _taken(self) -> bool:
        opened = os.open(self._path, os.O_RDWR | os.O_CREAT | system.NO_FOLLOW | system.RAW, 0o600)
        try:
            system.lock(opened)
            mine = os.path.samestat(os.fstat(opened), self._path.lstat())
        except (BlockingIOError, FileNotFoundError):  # held, or its holder has just removed it
            mine = False
        except OSError as error:
            if error.errno not in NO_LOCKS:
                os.close(opened)
                raise
            try:
                mine = self._took_pid_lock(opened)
            except OSError:
                os.close(opened)
                raise
        if mine:
            os.ftruncate(opened, 0)  # a run that died may have said something
            self._opened = opened
        else:
            os.close(opened)
        return mine

    def _took_pid_lock(self, opened: int) -> bool:
        self._uses_pid_lock = True
        os.utime(opened)  # gives the time as the file system has it, which may be a server's
        return self._pid_lock.take(self._says, os.fstat(opened).st_mtime)
