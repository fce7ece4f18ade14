"""Exchanges the names of two files in one step, and reads a file that nobody writes to."""

from __future__ import annotations

import errno
import os
import signal
import stat
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from learnlead.adapters import system

_SWAP: Final = 2
"""`RENAME_EXCHANGE` of Linux (renameat2) and `RENAME_SWAP` of macOS (renamex_np)."""

_CURRENT_FOLDER: Final = {"linux": -100, "darwin": -2}
"""`AT_FDCWD`."""

_CANNOT: Final = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP}
)
"""What systems and file systems say that cannot exchange, or may not."""

_LOOK: Final = os.O_RDONLY | system.NO_FOLLOW | system.NO_WAITING | system.RAW
_WRITERS_TAKE: Final = 1000
"""Milliseconds after which a program that has the file open for writing is not waited for."""

_IGNORED: Final[int] = getattr(signal, "SIGURG", 0)
"""A signal that nothing heeds."""

_A_MOMENT: Final = 0.02
"""Seconds between two looks where the system does not say whether somebody is writing."""


def exchange(first: Path, second: Path) -> bool:
    """Give each file the other's name in one step; False where the system cannot.

    Raises:
        OSError: one of them is not there, or the machine refused.
    """
    renaming = _renaming()
    if renaming is None:
        return False
    number = renaming(os.fsencode(first), os.fsencode(second))
    if number and number not in _CANNOT:
        raise OSError(number, os.strerror(number), str(second))
    return number == 0


def settled_content(path: Path) -> bytes | None:
    """What the file holds once nobody has it open for writing.

    None if it is no regular file, if somebody goes on writing, or just begins to. Where the system
    does not tell who has a file open (macOS, network disks, another user's file), it is
    looked at twice, a moment apart.
    """
    try:
        opened = os.open(path, _LOOK)
    except OSError:
        return None
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            return None
        for _ in range(_WRITERS_TAKE):
            leased = _leased(opened)
            if leased is None:
                return _seen_twice(opened)
            if leased:
                content = _all_of(opened)
                return content if _is_leased_still(opened) else None
            time.sleep(0.001)
    except OSError:
        return None
    finally:
        os.close(opened)
    return None


@cache
def _renaming() -> Callable[[bytes, bytes], int] | None:
    """What exchanges two paths and gives the error's number, 0 for none."""
    at = _CURRENT_FOLDER.get(sys.platform)
    if at is None or not system.IS_POSIX:
        return None
    try:
        import ctypes

        library = ctypes.CDLL(None, use_errno=True)
        call = library.renameat2 if sys.platform == "linux" else library.renameatx_np
    except (ImportError, OSError, AttributeError):
        return None
    call.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]

    def renaming(first: bytes, second: bytes) -> int:
        return ctypes.get_errno() if call(at, first, at, second, _SWAP) else 0

    return renaming


def _leased(opened: int) -> bool | None:
    """Whether a lease was given, which nobody gets while the file is open for writing.

    None where there are no leases. A lease ends when the file is closed; whoever wants to write
    meanwhile waits for that.
    """
    fcntl = system.fcntl
    if not hasattr(fcntl, "F_SETLEASE"):
        return None
    try:
        # The signal that tells of somebody who waits would end the program; this one is ignored.
        fcntl.fcntl(opened, fcntl.F_SETSIG, _IGNORED)
        fcntl.fcntl(opened, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_leased_still(opened: int) -> bool:
    fcntl = system.fcntl
    return bool(fcntl.fcntl(opened, fcntl.F_GETLEASE) == fcntl.F_RDLCK)


def _seen_twice(opened: int) -> bytes | None:
    before = _all_of(opened)
    time.sleep(_A_MOMENT)
    return before if _all_of(opened) == before else None


def _all_of(opened: int) -> bytes:
    os.lseek(opened, 0, os.SEEK_SET)
    parts = []
    while part := os.read(opened, 1 << 20):
        parts.append(part)
    return b"".join(parts)
