"""A long text in the reader's pager."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress

from learnlead.text.cells import cells

_NO_PAGER = ("", "cat")
_LESS = "RX-PsSpace reads on, q leaves$"
"""Settings of less, unless $LESS has others: it takes colours, leaves the text, says its keys."""
_ENDS_BY_ITSELF = "F"
"""Where the text fits in the window."""


def write_paged(text: str, *, stays: bool = False) -> None:
    """Write the text to stdout, a terminal; through the pager if the window is too small for it.

    Args:
        text: what is to be read.
        stays: whether it goes through the pager in any case, as what is drawn next would hide it.

    Raises:
        OSError: as writing to stdout does.
    """
    command = pager_command() if stays or is_longer_than_window(text) else None
    if command is None or not _run(command, text, _LESS if stays else _ENDS_BY_ITSELF + _LESS):
        sys.stdout.write(text)


def pager_command() -> list[str] | None:
    """`$PAGER`, else less, as words; None for an empty one, for cat, and where there is no less."""
    named = os.environ.get("PAGER")
    if named is None:
        less = shutil.which("less")
        return [less] if less else None
    with suppress(ValueError):  # a quotation mark that never closes
        return None if named.strip() in _NO_PAGER else shlex.split(named)
    return None


def is_longer_than_window(text: str) -> bool:
    """Whether the text and the line of the next prompt take more lines than the window has."""
    columns, rows = shutil.get_terminal_size((80, 24))
    return _takes_more(text.splitlines(), columns, rows - 1)


def _takes_more(lines: Iterable[str], columns: int, rows: int) -> bool:
    taken = 0
    for line in lines:
        taken += 1 if len(line) <= columns else max(1, -(-cells(_plain(line)) // columns))
        if taken > rows:
            return True
    return False


def _plain(line: str) -> str:
    """The line without its colours."""
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", line)


def _run(command: list[str], text: str, less: str) -> bool:
    """Whether the pager could be started. A reader who leaves early is no error."""
    sys.stdout.flush()
    # less would keep what somebody looked for, a name perhaps, in the home folder; and a slip of
    # the finger (`!`, `s`) would start a command or write a file.
    environ = {"LESS": less, "LESSHISTFILE": "-", "LESSSECURE": "1", "LV": "-c", **os.environ}
    try:
        pager = subprocess.Popen(  # noqa: S603 - the reader's own pager
            command,
            stdin=subprocess.PIPE,
            env=environ,
            encoding=sys.stdout.encoding,
            errors=sys.stdout.errors,
        )
    except OSError:
        return False
    with suppress(OSError, KeyboardInterrupt):
        pager.communicate(text)
    while True:  # Ctrl-C is a key of the pager
        try:
            pager.wait()
        except KeyboardInterrupt:
            continue
        return True
