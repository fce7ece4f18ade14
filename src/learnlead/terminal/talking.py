"""Talk on a stream: broken between its words where that is a terminal, else as it is."""

from __future__ import annotations

import os
from typing import TextIO

from learnlead.reports.cells import wrap

_USUAL = 80


def talk(text: str, stream: TextIO) -> None:
    """Print the text, which is harmless; a script reads each of its lines as one.

    A path stays whole, however long, so that it can be copied. Further lines of an indented one
    are indented, too.
    """
    print("\n".join(_shown(line, stream) for line in text.split("\n")), file=stream)


def _shown(line: str, stream: TextIO) -> str:
    if not stream.isatty():
        return line
    words = line.lstrip(" ")
    indent = " " * (len(line) - len(words))
    return "\n".join(wrap(words, _columns(stream), indent, whole_words=True))


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except OSError:
        return _USUAL
