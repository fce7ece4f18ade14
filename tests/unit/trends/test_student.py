from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm
from scipy.stats import t as student

from learnlead.trends.stats.student import (
    normal_tail,
    student_quantile,
    student_tail,
)


@given(st.floats(-8, 8), st.floats(0.5, 500))
def test_tails_are_scipys(t: float, df: float) -> None:
    assert student_tail(t, df) == pytest.approx(student.sf(t, df), abs=1e-9)
    assert normal_tail(t) == pytest.approx(norm.sf(t), abs=1e-12)


@pytest.mark.parametrize("tail", [1e-9, 0.001, 0.01, 0.025, 0.3, 0.5])
def test_quantiles_are_scipys(tail: float) -> None:
    for df in (6.0, 13.7, 74.0):
        assert student_quantile(tail, df) == pytest.approx(student.isf(tail, df), rel=1e-9)


def test_published_values() -> None:
    """Student's t, one-sided: 2.998 for 7 degrees of freedom at 0.01 (any table)."""
    assert student_tail(2.998, 7) == pytest.approx(0.01, abs=1e-5)
