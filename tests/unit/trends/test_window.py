from __future__ import annotations

from datetime import timedelta

import pytest

from learnlead.trends.window import WIDTH, window_of
from made_sittings import BEGUN, sitting, small_rubric, weekly


def test_only_the_newest_dates_are_in_it() -> None:
    window = window_of(weekly([1] * 40 + [5] * WIDTH), small_rubric())
    assert len(window.dates) == WIDTH == 260
    assert window.dates[0] == BEGUN + timedelta(weeks=40)
    assert set(window.behaviours["asking"].values) == {5}


def test_two_sittings_of_one_date_take_one_place() -> None:
    sittings = [item for week in range(WIDTH) for item in (sitting(week), sitting(week))]
    window = window_of([sitting(-1), *sittings], small_rubric())
    assert len(window.dates) == WIDTH
    assert len(window.sittings) == 2 * WIDTH


def test_the_usual_gap_is_the_median_in_weeks() -> None:
    assert window_of([sitting(w) for w in (0, 1, 2, 9)], small_rubric()).gap == 1
    assert window_of([sitting(0), sitting(0)], small_rubric()).gap is None
    assert window_of([], small_rubric()).gap is None


def test_absences_and_unknown_behaviours_are_no_values() -> None:
    marks = {"asking": "no-opportunity", "own-own": 4, "long-gone": 1}
    window = window_of([sitting(0, marks)], small_rubric())
    assert [len(dated.values) for dated in window.behaviours.values()] == [0, 0, 1]


def test_a_fading_low_behaviour_does_not_raise_the_composite() -> None:
    steady = {"asking": 4, "listening": 4}
    sittings = [sitting(w, {**steady, "own-own": 1} if w < 6 else steady) for w in range(12)]
    values = window_of(sittings, small_rubric()).composite.values
    assert values == pytest.approx([3] * 12)


def test_of_two_sittings_a_date_only_the_one_with_enough_ratings_has_a_composite() -> None:
    full = sitting(0, {"asking": 5, "listening": 4, "own-own": 3})
    quick = sitting(0, {"asking": 1}, depth="quick", stem="2026-01-02-small.2")
    window = window_of([full, quick], small_rubric())
    assert list(window.behaviours["asking"].values) == [3]
    assert len(window.composite.values) == 1
    assert window.composite.depths == (("standard",),)
