"""Plain text: sentences and figures, for screen readers and for mails."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.reports.formats.registry import Format
from learnlead.reports.lines import as_text
from learnlead.reports.text import trends_text
from learnlead.trends.model import Trends


def _render(trends: Sequence[Trends], *, width: int, **_: object) -> str:
    return "\n".join(as_text(trends_text(one, width=width, plain=True)) for one in trends)


FORMAT = Format("plain", ".plain.txt", _render)
