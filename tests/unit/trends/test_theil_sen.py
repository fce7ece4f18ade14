from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import theilslopes

from learnlead.trends.stats.mann_kendall import mann_kendall, variance_of_s
from learnlead.trends.stats.theil_sen import pair_slopes, slope_is_surely_zero


@st.composite
def dated(draw: st.DrawFn) -> tuple[list[float], list[float]]:
    days = sorted(draw(st.sets(st.integers(0, 900), min_size=2, max_size=40)))
    rating = st.integers(1, 5) | st.sampled_from([2.5, 10 / 3])
    values = draw(st.lists(rating, min_size=len(days), max_size=len(days)))
    return [day / 7 for day in days], values


@given(dated())
def test_slope_and_interval_equal_scipy(series: tuple[list[float], list[float]]) -> None:
    times, values = series
    slopes, test = pair_slopes(times, values), mann_kendall(values)
    assert slopes is not None
    assert test is not None
    oracle = theilslopes(values, times)
    interval = slopes.interval(test.var_s)
    assert slopes.median == pytest.approx(oracle.slope, abs=1e-9)
    assert interval.low == pytest.approx(oracle.low_slope, abs=1e-9)
    assert interval.high == pytest.approx(oracle.high_slope, abs=1e-9)


@given(dated())
def test_what_is_surely_level_is_so(series: tuple[list[float], list[float]]) -> None:
    times, values = series
    slopes, test = pair_slopes(times, values), mann_kendall(values)
    assert slopes is not None
    assert test is not None
    interval = slopes.interval(test.var_s)
    all_level = slopes.median == interval.low == interval.high == 0
    assert slope_is_surely_zero(values, test.s, test.var_s) == all_level


def test_the_statpsych_example() -> None:
    x = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51]
    y = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19]
    slopes = pair_slopes(x, y)
    assert slopes is not None
    assert slopes.median == 0.5
    interval = slopes.interval(variance_of_s(y, x))
    assert interval.low == pytest.approx(0.3243, abs=5e-5)
    assert interval.high == pytest.approx(0.75)


@given(dated(), st.floats(1, 20))
def test_a_larger_variance_never_narrows_the_interval(
    series: tuple[list[float], list[float]], factor: float
) -> None:
    times, values = series
    slopes, test = pair_slopes(times, values), mann_kendall(values)
    assert slopes is not None
    assert test is not None
    narrow, wide = slopes.interval(test.var_s), slopes.interval(test.var_s * factor)
    assert wide.low <= narrow.low <= narrow.high <= wide.high


def test_equal_values_have_slope_and_interval_zero() -> None:
    slopes = pair_slopes([0, 1, 2.5], [4, 4, 4])
    assert slopes is not None
    interval = slopes.interval(0.0)
    assert (slopes.median, interval.low, interval.high) == (0, 0, 0)


@pytest.mark.parametrize("values", [[], [4.0]])
def test_there_is_no_slope_below_two_values(values: list[float]) -> None:
    assert pair_slopes([0.0] * len(values), values) is None
