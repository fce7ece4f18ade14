"""A bundle that was unpacked: a folder from a stranger, of which no link is ever followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import Final, NoReturn

from learnlead.coaching.bundle import FILES_AT_MOST
from learnlead.errors import LearnleadError, Problem
from learnlead.plaintext.words import quoted
from learnlead.storage.bundle_zip import ALL_TOGETHER, LITTER, NAME, OF_A_MAC, PIECE
from learnlead.storage.failures import told
from learnlead.storage.reading import LARGEST

_FOLDERS: Final = ("", "annexes/", "annexes/pages/")
_FLAGS: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NOCTTY
_TAKE_OUT: Final = "take it out, or ask for the bundle anew"


class FolderFiles:
    """The files of a folder.

    Raises:
        LearnleadError: something in it is no file of a bundle, or too large.
        MachineFailed: the folder cannot be read.
    """

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._sizes: dict[str, int] = {}
        with told("read the bundle", shown):
            for folder in _FOLDERS:
                self._list(folder)
        self.names = list(self._sizes)
        if sum(self._sizes.values()) > ALL_TOGETHER:
            self._refuse("this bundle is too large")

    def size(self, name: str) -> int:
        """The bytes in that file."""
        return self._sizes[name]

    def read(self, name: str) -> bytes:
        """All that is in that file.

        Raises:
            LearnleadError: there is none.
        """
        if name not in self._sizes:
            self._refuse(f"this bundle lacks {name}")
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The same bit by bit, never more than the file's size was."""
        with told("read the bundle", self._shown):
            opened = os.open(f"{self._shown}/{name}", _FLAGS)
            try:
                left = self._sizes[name] + 1  # one byte more tells that it grew
                while left and (piece := os.read(opened, min(PIECE, left))):
                    left -= len(piece)
                    yield piece
            finally:
                os.close(opened)

    def _list(self, folder: str) -> None:
        path = f"{self._shown}/{folder}"
        if folder and not os.path.lexists(path.rstrip("/")):
            return
        with os.scandir(path) as entries:
            for entry in entries:
                name = folder + entry.name
                found = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(found.st_mode) and (f"{name}/" in _FOLDERS or name == OF_A_MAC):
                    continue
                if stat.S_ISREG(found.st_mode) and LITTER.fullmatch(name):
                    continue
                if not stat.S_ISREG(found.st_mode) or not NAME.fullmatch(name):
                    self._refuse(f"{quoted(name)} is no file of a bundle", _TAKE_OUT)
                if found.st_size > LARGEST or len(self._sizes) > FILES_AT_MOST:
                    self._refuse(f"{quoted(name)} is too large, or one file too many", _TAKE_OUT)
                self._sizes[name] = found.st_size

    def _refuse(self, message: str, remedy: str = "ask for it anew") -> NoReturn:
        raise LearnleadError(Problem(message, remedy, self._shown))
