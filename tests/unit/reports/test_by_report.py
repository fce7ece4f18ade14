from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given, settings

from learnlead.page.facts import Sitting
from learnlead.reports.document import Document
from learnlead.reports.trends_by import Arrangement, by_article
from learnlead.text.cells import cells
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from made_journals import journals
from made_sittings import BEGUN, sitting, small_rubric
from sizes import examples
from unit.reports.laid_out import laid_out

VIEWS: tuple[Arrangement, ...] = get_args(Arrangement)
BLOCKS = set("▁▂▃▅▇")


def trends_of(sittings: list[Sitting]) -> Trends:
    return summarise(sittings, small_rubric(), today=BEGUN + timedelta(weeks=90))


def lived_in() -> Trends:
    return trends_of(
        [
            sitting(
                w,
                {"asking": 1 + w % 3, "own-own": 3, "listening": "no-opportunity"},
                focus="asking",
                live=("own",),
                moments=("own",),
                evidence=frozenset({"asking"}),
            )
            for w in range(7)
        ]
    )


def told(trends: Trends, by: Arrangement, *, width: int = 80, plain: bool = False) -> str:
    return laid_out(Document([by_article(trends, by)]), width=width, plain=plain)


def test_by_behaviour_the_focus_leads_and_is_told_once() -> None:
    text = told(lived_in(), "behaviour")
    assert text.startswith(
        "Small, by behaviour\n"
        "\n"
        "Your focus: Asking\n"
        "  Since 2 January 2026\n"
        "  ▁▂▃▁▂▃▁\n"
        "  A focus is held against the other behaviours; in a rubric of fewer than 7 it\n"
        "  cannot be judged.\n"
        "\n"
        "Asking\n"
        "  act\n"
        "  ▁▂▃▁▂▃▁\n"
        "  From 1.5 to 2.0, 2 ratings each.\n"
        "  Too early to judge. The first verdict comes after 6 more sittings.\n"
        "  Last evidence 13 February 2026.\n"
    )
    assert (
        "\nListening\n  act\n  No rating yet. The first verdict comes after 6 more sittings.\n"
        in text
    )
    assert "  No opportunity 7, no evidence yet.\n" in text


def test_by_relationship_each_has_its_own_behaviours() -> None:
    assert told(lived_in(), "relationship") == (
        "Small, by relationship\n"
        "\n"
        "I helped someone learn\n"
        "  Live in 7 weeks, 7 moments told; last on 13 February 2026.\n"
        "  Own-own: Too early\n"
        "\n"
        "A peer and I learned\n"
        "  Not live so far.\n"
        "\n"
        "In all of them\n"
        "  Asking, your focus: Too early\n"
        "  Listening: No rating yet\n"
    )


def test_by_month_there_are_medians_and_no_verdicts() -> None:
    text = told(lived_in(), "month")
    assert "  January 2026 " in text
    assert text.splitlines()[3].split() == ["January", "2026", "5", "5", "2.5", "5", "2", "5"]
    assert "trend detected" not in text
    assert "So few differ mostly by chance" in text


def test_groups_of_a_rubric_are_headings() -> None:
    rubric = small_rubric()
    first, *rest = rubric.behaviours
    grouped = rubric.model_copy(
        update={"behaviours": (first.model_copy(update={"group": "Talking"}), *rest)}
    )
    trends = summarise([sitting(0, {"asking": 3})], grouped, today=BEGUN)
    assert "\nTalking\n\nAsking\n" in told(trends, "behaviour")


@pytest.mark.parametrize("by", VIEWS)
def test_without_a_sitting_there_is_one_sentence(by: Arrangement) -> None:
    assert told(trends_of([]), by) == f"Small, by {by}\nNo sittings to show yet.\n"


@settings(max_examples=examples(30))
@given(journals())
def test_whatever_was_rated_it_keeps_to_the_width(pages: list[Sitting]) -> None:
    trends = trends_of(pages)
    for by in VIEWS:
        for width in (40, 80):
            for plain in (False, True):
                text = told(trends, by, width=width, plain=plain)
                assert max(map(cells, text.splitlines())) <= width
                assert not (plain and BLOCKS & set(text))
