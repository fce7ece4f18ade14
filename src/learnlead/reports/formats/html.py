"""HTML: one file for a browser or a printer, with drawings and every value as a table."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.reports.formats.registry import Format
from learnlead.trends.model import Trends


def _render(trends: Sequence[Trends], **_: object) -> str:
    from learnlead.reports.trends_page import trends_page

    return trends_page(trends)


FORMAT = Format("html", ".html", _render)
