"""A report for people, in one of its formats, on the terminal or in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import TYPE_CHECKING

from learnlead.cli.answering import put_bits
from learnlead.cli.wiring import Desk
from learnlead.own_name import to_keep

if TYPE_CHECKING:
    from learnlead.reports.document import Document, Extent

Compose = Callable[["Extent"], "Document"]
"""Makes the report, as much of it as its format has room for."""


def put_report(
    desk: Desk, compose: Compose, form: str, output: str | None, *, everything: bool = False
) -> None:
    """Give the report in that format; nothing of it where something fails.

    Args:
        desk: whether the reader wants colours, or sentences in place of drawings.
        compose: makes it.
        form: the name of a format.
        output: a file; None and `-` are stdout.
        everything: whether a screen is to show more than a first look.

    Raises:
        LearnleadError: the file holds words or settings of the leader's own.
        MachineFailed: the file cannot be written.
    """
    put_bits(report_bits(desk, compose, form, output, everything=everything), output)


def report_bits(
    desk: Desk, compose: Compose, form: str, output: str | None, *, everything: bool = False
) -> Iterator[str]:
    """The same, bit by bit as it is asked for: of text an article each."""
    from learnlead.reports.formats.registry import format_named
    from learnlead.reports.lines import Layout
    from learnlead.terminal.showing import width

    found = format_named("plain" if desk.plain and form == "text" else form)
    extent = "all" if everything and found.extent == "first" else found.extent
    on_screen = output in (None, "-")
    with to_keep() if extent == "record" or not on_screen else nullcontext():
        document = compose(extent)
    layout = Layout(width())
    if found.name == "text" and on_screen and desk.colour:
        from learnlead.reports.formats.text import text_lines
        from learnlead.terminal.showing import shown

        return (shown(lines, colour=True) for lines in text_lines(document, layout))
    return found.render(document, layout)
