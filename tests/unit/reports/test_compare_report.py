from __future__ import annotations

from datetime import timedelta

import pytest

from learnlead.page.periods import Period
from learnlead.reports.compare import compare_article, compare_json
from learnlead.reports.document import Document
from learnlead.reports.json import to_json
from learnlead.text.cells import cells
from learnlead.trends.compare import Comparison, compare
from made_sittings import BEGUN, sitting, small_rubric
from unit.reports.laid_out import laid_out

TODAY = BEGUN + timedelta(weeks=60)


def compared(before: int = 8, after: int = 8, *, gap: int = 0, **more: object) -> Comparison:
    pages = [
        sitting(w, {"asking": 2 if w < before else 4, "listening": 3}, **more)
        for w in range(before + after)
    ]
    middle = BEGUN + timedelta(weeks=before)
    return compare(
        pages,
        small_rubric(),
        Period(BEGUN, middle - timedelta(days=1)),
        Period(middle + timedelta(weeks=gap), BEGUN + timedelta(weeks=before + after)),
    )


def told(found: Comparison, *, width: int = 80, plain: bool = False) -> str:
    return laid_out(Document([compare_article(found)]), width=width, plain=plain)


def test_it_reads_well() -> None:
    assert told(compared(focus="listening")) == (
        "Small: two periods\n"
        "  Before: 2 January to 26 February 2026, 8 sittings\n"
        "  After: 27 February to 24 April 2026, 8 sittings\n"
        "\n"
        "                                   before  n  after  n  later higher   by chance\n"
        "  Listening, your focus                 3  8      3  8          50 %  0 to 100 %\n"
        "  Overall                             2.5  8    3.5  8         100 %  0 to 100 %\n"
        "\n"
        "  Medians, and how many ratings. “Later higher” (NAP): of all pairs of one\n"
        "  rating from each period, the share in which the later is the higher one, ties\n"
        "  counting half; 50 % is no difference. “By chance”: between which shares 95 of\n"
        "  100 pairs of periods lie in which nothing changed.\n"
        "\n"
        "  This describes your own ratings; it is no test. A trend that runs through both\n"
        "  periods looks like a step between them: `learnlead trends` looks for trends.\n"
    )


def test_few_ratings_are_too_few_to_say() -> None:
    text = told(compared(8, 5))
    assert "too few to say" in text
    assert "%" not in text, "no share stands without its meaning"
    assert "fewer than 6 ratings in one of the periods" in text


def test_plain_says_it_in_sentences() -> None:
    text = told(compared(), plain=True)
    assert "\n  Overall: before 2.5, n 8, after 3.5, n 8, later higher 100 %, by chance " in text
    few = told(compared(8, 0), plain=True)
    assert "\n  Overall: before 2.5, n 8, n 0, later higher too few to say\n" in few


def test_without_a_sitting_there_is_nothing_to_compare() -> None:
    found = compare([], small_rubric(), Period(BEGUN, BEGUN), Period(TODAY, TODAY))
    assert told(found).endswith("\n  Neither holds a sitting.\n")


def test_what_is_left_out_is_said() -> None:
    assert "16 sittings with another version" not in told(compared(rubric_version=None))
    pages = [sitting(0, {"asking": 3}), sitting(1, {"asking": 3}, rubric_version=7)]
    found = compare(pages, small_rubric(), Period(BEGUN, BEGUN), Period(pages[1].date, TODAY))
    assert "1 sitting with another version of the rubric: not comparable" in told(found)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", [36, 60, 80, 120])
def test_it_keeps_to_the_width(width: int, plain: bool) -> None:
    text = told(compared(8, 5), width=width, plain=plain)
    assert max(map(cells, text.splitlines())) <= min(width, 80)


def test_as_json_every_figure_is_there_or_null() -> None:
    said = compare_json(compared(8, 0), TODAY, ())
    to_json(said)
    behaviours = said["behaviours"]
    assert isinstance(behaviours, list)
    assert behaviours[0] == {
        "id": "asking",
        "name": "Asking",
        "before": {"n": 8, "median": 2},
        "after": {"n": 0, "median": None},
        "nap": None,
        "reach": None,
        "enough": False,
    }
