from __future__ import annotations

import pytest

from learnlead.reports.formats.registry import format_named
from unit.reports.formats.reported import trends

pytestmark = pytest.mark.core

DRAWN = set("▁▂▃▅▇■·")


def test_text_draws_and_plain_tells() -> None:
    assert set(format_named("text").render([trends(20)], width=80, plain=False)) & DRAWN
    told = format_named("plain").render([trends(20)], width=80, plain=False)
    assert not set(told) & DRAWN
    assert told == format_named("text").render([trends(20)], width=80, plain=True)


def test_lines_keep_to_the_width() -> None:
    for name in ("text", "plain"):
        text = format_named(name).render([trends(20)], width=50, plain=False)
        assert max(map(len, text.splitlines())) <= 50
