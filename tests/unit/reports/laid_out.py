"""Reports and blocks as a format lays them out."""

from __future__ import annotations

from collections.abc import Iterable

from learnlead.reports.document import Article, Block, Document, Section
from learnlead.reports.formats.registry import format_named
from learnlead.reports.lines import Layout


def laid_out(
    document: Document, name: str = "text", *, width: int = 80, plain: bool = False
) -> str:
    """The whole report in that format."""
    return "".join(format_named(name).render(document, Layout(width, plain)))


def body_text(blocks: Iterable[Block], layout: Layout) -> str:
    """What text has below the heading of a section with these blocks; empty without any."""
    body = tuple(blocks)
    if not body:
        return ""
    section = Section("Heading", body)
    document = Document([Article("Title", "", (section,))])
    text = laid_out(document, width=layout.width, plain=layout.plain)
    return text.removeprefix("Title\n\nHeading\n")
