from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq
from scipy.stats import norm

from learnlead.trends.stats.selection import shrunken


@given(st.floats(2.0, 5.0), st.floats(0.05, 6.0))
def test_the_estimate_is_where_the_observed_z_is_the_median(bound: float, beyond: float) -> None:
    z = bound + beyond
    found = shrunken(z, bound)

    def at(true: float, tail: float) -> float:
        passing = norm.sf(bound - true) + norm.cdf(-bound - true)
        return float(norm.sf(z - true) - tail * passing)

    for tail, share in ((0.025, found.low), (0.5, found.share), (0.975, found.high)):
        oracle = brentq(at, -15, z + 8, args=(tail,), xtol=1e-12) / z
        assert share == pytest.approx(max(oracle, 0) if tail == 0.5 else oracle, abs=1e-8)


def test_far_beyond_the_bound_little_is_taken_off() -> None:
    assert shrunken(8.0, 2.4).share == pytest.approx(1, abs=1e-6)
    assert shrunken(2.41, 2.4).share < 0.1
    assert shrunken(-4.0, 2.4) == shrunken(4.0, 2.4)


def test_what_no_longer_passes_is_taken_as_it_is() -> None:
    assert shrunken(2.0, 2.4).share == 1


def test_half_of_the_picked_ones_lie_below_their_estimate() -> None:
    """True z of 2, picked at 2.4: raw sizes are all too large, estimates are half of the time."""
    random = Random(4)  # noqa: S311 - a seeded simulation
    picked = [z for z in (random.gauss(2, 1) for _ in range(4000)) if abs(z) > 2.4]
    below = sum(shrunken(z, 2.4).share * abs(z) < 2 for z in picked)
    assert 0.45 < below / len(picked) < 0.55
