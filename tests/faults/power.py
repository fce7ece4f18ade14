"""What a cut of the power takes: names and contents that nothing has forced to the disk.

The strictest reading of POSIX: a content is safe once its file was forced, a name once its folder
was. Real file systems keep more; a program that is right here is right on all of them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

_os: Final = {
    name: getattr(os, name)
    for name in ("rename", "link", "unlink", "mkdir", "ftruncate", "pwrite", "dup", "open", "rmdir")
}
"""The functions as they are before anything is wrapped."""


class Power:
    """Remembers the way back; `grave` is a folder beside the world for what was removed."""

    def __init__(self, grave: str) -> None:
        self._grave = grave
        self._buried = 0
        self._names: list[tuple[str, Callable[[], Any]]] = []
        self._contents: dict[tuple[int, int], tuple[int, bytes]] = {}

    def forget(self, *, names: bool) -> None:
        """Put the disk into the state after a cut; without `names` every name has survived."""
        for fd, content in self._contents.values():
            _os["ftruncate"](fd, 0)
            _os["pwrite"](fd, content, 0)
        if names:
            for _, undo in reversed(self._names):
                with suppress(OSError):
                    undo()

    def creating(self, path: str, make: Callable[[], Any]) -> Callable[[], Any]:
        """Open a file that may be new."""

        def made() -> Any:
            there = os.path.lexists(path)
            before = _content(path) if there else b""
            opened = make()
            fd = opened if isinstance(opened, int) else opened.fileno()
            if not there:
                self.made(path)
            if os.fstat(fd).st_size != len(before):
                self._remember(fd, before)
            elif not there:
                self._remember(fd, b"")
            return opened

        return made

    def touching(self, fd: int) -> None:
        """The content is about to be changed."""
        with suppress(OSError):
            self._remember(fd, _content(f"/proc/self/fd/{fd}"))

    def forced(self, fd: int) -> None:
        """The content is safe, or a folder's names are."""
        state = os.fstat(fd)
        self._contents.pop((state.st_dev, state.st_ino), None)
        folder = os.readlink(f"/proc/self/fd/{fd}")
        self._names = [(where, undo) for where, undo in self._names if where != folder]

    def renaming(self, old: str, new: str, rename: Callable[[], None]) -> None:
        """A file or a folder gets another name, perhaps one that another file had."""
        buried = self._bury(new)
        rename()

        def undo() -> None:
            _os["rename"](new, old)
            if buried is not None:
                _os["rename"](buried, new)

        self._names.append((os.path.dirname(new), undo))

    def exchanging(self, one: str, other: str, exchange: Callable[[], Any]) -> Any:
        """Two files change names."""
        done = exchange()

        def undo() -> None:
            between = f"{self._grave}/between"
            _os["rename"](one, between)
            _os["rename"](other, one)
            _os["rename"](between, other)

        self._names.append((os.path.dirname(other), undo))
        return done

    def made(self, path: str) -> None:
        """A file has a name that was free."""
        self._names.append((os.path.dirname(path), lambda: _os["unlink"](path)))

    def made_folder(self, path: str) -> None:
        """A folder is new: without its name nothing in it is found."""
        undo = lambda: _os["rename"](path, self._place())  # noqa: E731 - one line says it
        self._names.append((os.path.dirname(path), undo))

    def removing(self, path: str, remove: Callable[[], None]) -> Callable[[], None]:
        """A name goes."""

        def removed() -> None:
            buried = self._bury(path)
            remove()
            if buried is not None:
                undo = lambda: _os["rename"](buried, path)  # noqa: E731 - one line says it
                self._names.append((os.path.dirname(path), undo))

        return removed

    def removed_folder(self, path: str) -> None:
        """A folder is gone."""
        self._names.append((os.path.dirname(path), lambda: _os["mkdir"](path)))

    def _remember(self, fd: int, content: bytes) -> None:
        state = os.fstat(fd)
        key = state.st_dev, state.st_ino
        if key not in self._contents:
            again = _os["open"](f"/proc/self/fd/{fd}", os.O_RDWR)
            self._contents[key] = again, content

    def _bury(self, path: str) -> str | None:
        """Keep what has the name, under another one."""
        if not os.path.lexists(path) or os.path.isdir(path):
            return None
        place = self._place()
        _os["link"](path, place, follow_symlinks=False)
        return place

    def _place(self) -> str:
        self._buried += 1
        return f"{self._grave}/{self._buried}"


def _content(path: str) -> bytes:
    fd = _os["open"](path, os.O_RDONLY)
    try:
        return b"".join(iter(lambda: os.read(fd, 1 << 20), b""))
    finally:
        os.close(fd)


def emptied(grave: str) -> None:
    """An empty folder for what is removed."""
    shutil.rmtree(grave, ignore_errors=True)
    _os["mkdir"](grave)
