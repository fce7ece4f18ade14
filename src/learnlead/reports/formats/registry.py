"""The registry of formats: every other module of this folder, by its name.

A new format is one new module here with a `FORMAT`; nothing else changes. It renders every report,
since each of them is a `Document`.
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
    """Renders a report."""

    def __call__(self, document: Document, layout: Layout, /) -> Iterator[str]:
        """The report in pieces, for a file or stdout, without control characters.

        Formats that do not wrap lines ignore the layout. Each piece ends with a line feed.
        """
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format of reports.

    Attributes:
        name: on the command line, and of its module.
        suffix: of file names, with the dot; unique.
        render: gives the text.
        extent: how much it shows by default.
        in_bundle: whether a bundle contains the report in this format.
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
        others: further valid names, such as `json`, for the error message.

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
    """The format with the longest matching suffix of the file name, or None."""
    fitting = [
        file_format
        for file_format in map(format_named, names())
        if file.lower().endswith(file_format.suffix)
    ]
    return max(fitting, key=lambda file_format: len(file_format.suffix), default=None)


def suffixes() -> list[str]:
    """The suffixes of all formats, with their dots."""
    return [format_named(name).suffix for name in names()]


def formats_of_bundles() -> list[Format]:
    """The formats of the report in a bundle."""
    return [file_format for file_format in map(format_named, names()) if file_format.in_bundle]
