"""Lines of a report on a terminal: coloured by Rich, or as they are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from typing import TextIO

from learnlead.reports.lines import Line, Style, as_text
from learnlead.text.cells import wrap

_STYLES: dict[Style, str] = {
    "plain": "",
    "title": "bold",
    "heading": "bold cyan",
    "strong": "bold",
    "dim": "bright_black",
    "chart": "cyan",
    "bar": "cyan",
}


def width() -> int:
    """How many columns a report may take: those of the terminal, at most 100."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def shown(lines: Sequence[Line], *, colour: bool) -> str:
    """The lines as text, with colour if the terminal may have it."""
    if not colour:
        return as_text(lines)
    import io

    from rich.console import Console
    from rich.text import Text

    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, color_system="standard", width=width())
    for line in lines:
        text = Text.assemble(*((span.text, _STYLES[span.style]) for span in line))
        console.print(text, soft_wrap=True, highlight=False)
    return screen.getvalue()


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
