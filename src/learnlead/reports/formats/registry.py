"""Which formats there are: every other file of this folder, by its name.

A new format is one new file here that holds a `FORMAT`; nothing else needs to know of it. It lays
out every report, for each of them is composed once, as a `Document`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from learnlead.errors import LearnleadError, Problem
from learnlead.reports import formats
from learnlead.reports.document import Document, Extent
from learnlead.reports.lines import Layout
from learnlead.text.problem_text import near_or_all, quoted


class Render(Protocol):
    """Lays a report out."""

    def __call__(self, document: Document, layout: Layout, /) -> Iterator[str]:
        """The report bit by bit, as it goes into a file or to stdout; nothing in it can do harm.

        Formats without lines of their own ignore the layout. Each bit ends a line, with LF.
        """
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One form in which reports leave the program.

    Attributes:
        name: as on the command line; the name of its file here.
        suffix: how names of such files end, with the dot; no two formats end alike.
        render: gives the text.
        extent: how much it has room for, unless somebody asks for all.
        in_bundle: whether what leaves for a coach holds the report in this format.
    """

    name: str
    suffix: str
    render: Render
    extent: Extent = "record"
    in_bundle: bool = False


def names() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order."""
    modules = (module.name for module in iter_modules(formats.__path__))
    return tuple(sorted(name for name in modules if name != "registry"))


def format_named(name: str, others: Sequence[str] = ()) -> Format:
    """The format of that name.

    Args:
        name: of a report's format.
        others: names that mean something here too, such as `json`, to be named in the error.

    Raises:
        LearnleadError: there is none.
    """
    known = sorted({*names(), *others})
    if name not in names():
        remedy = near_or_all(name, known, "formats are")
        raise LearnleadError(Problem(f"there is no format {quoted(name)}", remedy))
    loaded: Format = import_module(f"{formats.__name__}.{name}").FORMAT
    return loaded


def format_of_file(file: str) -> Format | None:
    """The format of files with such a name, by the longest suffix that fits; None for others."""
    fitting = [
        file_format
        for file_format in map(format_named, names())
        if file.lower().endswith(file_format.suffix)
    ]
    return max(fitting, key=lambda file_format: len(file_format.suffix), default=None)


def formats_of_bundles() -> list[Format]:
    """The formats in which what leaves for a coach holds the report."""
    return [file_format for file_format in map(format_named, names()) if file_format.in_bundle]
