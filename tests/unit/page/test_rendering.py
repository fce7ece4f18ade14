from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from any_reflection import small_rubric
from learnlead.page.writer import long_date, render
from learnlead.sitting.model import Reflection

RUBRIC = small_rubric(
    title="Learning leader",
    relationships=[
        {"id": "mutual-learning", "name": "Mutual", "sentence": "a report and I worked it out"},
        {"id": "equal-influence", "name": "Equal", "sentence": "a peer and I learned as equals"},
    ],
    scale={"kind": "frequency", "labels": ["never", "rarely", "half", "mostly", "every time"]},
)


def body(**fields: Any) -> list[str]:
    """What stands below the title, without blank lines."""
    reflection = Reflection.model_validate({"date": "2026-11-20", "rubric": "r", **fields})
    lines = render(reflection, RUBRIC).partition("\n# ")[2].split("\n")[1:]
    return [line for line in lines if line]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "Friday 20 November 2026"),
        (date(2024, 2, 29), "Thursday 29 February 2024"),
        (date(987, 3, 1), "Thursday 1 March 987"),
    ],
)
def test_a_day_in_words(day: date, words: str) -> None:
    assert long_date(day) == words


def test_the_least_page_has_no_sections() -> None:
    reflection = Reflection(date=date(2026, 11, 20), rubric="no", written=date(2026, 11, 22))
    assert render(reflection, RUBRIC) == (
        '---\nlearnlead: 1\nkind: reflection\ndate: 2026-11-20\nwritten: 2026-11-22\nrubric: "no"\n'
        "depth: standard\ntags: [learnlead]\n---\n\n# Learning leader, Friday 20 November 2026\n"
    )


def test_moments_are_told_by_the_sentence_on_screen() -> None:
    moments = [
        {"relationship": relationship} for relationship in ("mutual-learning", "other", "not-known")
    ]
    assert body(moments=moments) == [
        "## A report and I worked it out <!-- moment mutual-learning -->",
        "## Someone else, or a group <!-- moment other -->",
        "## Not known <!-- moment not-known -->",
    ]


def test_ratings_stand_in_the_rubrics_order_then_those_it_does_not_know() -> None:
    ratings = {"zeal": 1, "open-doors": 2, "calm": "no-opportunity", "follower-needs": "none-made"}
    assert body(ratings=ratings, evidence={"own-answers": "x"})[1:] == [
        "### Name of follower-needs <!-- ratings --> <!-- follower-needs -->",
        "**Rating:** none made",
        "### Name of own-answers <!-- ratings --> <!-- own-answers -->",
        "x",
        "### Name of open-doors <!-- ratings --> <!-- open-doors -->",
        "**Rating:** 2 of 5 · rarely",
        "### Calm <!-- calm -->",
        "**Rating:** no opportunity",
        "### Zeal <!-- zeal -->",
        "**Rating:** 1 of 5 · never",
    ]


def test_ratings_by_relationship_have_one_line_each() -> None:
    ratings = {"own-answers": {"other": 1, "equal-influence": 3, "mutual-learning": 5}}
    assert body(ratings=ratings)[2:] == [
        "**Rating:** 5 of 5 · every time <!-- mutual-learning -->",
        "**Rating:** 3 of 5 · half <!-- equal-influence -->",
        "**Rating:** 1 of 5 · never <!-- other -->",
    ]


def test_a_kept_plan_and_a_look_back_on_a_plan_of_unknown_words() -> None:
    plan = {"behaviour": "own-answers", "cue": "a", "action": "*b*", "kept": "2026-11-13-r"}
    assert body(plan=plan, looking_back=[{"plan": "2026-11-13-r", "note": "x"}]) == [
        "## Looking back <!-- looking-back -->",
        "**Plan:** <!-- plan 2026-11-13-r -->",
        "x",
        "## Plan <!-- plan -->",
        r"- [ ] If **a**, then I will **\*b\*** <!-- plan own-answers kept 2026-11-13-r -->",
    ]


def test_open_questions_stand_below_their_wording() -> None:
    assert body(answers={"why": ["one", "two"]}) == [
        "## Questions <!-- questions -->",
        "### why? <!-- insight --> <!-- answer why -->",
        "- one",
        "- two",
    ]
