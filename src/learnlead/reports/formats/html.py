"""HTML: one file for a browser or a printer, with drawings and every value as a table."""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.reports.document import Document
from learnlead.reports.formats.registry import Format
from learnlead.reports.lines import Layout


def _render(document: Document, _: Layout) -> Iterator[str]:
    from learnlead.reports.render.page import page

    return page(document)


FORMAT = Format("html", ".html", _render, in_bundle=True)
