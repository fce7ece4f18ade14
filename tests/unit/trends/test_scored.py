"""Ratings as a series has them: reversed items, versions joined for some behaviours, overall."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from any_reflection import small_rubric
from learnlead.page.facts import Sitting
from learnlead.reports.trends_tables import apart_sentences
from learnlead.rubric.model import Rubric
from learnlead.trends.summarise import summarise
from learnlead.trends.window import scored, window_of

AGREEMENT = {"kind": "agreement", "labels": ["no", "rather not", "partly", "rather", "yes"]}
FRIDAY = date(2026, 11, 6)


def rubric(**changes: Any) -> Rubric:
    """Two items in each of two groups; the last one is reversed."""
    behaviours = [
        {"id": name, "name": name, "i": "We did.", "group": group, "reversed": name == "d"}
        for name, group in (("a", "Mine"), ("b", "Mine"), ("c", "Theirs"), ("d", "Theirs"))
    ]
    return small_rubric(scale=AGREEMENT, behaviours=behaviours, **changes)


def sitting(number: int = 0, version: int | None = None, **ratings: Any) -> Sitting:
    day = FRIDAY + timedelta(weeks=number)
    return Sitting(f"p{number}", f"p{number}.md", day, "learning-leader", version, ratings=ratings)


def test_a_reversed_item_is_scored_from_the_other_end_and_the_page_keeps_its_answer() -> None:
    page = sitting(a=5, d=5)
    (counted,) = scored([page], rubric())
    assert counted.ratings == {"a": 5, "d": 1}
    assert page.ratings["d"] == 5
    (full,) = scored([sitting(d={"formal-authority": 4, "equal-influence": "none-made"})], rubric())
    assert full.ratings == {"d": {"formal-authority": 2, "equal-influence": "none-made"}}


def test_an_earlier_version_is_joined_for_the_behaviours_that_are_named() -> None:
    second = rubric(version=2, **{"comparable-with": {1: ["a"]}})
    pages = [sitting(0, 1, a=2, b=2), sitting(1, 2, a=3, b=3), sitting(2, 7, a=4)]
    assert [page.ratings for page in scored(pages, second)] == [{"a": 2}, {"a": 3, "b": 3}]
    trends = summarise(pages, second, today=FRIDAY + timedelta(weeks=3))
    by_id = {trend.behaviour.id: trend for trend in trends.behaviours}
    assert [len(by_id[name].series.dated.values) for name in "ab"] == [2, 1]
    assert [by_id[name].skipped for name in "ab"] == [0, 0], "what was asked otherwise is no skip"
    assert [version.rubric_version for version in trends.apart] == [7]


def test_the_overall_value_is_of_the_groups_that_the_rubric_names() -> None:
    page = sitting(a=2, b=4, c=5, d=1)
    assert window_of(scored([page], rubric()), rubric()).composite.values == (4,)
    mine = rubric(overall=["Mine"])
    assert window_of(scored([page], mine), mine).composite.values == (3,)


@pytest.mark.parametrize(
    "wrong", [{"overall": ["Nobody's"]}, {"scale": {**AGREEMENT, "kind": "frequency"}}]
)
def test_what_cannot_be_scored_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Rubric.model_validate({**rubric().model_dump(by_alias=True), **wrong})


def test_a_year_that_passes_from_one_version_to_the_next_says_what_begins_anew() -> None:
    second = rubric(version=2, **{"comparable-with": {1: ["a"]}})
    pages = [sitting(n, 1 if n < 6 else 2, a=3, b=3, c=3, d=3) for n in range(12)]
    trends = summarise(pages, second, today=FRIDAY + timedelta(weeks=12))
    (sentence,) = apart_sentences(trends)
    assert sentence.startswith("6 sittings with version 1 of the rubric, ")
    assert "asked 3 behaviours in another sense: b, c, d." in sentence
    assert [len(trend.series.dated.values) for trend in trends.behaviours] == [12, 6, 6, 6]
    assert len(trends.composite.dated.values) == 6, "half of the behaviours are needed"
