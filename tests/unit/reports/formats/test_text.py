from __future__ import annotations

import pytest

from unit.reports.formats.reported import rendered, trends

pytestmark = pytest.mark.core

DRAWN = set("▁▂▃▅▇■·")


def test_text_draws_and_plain_tells() -> None:
    assert set(rendered("text", [trends(20)])) & DRAWN
    told = rendered("plain", [trends(20)])
    assert not set(told) & DRAWN
    assert told == rendered("text", [trends(20)], plain=True)


def test_lines_keep_to_the_width() -> None:
    for name in ("text", "plain"):
        text = rendered(name, [trends(20)], width=50)
        assert max(map(len, text.splitlines())) <= 50
