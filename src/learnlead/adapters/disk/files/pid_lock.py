"""A PID lock: a file that stands for a lock where the file system has no `flock`.

It can be made once (O_EXCL), and says which process of which machine made it. Unlike a lock it
outlives a run that was killed, so whoever finds one decides whether its maker still runs: for sure
on the same machine, by its age on another one.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from learnlead.adapters import system

_BEING_MADE: Final = 10.0
"""Seconds after which a PID lock that says nothing was left by a run that died over it."""

_FORGOTTEN: Final = 600.0
"""Seconds after which another machine's PID lock is no longer believed, if it does not last."""

_SETTLES: Final = 0.1
"""Seconds in which every run that saw the same stale PID lock has removed it."""

_NOBODY: Final = "ended"


class Holder(NamedTuple):
    """Who made a PID lock.

    Attributes:
        pid: the process.
        started: when it started, so that no later process of that number is taken for it; empty
            where the system does not tell.
        machine: its name, then what tells its numbers of processes from those of others.
        says: what the run wants others to know.
    """

    pid: int
    started: str
    machine: str
    says: str

    @property
    def elsewhere(self) -> str:
        """The name of its machine, if that is another one than this; empty otherwise."""
        return "" if self.machine == _machine() else self.machine.partition(" ")[0]

    @property
    def unsure(self) -> bool:
        """Whether nobody here can know that it still runs."""
        return bool(self.elsewhere) or not self.started


class PidLock:
    """A PID lock at a path.

    Attributes:
        file: its path.

    Args:
        path: the same.
        lasts: whether it may be held for days, so that age says nothing.
    """

    def __init__(self, path: Path, *, lasts: bool) -> None:
        self.file = str(path)
        self._path = path
        self._lasts = lasts
        self._content = b""

    def take(self, says: str, now: float) -> bool:
        """Whether it is this run's now; `now` is the time as the file system has it.

        Raises:
            OSError: it cannot be made.
        """
        pid = os.getpid()
        content = f"{pid} {_started(pid)}\n{_machine()}\n{says}\n".encode()
        if self._made(content):
            return True
        stored = self._read()
        if stored is None or not self._is_stale(*stored, now):
            return False
        if self._read_content() == stored[0]:  # else another run has taken it over already
            with suppress(FileNotFoundError):
                self._path.unlink()
        if not self._made(content):
            return False
        time.sleep(_SETTLES)
        if self._read_content() == content:
            return True
        self._content = b""
        return False

    def release(self) -> None:
        """Let others have it; one that is no longer this run's is left alone."""
        if self._content and self._read_content() == self._content:
            with suppress(OSError):
                self._path.unlink()
        self._content = b""

    def holder(self) -> Holder | None:
        """Who holds it; None if nobody does, or it does not say."""
        return _holder(self._read_content())

    def _made(self, content: bytes) -> bool:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | system.RAW
        try:
            opened = os.open(self._path, flags, 0o600)
        except FileExistsError:
            return False
        try:
            os.write(opened, content)
        except OSError:
            self._path.unlink()
            raise
        finally:
            os.close(opened)
        self._content = content
        return True

    def _read(self) -> tuple[bytes, float] | None:
        with suppress(OSError):
            return self._path.read_bytes(), self._path.lstat().st_mtime
        return None

    def _read_content(self) -> bytes:
        stored = self._read()
        return b"" if stored is None else stored[0]

    def _is_stale(self, content: bytes, made: float, now: float) -> bool:
        holder = _holder(content)
        if holder is None:
            return now - made > _BEING_MADE
        if holder.elsewhere:
            return not self._lasts and now - made > _FORGOTTEN
        return not _runs(holder)


def _holder(content: bytes) -> Holder | None:
    lines = content.decode("utf-8", "replace").split("\n")
    pid, _, started = lines[0].partition(" ")
    if len(lines) < 4 or not (pid.isascii() and pid.isdigit()) or len(pid) > 9:
        return None
    return Holder(int(pid), started, lines[1], lines[2])


def _machine() -> str:
    """Which machine this is; a container has processes of its own and counts as one."""
    namespace = ""
    with suppress(OSError):
        namespace = os.readlink("/proc/self/ns/pid")  # noqa: PTH115 - a name, not a path
    return f"{system.machine_name()} {namespace}"


def _runs(holder: Holder) -> bool:
    """Whether the process is still there; it may be another user's."""
    if not system.is_running(holder.pid):
        return False
    started = _started(holder.pid)
    return started != _NOBODY and (not started or not holder.started or started == holder.started)


def _started(pid: int) -> str:
    """When a process started, in which run of the machine; empty where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""
    return _NOBODY if fields[0] in ("Z", "X") else f"{boot}/{fields[19]}"
