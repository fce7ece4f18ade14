from __future__ import annotations

import pymannkendall
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.trends.stats.mann_kendall import mann_kendall, z_and_p

RATINGS = st.lists(st.integers(1, 5), min_size=2, max_size=60)
MEANS = st.lists(st.floats(1, 5), min_size=2, max_size=60)


def test_the_holy_cross_example() -> None:
    values = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9]
    values += [11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7]
    test = mann_kendall(values)
    assert test is not None
    assert test.s == 54
    assert test.var_s == pytest.approx(332.667, abs=5e-4)
    assert test.z == pytest.approx(2.9058, abs=5e-5)


@given(RATINGS | MEANS)
def test_it_equals_pymannkendall(values: list[float]) -> None:
    test, oracle = mann_kendall(values), pymannkendall.original_test(values)
    assert test is not None
    assert test.s == oracle.s
    assert test.var_s == pytest.approx(oracle.var_s, abs=1e-9)
    assert test.z == pytest.approx(oracle.z, abs=1e-9)
    assert test.p == pytest.approx(oracle.p, abs=1e-9)


@given(RATINGS)
def test_backwards_and_upside_down_only_turn_the_sign(values: list[int]) -> None:
    test = mann_kendall(values)
    assert test is not None
    for turned in (values[::-1], [6 - value for value in values]):
        again = mann_kendall(turned)
        assert again is not None
        assert (again.s, again.z) == (-test.s, -test.z)
        assert (again.var_s, again.p) == (test.var_s, test.p)


@pytest.mark.parametrize("values", [[], [4]])
def test_there_is_no_test_below_two_values(values: list[int]) -> None:
    assert mann_kendall(values) is None


def test_equal_values_are_no_trend_at_all() -> None:
    test = mann_kendall([3] * 20)
    assert test is not None
    assert (test.s, test.var_s, test.z, test.p) == (0, 0, 0, 1)


def test_far_out_p_keeps_its_digits() -> None:
    assert z_and_p(2001, 40_000.0)[1] == pytest.approx(1.5239706048321052e-23, rel=1e-9)
