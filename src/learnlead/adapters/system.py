"""What Windows lacks of POSIX, or does otherwise: nothing else asks which of them it runs on.

On Windows a lock is one of a byte far behind a file's end (`msvcrt.locking`), an open file can be
neither renamed nor removed, a folder can be neither opened nor forced to the disk, and permissions
are not the owner's to set by a mode. Whether a module or a name is there decides, not the name of
the system, so that tests can take them away.
"""

from __future__ import annotations

import errno
import importlib
import os
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final


def _module(name: str) -> Any:
    """The module, whose names the types of another system do not know; None where it is not."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


fcntl: Final = _module("fcntl")
termios: Final = _module("termios")
tty: Final = _module("tty")

IS_POSIX: Final = fcntl is not None

RAW: Final[int] = (
    getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0) | getattr(os, "O_BINARY", 0)
)
"""For every `os.open`: bytes as they are, and closed in programs that are started."""

NO_FOLLOW: Final[int] = getattr(os, "O_NOFOLLOW", 0)
NO_WAITING: Final[int] = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
"""A pipe or a device with a page's name is opened without waiting, and is no terminal of ours."""

HANG_UP: Final[int] = getattr(signal, "SIGHUP", signal.SIGTERM)
"""The window is closed."""

_FAR: Final = 1 << 30
"""The byte that a lock on Windows is on: others may read what stands before it."""


def lock(opened: int) -> None:
    """Lock the open file for this process alone; the lock falls when it is closed.

    Raises:
        BlockingIOError: somebody else holds it.
        OSError: the file system knows no locks.
    """
    if fcntl is not None:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return
    msvcrt = _module("msvcrt")
    place = os.lseek(opened, 0, os.SEEK_CUR)
    os.lseek(opened, _FAR, os.SEEK_SET)
    try:
        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
    except PermissionError as error:  # what Windows calls a lock of somebody else's
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from error
    finally:
        os.lseek(opened, place, os.SEEK_SET)


def open_folder(folder: Path) -> int | None:
    """A descriptor of the folder, to be locked or forced; None where there is no such thing.

    The folder may be a link: a journal in a synced folder often is one.

    Raises:
        OSError: it cannot be opened.
    """
    is_folder: int | None = getattr(os, "O_DIRECTORY", None)
    return None if is_folder is None else os.open(folder, os.O_RDONLY | is_folder | RAW)


def set_mode(opened: int, mode: int) -> None:
    """Set the permissions of the open file, where it has any. Raises `OSError`."""
    if hasattr(os, "fchmod"):
        os.fchmod(opened, mode)


def is_running(process: int) -> bool:
    """Whether the process is there, perhaps another user's; yes where nobody can ask."""
    if not IS_POSIX:
        return True  # there `os.kill` ends whom it asks
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def machine_name() -> str:
    """What this machine is called."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def user_number() -> int:
    """The user's number; 0 where users have none."""
    return os.getuid() if hasattr(os, "getuid") else 0


def home_of_user(environment: Mapping[str, str]) -> str:
    """The user's own folder as the system knows it; empty where it knows none."""
    if not IS_POSIX:
        return environment.get("USERPROFILE", "")
    try:
        return str(_module("pwd").getpwuid(user_number()).pw_dir)
    except KeyError:
        return ""
