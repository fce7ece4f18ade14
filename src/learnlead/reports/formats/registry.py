"""Which formats there are: every other file of this folder, by its name.

A new format is one new file here that holds a `FORMAT`; nothing else needs to know of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from learnlead.errors import LearnleadError, Problem
from learnlead.plaintext.words import near_or_all, quoted
from learnlead.reports import formats
from learnlead.trends.model import Trends


class Render(Protocol):
    """Writes trends down."""

    def __call__(self, trends: Sequence[Trends], *, width: int, plain: bool) -> str:
        """The whole answer, as it goes into a file or to stdout; nothing in it can do harm.

        Args:
            trends: one a rubric, in the order in which they are told.
            width: of the screen, in columns; formats without lines of their own ignore it.
            plain: whether the reader wants sentences and figures in place of drawings; formats
                that are read by programs, or by a browser, ignore it.
        """
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One form in which trends leave the program.

    Attributes:
        name: as on the command line; the name of its file here.
        suffix: how names of such files end, with the dot; no two formats end alike.
        render: gives the text. CSV ends its lines with CR LF, all others with LF.
    """

    name: str
    suffix: str
    render: Render


def names() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order."""
    found = (module.name for module in iter_modules(formats.__path__))
    return tuple(sorted(name for name in found if name != "registry"))


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        LearnleadError: there is none.
    """
    known = names()
    if name not in known:
        remedy = near_or_all(name, known, "formats are")
        raise LearnleadError(Problem(f"there is no format {quoted(name)}", remedy))
    found: Format = import_module(f"{formats.__name__}.{name}").FORMAT
    return found


def format_of_file(file: str) -> Format | None:
    """The format of files with such a name, by the longest suffix that fits; None for others."""
    fitting = [one for one in map(format_named, names()) if file.lower().endswith(one.suffix)]
    return max(fitting, key=lambda one: len(one.suffix), default=None)
