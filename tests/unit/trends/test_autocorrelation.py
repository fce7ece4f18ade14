from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.trends.stats.autocorrelation import lag_one, phis_used, pooled_phi
from learnlead.trends.stats.observations import Observations


def observations(values: Sequence[float], *, step: float = 1.0) -> Observations:
    return Observations([step * i for i in range(len(values))], values)


def test_ups_and_downs_are_told_from_waves() -> None:
    saw, wave = (
        lag_one(observations([1, 5] * 5), 1.0),
        lag_one(observations([1, 1, 1, 5, 5, 5] * 2), 1.0),
    )
    assert saw is not None
    assert wave is not None
    assert saw < -0.8
    assert wave > 0.2


@given(st.lists(st.integers(1, 5), min_size=5, max_size=30), st.floats(-0.5, 0.5))
def test_a_straight_trend_is_no_autocorrelation(values: list[int], slope: float) -> None:
    level = lag_one(observations([float(v) for v in values]), 1.0)
    tilted = lag_one(observations([v + slope * i for i, v in enumerate(values)]), 1.0)
    if level is not None and tilted is not None:
        assert tilted == pytest.approx(level, abs=1e-6)


def test_only_neighbours_at_the_usual_distance_count() -> None:
    values = [1.0, 2.0, 4.0, 4.0, 5.0, 1.0]
    assert lag_one(Observations([0, 0.54, 1.08, 2.54, 4.0, 5.5], values), 1.0) is None
    assert lag_one(Observations([0, 0.56, 1.12, 2.56, 4.0, 5.5], values), 1.0) is not None


@pytest.mark.parametrize(
    ("values", "gap"),
    [
        ([1.0, 2.0, 4.0, 1.0], 1.0),
        ([3.0] * 9, 1.0),
        ([1.0, 2.0, 3.0, 4.0, 5.0], 1.0),
        ([2.0] * 9, None),
    ],
    ids=["four values", "all equal", "a straight line", "no gap"],
)
def test_where_nothing_can_be_told(values: list[float], gap: float | None) -> None:
    assert lag_one(observations(values), gap) is None
    assert pooled_phi([observations(values)], gap) is None


def test_the_pool_corrects_the_mean_for_short_series() -> None:
    waves = [1.0, 1, 2, 3, 3, 2, 1, 2, 2, 3, 4, 3, 2, 2]
    series = [
        observations([*waves, 3, 2, 4, 3]),
        observations([1, 2, 2, 4, *waves]),
        observations([1.0, 5.0]),
    ]
    rs = [r for observed in series if (r := lag_one(observed, 1.0)) is not None]
    assert len(rs) == 2
    expected = (sum(rs) / 2 + 2 / 18) / (1 - 4 / 18)
    assert 0.1 < expected < 0.8, "neither limit decides here"
    assert pooled_phi(series, 1.0) == pytest.approx(expected, rel=1e-12)


def test_phi_stays_between_0_and_nine_tenths() -> None:
    assert pooled_phi([observations([1, 5] * 10)], 1.0) == 0
    assert pooled_phi([observations([1] * 10 + [5] * 10 + [1] * 10)], 1.0) == 0.9


def test_the_behaviours_take_the_mean_of_theirs_and_the_larger_one() -> None:
    assert phis_used(0.2, 0.6) == pytest.approx((0.4, 0.6))
    assert phis_used(0.6, 0.2) == (0.6, 0.6)
    assert phis_used(None, None) == (0.5, 0.5)
