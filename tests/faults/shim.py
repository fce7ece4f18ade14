"""Stands between the program and the disk: counts each call that changes a file, and fails one.

Python's own functions are wrapped, in a forked child that ends with the run. An audit hook sees
what reaches the system around them, so that no call is missed.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from faults.power import Power
from learnlead.adapters.disk.files import exchange

Kind = Literal[
    "kill",
    "torn",
    "short",
    "refused",
    "denied",
    "full",
    "stop-before",
    "stop-after",
    "power-names",
    "power-contents",
]
"""What happens at a call.

`kill` is after it, `torn` in the middle of a write; `refused` is a full or a broken disk once,
`full` a full one from then on, `denied` missing rights; `stop` is Ctrl-C; `power` is a kill after
which nothing is on the disk that was not forced there, names and contents or contents alone.
"""

GROWS: Final = ("open", "write", "mkdir", "link", "symlink")
PATHS: Final = ("open", "mkdir", "link", "rename", "exchange", "unlink", "rmdir", "chmod")
_BROKEN: Final = {
    "fsync": errno.EIO,
    "unlink": errno.EROFS,
    "rmdir": errno.EROFS,
    "exchange": errno.EINVAL,  # as where the disk cannot
}
_AUDITED: Final = (
    *("os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod"),
    *("os.symlink", "os.utime", "open", "subprocess.Popen", "os.posix_spawn", "os.exec"),
)
_WRITES: Final = os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Fault:
    """`kind` at the call of that number, counted from 1; one more than there are is the end."""

    kind: Kind
    at: int


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its name, and its path within the world (of a rename the new one)."""

    name: str
    path: str


class Shim:
    """All calls below the folder `world`, and the one at which the fault happens."""

    def __init__(self, world: str, power: Power, fault: Fault | None = None) -> None:
        self.calls: list[Call] = []
        self.missed: list[str] = []
        self.named: Callable[[str], None] = lambda _: None
        """Called with the path of each file that has just got its name or its new content."""
        self.fired = False
        self._world = world
        self._power = power
        self._fault = fault
        self._inside = False
        self._fds: dict[int, str] = {}

    def install(self) -> None:
        """Wrap what Python has for changing files. There is no way back."""
        for name, wrap in _wrappers(self).items():
            setattr(os, name, wrap(getattr(os, name)))
        os.remove = os.unlink
        real_open, self._raw = io.open, _raw_file(self)
        opens = self._opener(real_open)
        io.open = builtins.open = opens
        start = subprocess.Popen.__init__

        def started(popen: Any, words: Any, *args: Any, **kwargs: Any) -> None:
            told = " ".join(map(os.fsdecode, words))
            refused = ["/bin/false"] if self._now("refused") else words
            self.at("run", told, lambda: start(popen, refused, *args, **kwargs))

        subprocess.Popen.__init__ = started  # type: ignore[assignment, method-assign]  # it takes what that takes
        exchanges = exchange._renaming()
        if exchanges is not None:
            wrapped = _exchanging(self, exchanges)
            vars(exchange)["_renaming"] = lambda: wrapped
        sys.addaudithook(self._audit)

    def at(
        self,
        name: str,
        path: str,
        do: Callable[[], Any],
        *,
        half: Callable[[], Any] | None = None,
        names: bool = False,
    ) -> Any:
        """Do one call, or let it fail as the fault says; `half` does a part of it."""
        self.calls.append(Call(name, path))
        kind = self._fault.kind if self._fault else None
        now = self._fault is not None and len(self.calls) == self._fault.at
        late = self._fault is not None and len(self.calls) > self._fault.at
        if kind == "full" and (now or late) and name in GROWS:
            self.fired = True
            raise _error(errno.ENOSPC, path)
        if now and kind is not None:
            done = self._fail_at(kind, name, path, half)
            if done is not None:
                return done
        self._inside = True
        try:
            done = do()
        finally:
            self._inside = False
        if names:
            self.named(path)
        if now and kind in ("kill", "power-names", "power-contents"):
            self.die(kind)
        if now and kind == "stop-after":
            self.fired = True
            signal.raise_signal(signal.SIGINT)
        return done

    def die(self, kind: str) -> None:
        """End here; a cut of the power takes away what was not forced."""
        self._inside = True
        if kind.startswith("power"):
            self._power.forget(names=kind == "power-names")
        os.kill(os.getpid(), signal.SIGKILL)

    def _now(self, kind: Kind) -> bool:
        return self._fault == Fault(kind, len(self.calls) + 1)

    def _fail_at(self, kind: Kind, name: str, path: str, half: Callable[[], Any] | None) -> Any:
        self.fired = kind not in ("kill", "stop-after")
        self._inside = True
        try:
            match kind:
                case "torn" if half is not None:
                    half()
                    self.die(kind)
                case "short" if half is not None:
                    return half()
                case "refused" if name != "run":
                    raise _error(_BROKEN.get(name, errno.ENOSPC), path)
                case "denied" if name in PATHS:
                    raise _error(errno.EACCES, path)
                case "stop-before":
                    signal.raise_signal(signal.SIGINT)
        finally:
            self._inside = False
        return None

    def inside(self, path: Any, folder: int | None = None) -> str | None:
        """The path within the world; None for what lies elsewhere, and for what is no file."""
        if isinstance(path, int):
            try:
                whole = os.readlink(f"/proc/self/fd/{path}")
            except OSError:
                return None
        else:
            whole = os.fsdecode(path)
            if not whole.startswith("/"):
                base = os.readlink(f"/proc/self/fd/{folder}") if folder is not None else os.getcwd()
                whole = os.path.normpath(f"{base}/{whole}")
        whole = whole.removesuffix(" (deleted)")
        return whole[len(self._world) + 1 :] if whole.startswith(f"{self._world}/") else None

    def whole(self, path: str) -> str:
        """The absolute path."""
        return f"{self._world}/{path}"

    @property
    def power(self) -> Power:
        """What was forced to the disk, and what not."""
        return self._power

    def _opener(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(
            file: Any,
            mode: str = "r",
            buffering: int = -1,
            encoding: Any = None,
            errors: Any = None,
            newline: Any = None,
            closefd: bool = True,
            opener: Any = None,
        ) -> Any:
            path = self.inside(file) if set(mode) & set("wax+") else None
            if path is None:
                return real(file, mode, buffering, encoding, errors, newline, closefd, opener)
            plain = mode.replace("b", "").replace("t", "")
            raw: Any

            def make() -> Any:
                return self._raw(file, plain, closefd, opener)

            if isinstance(file, int):
                raw = make()
            else:
                raw = self.at("open", path, self.power.creating(self.whole(path), make))
            if buffering == 0:
                return raw
            buffer = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
            if "b" in mode:
                return buffer
            return io.TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)

        return opened

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        if self._inside or event not in _AUDITED:
            return
        if event == "open" and not (isinstance(args[2], int) and args[2] & _WRITES):
            return
        if event == "open" and (isinstance(args[0], int) or self.inside(args[0]) is None):
            return  # a file that is open already, or one that is not ours
        if event.startswith("os.") and self.inside(args[0]) is None and len(args) < 3:
            return
        if event == "subprocess.Popen":
            return  # it begins within `Popen.__init__`, which is wrapped
        self.missed.append(f"{event} {args[0]}")


def _error(number: int, path: str) -> OSError:
    return OSError(number, os.strerror(number), path)


def _raw_file(shim: Shim) -> type[io.FileIO]:
    class Raw(io.FileIO):
        """A file whose writes are seen."""

        def write(self, data: Any) -> Any:
            return written(shim, self.fileno(), bytes(data), super().write)

        def truncate(self, size: Any = None) -> Any:
            path = shim.inside(self.fileno()) or ""
            shim.power.touching(self.fileno())
            return shim.at("truncate", path, lambda: super(Raw, self).truncate(size))

    return Raw


def written(shim: Shim, fd: int, data: bytes, real: Callable[[bytes], Any]) -> Any:
    """Write to a file, in part where the fault says so."""
    path = shim.inside(fd)
    if path is None:
        return real(data)
    shim.power.touching(fd)
    some = data[: max(1, len(data) // 2)]
    return shim.at("write", path, lambda: real(data), half=lambda: real(some))


def _exchanging(shim: Shim, real: Callable[[bytes, bytes], int]) -> Callable[[bytes, bytes], int]:
    """What reaches the system without Python's own functions."""

    def wrapped(one: bytes, other: bytes) -> int:
        inside = shim.inside(other)
        if inside is None:
            return real(one, other)
        first, second = os.fsdecode(one), os.fsdecode(other)

        def exchanged() -> int:
            done: int = shim.power.exchanging(first, second, lambda: real(one, other))
            return done

        done: int = shim.at("exchange", inside, exchanged, names=True)
        return done

    return wrapped


def _wrappers(shim: Shim) -> dict[str, Callable[[Any], Any]]:
    from faults import wrappers

    return wrappers.all_of(shim)
