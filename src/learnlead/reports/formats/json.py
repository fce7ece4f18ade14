"""JSON: the contract `learnlead/trends/1`, one object a rubric, one line an object."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.reports.formats.registry import Format
from learnlead.reports.json import to_json, trends_json
from learnlead.trends.model import Trends


def _render(trends: Sequence[Trends], **_: object) -> str:
    return "".join(to_json(trends_json(one)) for one in trends)


FORMAT = Format("json", ".json", _render)
