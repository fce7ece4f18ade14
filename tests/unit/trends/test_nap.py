from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from learnlead.trends.stats.comparisons import nap

VALUES = st.lists(st.integers(1, 5), min_size=1, max_size=15)


def test_parkers_example() -> None:
    share = nap([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
    assert share == pytest.approx(38.5 / 42)


@given(VALUES, VALUES)
def test_it_is_mann_whitneys_u_over_the_pairs(before: list[int], after: list[int]) -> None:
    u = mannwhitneyu(after, before, method="asymptotic").statistic
    assert nap(before, after) == pytest.approx(u / (len(before) * len(after)))


def test_an_empty_window_compares_with_nothing() -> None:
    assert nap([], [3]) is None
    assert nap([3], []) is None
