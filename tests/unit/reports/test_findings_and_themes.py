from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from learnlead.i18n.words import ENGLISH
from learnlead.reports.findings import themes
from learnlead.reports.lines import Layout
from learnlead.reports.screen import first_findings
from learnlead.reports.trends import findings
from learnlead.text.cells import cells
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from made_journals import answered, saying
from made_sittings import BEGUN, sitting, small_rubric, weekly
from unit.reports.laid_out import body_text

WIDE = Layout(80)
RISE = [2, 1, 2, 2, 1, 2, 3, 2, 3, 3, 3, 4, 3, 4, 4, 5, 4, 5, 5, 5]


def many() -> Trends:
    """A journal with more findings than a first screen holds, and themes."""
    pages = [
        replace(
            page,
            ratings={**page.ratings, "listening": 5, "own-own": "no-opportunity"},
            focus="asking",
            live=(),
            evidence=frozenset({"asking"}),
        )
        for page in weekly(RISE)
    ]
    said = answered("obstacle", {page.stem: "The night shift. Hurry, quiet." for page in pages})
    today = BEGUN + timedelta(weeks=30)
    return summarise(pages, small_rubric(), today=today, texts=saying(said))


def test_three_are_shown_that_fit_and_all_of_them_when_asked() -> None:
    found = many()
    for lines in range(8):
        few = first_findings(found, lines, ENGLISH)
        assert len(few.items) <= 3
        shown = body_text([few], WIDE) if few.items else ""
        assert len(shown.splitlines()) <= lines
    first = body_text([first_findings(found, 9, ENGLISH)], WIDE)
    every = body_text(findings(found), WIDE)
    assert len(every.splitlines()) > len(first.splitlines())
    assert "Pages: " in every
    assert "Pages:" not in first


def test_where_nothing_stands_out_there_is_nothing() -> None:
    found = summarise([sitting(0, {"asking": 3})], small_rubric(), today=BEGUN)
    assert list(findings(found)) == []
    assert list(themes(found, "all")) == []


def test_themes_show_where_they_stand_and_one_sentence_each() -> None:
    first = body_text(themes(many(), "first"), WIDE)
    assert first == (
        "  Again and again\n"
        "  hurry: 20 of 20 sittings\n"
        "    15 May 2026: “Hurry, quiet.”\n"
        "  night: 20 of 20 sittings\n"
        "    15 May 2026: “The night shift.”\n"
    )
    every = body_text(themes(many(), "all"), WIDE)
    assert every.count("“Hurry, quiet.”") == 3


@pytest.mark.parametrize("width", [36, 80, 100])
@pytest.mark.parametrize("plain", [False, True])
def test_every_line_fits(width: int, plain: bool) -> None:
    found, layout = many(), Layout(width, plain)
    text = body_text([*findings(found), *themes(found, "all")], layout)
    assert text
    assert all(cells(line) <= width for line in text.splitlines())
