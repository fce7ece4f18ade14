from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from learnlead.trends.stats.mann_kendall import benjamini_hochberg

PS = st.lists(st.floats(0, 1) | st.sampled_from([0.01, 0.04, 1.0]), min_size=1, max_size=20)


def test_the_example_of_the_1995_paper() -> None:
    ps = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    ps += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert sum(p <= 0.05 for p in benjamini_hochberg(ps)) == 4


@given(PS)
def test_it_equals_scipy(ps: list[float]) -> None:
    assert benjamini_hochberg(ps) == pytest.approx(list(false_discovery_control(ps)), abs=1e-9)


@given(PS, st.randoms())
def test_the_order_of_the_tests_does_not_matter(ps: list[float], random: object) -> None:
    order = list(range(len(ps)))
    random.shuffle(order)  # type: ignore[attr-defined]  # hypothesis types its Random as object
    shuffled = benjamini_hochberg([ps[i] for i in order])
    assert shuffled == pytest.approx([benjamini_hochberg(ps)[i] for i in order])


def test_no_test_is_no_p() -> None:
    assert benjamini_hochberg([]) == []
