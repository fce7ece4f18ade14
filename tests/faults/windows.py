"""What Windows does otherwise, done to this process: the program must get along with it.

No POSIX module and no POSIX name of `os`, locks by `msvcrt`; an open file is neither renamed nor
removed, a folder is not opened, a name holds none of `<>:"|?*`.
"""

from __future__ import annotations

import errno
import fcntl
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from learnlead.adapters import system

NOT_THERE = (
    *("O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC"),
    *("chown", "getuid", "geteuid", "getgid", "getegid", "uname", "mkfifo"),
    *("setsid", "killpg", "getpgid", "tcgetpgrp", "ttyname", "statvfs"),
)
"""Names of `os` that only POSIX has; those by which the tests fork and wait stay."""

MODULES = ("fcntl", "pwd", "grp", "termios", "tty", "pty", "resource", "syslog")
NO_NAME = frozenset('<>:"|?*')


def become_windows() -> None:
    """Take away what is not there, and refuse what is refused there."""
    vars(system).update(fcntl=None, termios=None, tty=None, IS_POSIX=False)
    for name, module in list(sys.modules.items()):
        if name.startswith("learnlead.adapters.") and module is not system:
            copied = {"termios", "tty", "fcntl"} & vars(module).keys()
            vars(module).update(dict.fromkeys(copied))
    sys.modules["msvcrt"] = _msvcrt()
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]  # what makes an import fail
    for name in NOT_THERE:
        if hasattr(os, name):
            delattr(os, name)
    for name in ("replace", "rename", "unlink", "remove", "rmdir"):
        setattr(os, name, _refusing_open_files(getattr(os, name)))
    vars(os)["open"] = _refusing_folders(os.open)
    vars(os)["close"] = _forgetting(os.close)
    vars(os)["chmod"] = lambda *_, **__: None
    os.environ.update({"USERPROFILE": os.environ["HOME"], "COMPUTERNAME": "desk"})


def _msvcrt() -> ModuleType:
    """Locks as Windows has them: PermissionError where somebody else holds one."""
    made = ModuleType("msvcrt")

    def locking(opened: int, _mode: int, _bytes: int) -> None:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from None

    vars(made).update(locking=locking, LK_NBLCK=2)
    return made


def _refusing_open_files(call: Callable[..., Any]) -> Callable[..., Any]:
    def refusing(path: Any, *more: Any, **named: Any) -> Any:
        if "dir_fd" not in named and _is_open(os.fspath(path)):
            raise PermissionError(errno.EACCES, "another process has it open", os.fspath(path))
        return call(path, *more, **named)

    return refusing


def _is_open(path: Any) -> bool:
    """Whether the program has the file open, or one in the folder."""
    whole = os.path.realpath(path)
    for descriptor in sorted(_opened):
        try:
            opened = os.readlink(f"/proc/self/fd/{descriptor}")
        except OSError:
            continue
        if opened == whole or opened.startswith(f"{whole}/"):
            return True
    return False


def _refusing_folders(call: Callable[..., int]) -> Callable[..., int]:
    def opening(path: Any, *more: Any, **named: Any) -> int:
        if _is_ours(sys._getframe(1)):
            if os.path.isdir(path):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
            if NO_NAME & set(Path(os.fsdecode(path)).name):
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
            opened = call(path, *more, **named)
            _opened.add(opened)
            return opened
        return call(path, *more, **named)

    return opening


_opened: set[int] = set()
"""Descriptors that the program was given and has not closed."""


def _forgetting(call: Callable[[int], None]) -> Callable[[int], None]:
    def closing(opened: int) -> None:
        _opened.discard(opened)
        call(opened)

    return closing


def _is_ours(frame: Any) -> bool:
    """Whether the program itself calls, perhaps through a wrapper of the tests."""
    for _ in range(3):
        if frame is None:
            return False
        if str(frame.f_globals.get("__name__", "")).startswith("learnlead."):
            return True
        frame = frame.f_back
    return False
