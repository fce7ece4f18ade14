from __future__ import annotations

import json

import pytest

from learnlead.reports.formats.registry import format_named
from learnlead.reports.json import to_json, trends_json
from unit.reports.formats.reported import trends

pytestmark = pytest.mark.core


def test_one_rubric_is_the_contract() -> None:
    found = trends(20)
    text = format_named("json").render([found], width=80, plain=False)
    assert text == to_json(trends_json(found))


def test_several_are_a_line_each() -> None:
    pair = [trends(2, "First"), trends(3, "Second")]
    lines = format_named("json").render(pair, width=80, plain=False).splitlines()
    assert [json.loads(line)["sittings"] for line in lines] == [3, 4]
