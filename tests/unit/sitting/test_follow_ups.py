"""One question follows from what was said, and says why it is asked."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from learnlead.sitting.context import RecentSittings
from learnlead.sitting.follow_ups import follow_up, tendency
from learnlead.sitting.mark import Mark
from learnlead.sitting.question import AnswerValue
from made_sittings import small_rubric

RUBRIC = small_rubric("asking", "waiting", "opening")
BEHAVIOURS, LABELS = RUBRIC.behaviours, RUBRIC.scale.labels


def asked(
    answers: Mapping[str, AnswerValue], *before: Mapping[str, Mark]
) -> tuple[str, str] | None:
    raised = follow_up(BEHAVIOURS, "asking", answers, RecentSittings(before), labels=LABELS)
    return (raised.kind, raised.behaviour.id) if raised else None


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"rating:asking": 1, "evidence:asking": "x"}, ("low", "asking")),
        ({"rating:asking": 2, "evidence:asking": "x"}, ("low", "asking")),
        ({"rating:asking": 5, "evidence:asking": "x"}, ("high", "asking")),
        ({"rating:asking": 3, "evidence:asking": None}, ("empty", "asking")),
        ({"rating:asking": 3, "evidence:asking": "x"}, None),
        ({"rating:asking": 3, "evidence:asking": "x", "rating:waiting": 1}, ("low", "waiting")),
        ({"rating:asking": 3, "evidence:asking": "x", "rating:waiting": 2}, None),
        ({"rating:asking": 3, "evidence:asking": "x", "rating:waiting": 5}, None),
        ({}, None),
    ],
)
def test_ratings_raise_the_question_that_fits_them(
    answers: dict[str, AnswerValue], kind: tuple[str, str] | None
) -> None:
    assert asked(answers) == kind


def test_the_third_time_running_without_an_occasion_is_asked_about_once() -> None:
    now: dict[str, AnswerValue] = {"rating:opening": "no-opportunity", "rating:asking": 1}
    none: Mapping[str, Mark] = {"opening": "no-opportunity"}
    assert asked(now, none) == ("low", "asking")
    assert asked(now, none, none) == ("no-occasion", "opening")
    assert asked(now, {"opening": 3}, none, none) == ("no-occasion", "opening")
    assert asked(now, none, none, none) == ("low", "asking")
    assert asked(now, none, {"opening": 3}, none) == ("low", "asking")
    assert asked(now, none, {"asking": 3}, none) == ("no-occasion", "opening"), (
        "a quick one between"
    )


def test_the_reason_names_what_was_said_in_the_behaviours_own_name() -> None:
    raised = follow_up(BEHAVIOURS, "asking", {"rating:waiting": 1}, RecentSittings(), labels=LABELS)
    assert raised is not None
    assert raised.reason == "You rated Waiting 1 (never)."


def test_a_tendency_comes_from_many_sittings_before_it_comes_from_this_one() -> None:
    low_now: dict[str, AnswerValue] = {"rating:asking": 1, "rating:waiting": 2}
    assert tendency(low_now, RecentSittings()) == "low"
    assert tendency({"rating:asking": 4}, RecentSittings()) == "high"
    assert tendency({}, RecentSittings()) == "high"
    in_the_middle: dict[str, AnswerValue] = {"rating:asking": 2, "rating:waiting": 4}
    assert tendency(in_the_middle, RecentSittings()) == "high"
    high_before = [{"asking": 4, "waiting": 5}] * 6
    assert tendency(low_now, RecentSittings(high_before)) == "high"
    assert tendency(low_now, RecentSittings(high_before[:5])) == "low"
