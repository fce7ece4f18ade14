"""Each function of `os` that changes a file, wrapped."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from faults.shim import Shim

Real = Callable[..., Any]


def all_of(shim: Shim) -> dict[str, Callable[[Real], Real]]:
    """By the function's name."""
    return {
        "open": lambda real: _opening(shim, real),
        "write": lambda real: _writing(shim, real),
        **{name: lambda real: _forcing(shim, real) for name in ("fsync", "fdatasync")},
        **{name: lambda real: _renaming(shim, real) for name in ("rename", "replace")},
        "link": lambda real: _linking(shim, real),
        "symlink": lambda real: _linking(shim, real, name="symlink"),
        "unlink": lambda real: _removing(shim, real),
        "mkdir": lambda real: _making(shim, real),
        "rmdir": lambda real: _removing_folder(shim, real),
        **{name: lambda real: _truncating(shim, real) for name in ("ftruncate", "truncate")},
        **{name: lambda real: _changing(shim, real) for name in ("chmod", "fchmod", "utime")},
    }


def _opening(shim: Shim, real: Real) -> Real:
    def wrapped(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> Any:
        inside = shim.inside(path, dir_fd) if flags & (os.O_CREAT | os.O_TRUNC) else None
        if inside is None:
            return real(path, flags, mode, dir_fd=dir_fd)
        whole = shim.whole(inside)
        make = shim.power.creating(whole, lambda: real(path, flags, mode, dir_fd=dir_fd))
        return shim.at("open", inside, make)

    return wrapped


def _writing(shim: Shim, real: Real) -> Real:
    from faults.shim import written

    return lambda fd, data: written(shim, fd, bytes(data), lambda some: real(fd, some))


def _forcing(shim: Shim, real: Real) -> Real:
    def wrapped(fd: Any) -> None:
        number = fd if isinstance(fd, int) else fd.fileno()
        inside = shim.inside(number)

        def forced() -> None:
            real(number)
            shim.power.forced(number)

        if inside is None:
            forced()
        else:
            shim.at("fsync", inside, forced)

    return wrapped


def _renaming(shim: Shim, real: Real) -> Real:
    def wrapped(source: Any, target: Any, **folders: int | None) -> None:
        inside = shim.inside(target, folders.get("dst_dir_fd"))
        before = shim.inside(source, folders.get("src_dir_fd"))
        if inside is None or before is None:
            real(source, target, **folders)
            return
        old, new = shim.whole(before), shim.whole(inside)

        def renamed() -> None:
            shim.power.renaming(old, new, lambda: real(source, target, **folders))

        shim.at("rename", inside, renamed, names=True)

    return wrapped


def _linking(shim: Shim, real: Real, name: str = "link") -> Real:
    def wrapped(source: Any, target: Any, *args: Any, **options: Any) -> None:
        inside = shim.inside(target, options.get("dst_dir_fd"))
        if inside is None:
            real(source, target, *args, **options)
            return

        def linked() -> None:
            real(source, target, *args, **options)
            shim.power.made(shim.whole(inside))

        shim.at(name, inside, linked, names=True)

    return wrapped


def _removing(shim: Shim, real: Real) -> Real:
    def wrapped(path: Any, *, dir_fd: int | None = None) -> None:
        inside = shim.inside(path, dir_fd)
        if inside is None:
            real(path, dir_fd=dir_fd)
            return
        whole = shim.whole(inside)
        remove = shim.power.removing(whole, lambda: real(path, dir_fd=dir_fd))
        shim.at("unlink", inside, remove)

    return wrapped


def _making(shim: Shim, real: Real) -> Real:
    def wrapped(path: Any, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        inside = shim.inside(path, dir_fd)
        if inside is None:
            real(path, mode, dir_fd=dir_fd)
            return

        def made() -> None:
            real(path, mode, dir_fd=dir_fd)
            shim.power.made_folder(shim.whole(inside))

        shim.at("mkdir", inside, made)

    return wrapped


def _removing_folder(shim: Shim, real: Real) -> Real:
    def wrapped(path: Any, *, dir_fd: int | None = None) -> None:
        inside = shim.inside(path, dir_fd)
        if inside is None:
            real(path, dir_fd=dir_fd)
            return

        def removed() -> None:
            real(path, dir_fd=dir_fd)
            shim.power.removed_folder(shim.whole(inside))

        shim.at("rmdir", inside, removed)

    return wrapped


def _truncating(shim: Shim, real: Real) -> Real:
    def wrapped(file: Any, length: int) -> None:
        inside = shim.inside(file)
        if inside is None:
            real(file, length)
            return
        if isinstance(file, int):
            shim.power.touching(file)
        shim.at("truncate", inside, lambda: real(file, length))

    return wrapped


def _changing(shim: Shim, real: Real) -> Real:
    """Permissions and times: no words are in them, so a cut of the power is not looked at."""

    def wrapped(file: Any, *args: Any, **options: Any) -> None:
        inside = shim.inside(file, options.get("dir_fd"))
        if inside is None:
            real(file, *args, **options)
            return
        shim.at("chmod", inside, lambda: real(file, *args, **options))

    return wrapped
