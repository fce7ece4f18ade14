"""Plain text: sentences and figures, for screen readers and for mails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from learnlead.reports.document import Document
from learnlead.reports.formats import text
from learnlead.reports.formats.registry import Format
from learnlead.reports.lines import Layout


def _render(document: Document, layout: Layout) -> Iterator[str]:
    return text.FORMAT.render(document, replace(layout, plain=True))


FORMAT = Format("plain", ".plain.txt", _render, extent="first")
