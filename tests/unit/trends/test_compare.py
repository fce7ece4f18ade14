from __future__ import annotations

from datetime import timedelta
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu, norm

from learnlead.page.periods import Period
from learnlead.trends.compare import Comparison, compare
from made_sittings import BEGUN, sitting, small_rubric, weekly
from sizes import examples

RATINGS = st.lists(st.integers(1, 5), min_size=1, max_size=20)


def weeks(first: int, last: int) -> Period:
    return Period(BEGUN + timedelta(weeks=first), BEGUN + timedelta(weeks=last))


def compared(before: list[int], after: list[int]) -> Comparison:
    pages = weekly([*before, *after])
    middle = len(before)
    return compare(
        pages, small_rubric(), weeks(0, middle - 1), weeks(middle, middle + len(after) - 1)
    )


@settings(max_examples=examples(60))
@given(RATINGS, RATINGS)
def test_medians_and_nap_are_those_of_the_oracle(before: list[int], after: list[int]) -> None:
    behaviour, pair = compared(before, after).behaviours[0]
    assert behaviour.id == "asking"
    assert (pair.before.n, pair.before.median) == (len(before), median(before))
    assert (pair.after.n, pair.after.median) == (len(after), median(after))
    u = mannwhitneyu(after, before).statistic
    assert pair.nap == pytest.approx(u / (len(before) * len(after)))


@settings(max_examples=examples(20))
@given(RATINGS, RATINGS)
def test_the_band_of_chance_is_that_of_the_rank_test_times_f(
    before: list[int], after: list[int]
) -> None:
    n, m = len(before), len(after)
    pair = compared(before, after).behaviours[0][1]
    plain = norm.isf(0.025) * ((n + m + 1) / (12 * n * m)) ** 0.5
    assert pair.reach is not None
    assert min(plain, 0.5) - 1e-9 <= pair.reach <= 0.5


def test_a_period_without_a_value_has_no_band() -> None:
    comparison = compare(weekly([3, 4]), small_rubric(), weeks(0, 1), weeks(5, 9))
    assert comparison.overall.reach is None


@settings(max_examples=examples(60))
@given(RATINGS, RATINGS)
def test_reversed_scales_reverse_it(before: list[int], after: list[int]) -> None:
    there = compared(before, after).behaviours[0][1].nap
    back = (
        compared([6 - value for value in before], [6 - value for value in after])
        .behaviours[0][1]
        .nap
    )
    assert there is not None
    assert back == pytest.approx(1 - there)


def test_a_period_without_a_value_has_no_nap() -> None:
    comparison = compare(weekly([3, 4]), small_rubric(), weeks(0, 1), weeks(5, 9))
    pair = comparison.behaviours[0][1]
    assert (pair.after.n, pair.after.median, pair.nap, pair.enough) == (0, None, None, False)
    assert comparison.sittings == (2, 0)


@pytest.mark.parametrize(("before", "after", "enough"), [(6, 6, True), (5, 20, False)])
def test_six_ratings_in_each_are_enough(before: int, after: int, enough: bool) -> None:
    assert compared([3] * before, [3] * after).behaviours[0][1].enough == enough


def test_overall_is_not_moved_by_what_is_rated() -> None:
    """`asking` is always 5, `listening` always 2; the second is rated less and less."""
    pages = [
        sitting(w, {"asking": 5, "own-own": 4} | ({"listening": 2} if w < 8 else {}))
        for w in range(16)
    ]
    overall = compare(pages, small_rubric(), weeks(0, 7), weeks(8, 15)).overall
    assert overall.nap == 0.5
    assert overall.before.median == overall.after.median


def test_what_cannot_be_compared_is_counted_and_left_out() -> None:
    pages = [*weekly([1, 1]), *weekly([5, 5], rubric_version=9), sitting(1, {}, rubric="other")]
    comparison = compare(pages, small_rubric(), weeks(0, 0), weeks(1, 9))
    assert (comparison.apart, comparison.older, comparison.sittings) == (2, 0, (1, 1))
    assert comparison.behaviours[0][1].before.median == 1


def test_of_very_many_dates_the_newest_count() -> None:
    comparison = compare(weekly([3] * 300), small_rubric(), weeks(0, 149), weeks(150, 299))
    assert (comparison.older, comparison.sittings) == (40, (110, 150))


def test_the_focus_is_that_at_the_end_of_the_later_period() -> None:
    pages = [sitting(w, {"asking": 3}, focus="asking" if w else "listening") for w in range(3)]
    assert compare(pages, small_rubric(), weeks(0, 0), weeks(1, 2)).focus == "asking"
    assert compare(pages, small_rubric(), weeks(0, 0), weeks(7, 8)).focus == "listening"
