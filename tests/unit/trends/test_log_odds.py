from __future__ import annotations

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.trends.stats.comparisons import log_odds

COUNTS = st.lists(st.integers(0, 30), min_size=2, max_size=12)


def test_an_example_by_hand() -> None:
    """8 of 100 words here, 2 of 200 there, as if 1 of 10 had been seen in both."""
    z = log_odds(8, 100, 2, 200, prior=1, priors=10)
    assert z == pytest.approx((log(9 / 101) - log(3 / 207)) / sqrt(1 / 9 + 1 / 3))


@given(COUNTS, st.data())
def test_it_is_the_papers_formula_over_all_words(here: list[int], data: st.DataObject) -> None:
    there = data.draw(st.lists(st.integers(0, 30), min_size=len(here), max_size=len(here)))
    y_i, y_j = np.array(here), np.array(there)
    alpha = (y_i + y_j + 1) / 2
    alpha_0 = alpha.sum()
    omega_i = (y_i + alpha) / (y_i.sum() + alpha_0 - y_i - alpha)
    omega_j = (y_j + alpha) / (y_j.sum() + alpha_0 - y_j - alpha)
    zeta = (np.log(omega_i) - np.log(omega_j)) / np.sqrt(1 / (y_i + alpha) + 1 / (y_j + alpha))
    for word in range(len(here)):
        z = log_odds(
            here[word],
            sum(here),
            there[word],
            sum(there),
            prior=float(alpha[word]),
            priors=float(alpha_0),
        )
        assert z == pytest.approx(float(zeta[word]))


@given(st.integers(0, 20), st.integers(0, 20), st.integers(40, 90), st.integers(40, 90))
def test_the_other_way_round_it_changes_sign_alone(a: int, b: int, n: int, m: int) -> None:
    z = log_odds(a, n, b, m, prior=2, priors=30)
    assert log_odds(b, m, a, n, prior=2, priors=30) == pytest.approx(-z)
