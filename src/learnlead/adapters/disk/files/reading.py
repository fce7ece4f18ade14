"""Reads one regular file, and never anything that could hang or act when opened."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from learnlead.adapters import system
from learnlead.adapters.disk.files.failures import reason, remedy
from learnlead.errors import LearnleadError, MachineFailed, Problem
from learnlead.text.limits import FILE_AT_MOST

LARGEST = FILE_AT_MOST
"""Bytes of a file that is still read whole."""

_LARGEST_START = 65_536
"""Bytes: as much front matter as is ever read."""

_FLAGS = os.O_RDONLY | system.NO_WAITING | system.RAW


def read_text(path: str | Path, file: str) -> str:
    """The file's text: strict UTF-8, a BOM and every line ending kept as they are.

    A symbolic link to a regular file is followed. Pipes, devices and folders are never opened.

    Args:
        path: the file to read.
        file: its path as the user should read it.

    Raises:
        LearnleadError: it is no text to read; the one problem says why (exit 2).
        MachineFailed: the machine refused.
    """
    raw = read_bytes(path, file)
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise LearnleadError(
            Problem(
                f"this is not UTF-8 text (byte {raw[error.start]:#04x})",
                remedy="save the file as UTF-8 in your editor",
                file=file,
                line=line,
            )
        ) from error


def read_bytes(path: str | Path, file: str) -> bytes:
    """The file's bytes, as `read_text` reads them.

    Raises:
        LearnleadError: it is no text to read; the one problem says why (exit 2).
        MachineFailed: the machine refused.
    """
    try:
        opened, size = _open(path, file)
        try:
            return _all_of(opened, size)
        finally:
            os.close(opened)
    except OSError as error:
        raise _refused(error, file) from error


def read_start(path: str | Path, file: str) -> str:
    """What a file begins with if that may be front matter, else an empty text.

    Raises:
        LearnleadError: it is no text to read; the one problem says why (exit 2).
        MachineFailed: the machine refused.
    """
    try:
        opened, _ = _open(path, file)
        try:
            start = os.read(opened, 8)
            if not start.removeprefix(b"\xef\xbb\xbf").startswith(b"---"):
                return ""
            return (start + os.read(opened, _LARGEST_START)).decode(errors="replace")
        finally:
            os.close(opened)
    except OSError as error:
        raise _refused(error, file) from error


def _open(path: str | Path, file: str) -> tuple[int, int]:
    """The open regular file and its size."""
    status = os.stat(path)  # noqa: PTH116 - ten thousand pages: a Path each doubles the time
    if not stat.S_ISREG(status.st_mode):
        message = f"this is {kind_of(status.st_mode)}, not a file"
        raise LearnleadError(Problem(message, remedy="move it elsewhere", file=file))
    if status.st_size > LARGEST:
        message = f"this file is larger than {LARGEST // 1_000_000} MB"
        raise LearnleadError(Problem(message, remedy="split it, or move it elsewhere", file=file))
    return os.open(path, _FLAGS), status.st_size


def _refused(error: OSError, file: str) -> LearnleadError:
    if isinstance(error, FileNotFoundError):
        hint = "look at its name and folder, or where its link leads"
        return LearnleadError(Problem("there is no such file", hint, file))
    message = f"cannot read this: {reason(error)}"
    return MachineFailed(Problem(message, remedy=remedy(error), file=file))


def kind_of(mode: int) -> str:
    """What a file that is not a regular one is, with its article."""
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"


def _all_of(opened: int, size: int) -> bytes:
    """Everything in the file. Asking for one byte more than its size tells that it did not grow."""
    whole = os.read(opened, size + 1)
    if len(whole) == size:
        return whole
    parts = [whole]
    while part := os.read(opened, 4096):
        parts.append(part)
    return b"".join(parts)
