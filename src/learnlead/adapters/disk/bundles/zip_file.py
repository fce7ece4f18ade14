"""A zip from an untrusted sender, checked before any of it is unpacked, and never onto the disk."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, NoReturn

from learnlead.adapters.disk.files.reading import LARGEST
from learnlead.coach.bundle import FILES_AT_MOST
from learnlead.errors import LearnleadError, Problem
from learnlead.text.limits import BUNDLE_AT_MOST
from learnlead.text.problem_text import quoted

ALL_TOGETHER: Final = BUNDLE_AT_MOST
"""Bytes in all files of a bundle, unpacked."""

NAME: Final = re.compile(r"(?:annexes/(?:pages/)?)?[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
"""What a file in a bundle may be called: no way leads out of it."""

LITTER: Final = re.compile(
    r"(?:__MACOSX/)?(?:annexes/(?:pages/)?)?"
    r"(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[A-Za-z0-9._-]{1,200})"
)
"""What a file manager leaves in folders and zips unasked: passed over, and never opened."""

OF_A_MAC: Final = "__MACOSX"
"""The folder in which a Mac keeps litter."""

PIECE: Final = 1 << 16

_FOLDER: Final = re.compile(r"(?:__MACOSX/)?(?:annexes/(?:pages/)?)?")

_WRAPPING: Final = re.compile(
    r"(?!(?:annexes|__MACOSX)/)[^\x00-\x1f\x7f/\\.][^\x00-\x1f\x7f/\\]{0,199}/"
)
"""How a name begins where a whole folder was compressed: with the folder's name."""

_RATIO: Final = 200
_SMALL: Final = 1_000_000
_END: Final = struct.Struct("<4s4H2LH")  # APPNOTE.TXT 6.3.10, 4.3.16
_END_OF_64: Final = b"PK\x06\x07"
_NAMED_AT_MOST: Final = 400
_PASSED_OVER: Final = FILES_AT_MOST + 20
"""Entries that are passed over, at most: one of a file manager for each file, and folders."""
_FILES: Final = (0, stat.S_IFREG)
"""What an entry may be: a file, or one that does not say."""

_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ASK: Final = "ask for it anew, as `learnlead export` writes it"
BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError),
    *(NotImplementedError, RuntimeError, KeyError, OSError),
)
"""What Python's zipfile raises over bytes that are no good zip."""


class ZipFiles:
    """The files of a zip.

    Raises:
        LearnleadError: it is no zip, or one that no honest program writes: names that lead out of
            it or stand twice, links and devices, encrypted entries, too many, too large, or so
            small for their size that they are there to fill the memory.
    """

    def __init__(self, raw: bytes, shown: str) -> None:
        self._shown = shown
        if not _is_plain(raw):
            self._refuse("this is no zip that can be read as a bundle")
        with self._whole():
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        entries = self._zip.infolist()
        if len(entries) > FILES_AT_MOST + 1 + _PASSED_OVER:
            self._refuse("this bundle has too many files")
        top = _wrapping(entries)
        named = [(_inside(entry.orig_filename, top), entry) for entry in entries]
        named = [(name, entry) for name, entry in named if not _is_passed_over(name, entry)]
        self._look_through(named)
        self._by_name = dict(named)
        self.names = list(self._by_name)

    def size(self, name: str) -> int:
        """The bytes in that file."""
        return self._by_name[name].file_size

    def read(self, name: str) -> bytes:
        """All that is in that file.

        Raises:
            LearnleadError: there is none, or it is damaged.
        """
        if name not in self._by_name:
            self._refuse(f"this bundle lacks {name}")
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The same bit by bit.

        Raises:
            LearnleadError: it is damaged.
        """
        with self._whole(), self._zip.open(self._by_name[name]) as file:
            while piece := file.read(PIECE):
                yield piece

    def _look_through(self, named: Sequence[tuple[str, zipfile.ZipInfo]]) -> None:
        if len(named) > FILES_AT_MOST + 1:
            self._refuse("this bundle has too many files")
        seen: set[str] = set()
        for name, entry in named:
            if (fault := _wrong_with(name, entry)) is not None:
                self._refuse(f"{quoted(entry.orig_filename)} {fault}")
            if name in seen:
                self._refuse(f"{quoted(name)} is in this bundle twice")
            seen.add(name)
        if sum(entry.file_size for _, entry in named) > ALL_TOGETHER:
            self._refuse("this bundle is too large unpacked")

    def _refuse(self, message: str) -> NoReturn:
        raise LearnleadError(Problem(message, _ASK, self._shown)) from None

    @contextmanager
    def _whole(self) -> Iterator[None]:
        try:
            yield
        except BROKEN:
            self._refuse("this bundle is damaged")


def _wrapping(entries: Iterable[zipfile.ZipInfo]) -> str:
    """The one folder that all was compressed in, such as `anna/`; empty where there is none."""
    names = [entry.orig_filename for entry in entries]
    tops = {
        match[0] if (match := _WRAPPING.match(name)) else ""
        for name in names
        if not name.startswith(f"{OF_A_MAC}/") and not LITTER.fullmatch(name)
    }
    return tops.pop() if len(tops) == 1 else ""


def _inside(name: str, top: str) -> str:
    """The name within the folder that all was compressed in; litter of that folder is its own."""
    of_a_mac = f"{OF_A_MAC}/" if name.startswith(f"{OF_A_MAC}/") else ""
    if top and name == f"{OF_A_MAC}/._{top.removesuffix('/')}":
        return f"{OF_A_MAC}/"
    return of_a_mac + name.removeprefix(of_a_mac).removeprefix(top)


def _is_passed_over(name: str, entry: zipfile.ZipInfo) -> bool:
    """Whether it is a folder of a bundle, or litter: no word of a bundle is in either."""
    passed_over = _FOLDER.fullmatch(name) or LITTER.fullmatch(name)
    return bool(passed_over) and entry.filename == entry.orig_filename


def _wrong_with(name: str, entry: zipfile.ZipInfo) -> str | None:
    """Why no honest bundle has such an entry; None where it may have."""
    size, renamed = entry.file_size, entry.filename != entry.orig_filename
    wrongs = {
        "may be no name here": not NAME.fullmatch(name) or renamed,
        "is no file, but a link or device": stat.S_IFMT(entry.external_attr >> 16) not in _FILES,
        "is locked with a password": entry.flag_bits & 1,
        "is packed in a way that bundles are not": entry.compress_type not in _PACKED,
        "is too large": size > LARGEST,
        "unpacks to far more than it is": size > max(_SMALL, _RATIO * entry.compress_size),
    }
    return next((words for words, wrong in wrongs.items() if wrong), None)


def _is_plain(raw: bytes) -> bool:
    """Whether the zip ends as a small one does, with a list of its files that is no burden to read.

    Python reads that list whole, however long it is, and believes a comment or the fields for very
    large archives about where it stands: neither is in a bundle.
    """
    if len(raw) < _END.size:
        return False
    end = raw[-_END.size :]
    mark, _, _, _, _, listed, _, comment = _END.unpack(end)
    before = raw[-_END.size - 20 : -_END.size]
    return (
        mark == b"PK\x05\x06"
        and comment == 0
        and listed <= (FILES_AT_MOST + 1) * _NAMED_AT_MOST
        and not before.startswith(_END_OF_64)
    )
