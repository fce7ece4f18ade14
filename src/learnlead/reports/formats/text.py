"""Text for a screen: sparklines, tables, a heat strip; without colour, which is the terminal's."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.reports.formats.registry import Format
from learnlead.reports.lines import as_text
from learnlead.reports.text import trends_text
from learnlead.trends.model import Trends


def _render(trends: Sequence[Trends], *, width: int, plain: bool) -> str:
    return "\n".join(as_text(trends_text(one, width=width, plain=plain)) for one in trends)


FORMAT = Format("text", ".txt", _render)
