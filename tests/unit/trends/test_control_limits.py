from __future__ import annotations

import pytest

from learnlead.trends.stats.comparisons import control_limits

NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]


def test_the_nist_example() -> None:
    limits = control_limits(NIST)
    assert limits is not None
    assert limits.mean == pytest.approx(50.81)
    assert limits.moving_range == pytest.approx(1.8778, abs=5e-5)
    assert limits.low == pytest.approx(45.8159, abs=5e-5)
    assert limits.high == pytest.approx(55.8041, abs=5e-5)


def test_values_like_their_neighbours_need_wider_limits() -> None:
    plain, alike = control_limits(NIST), control_limits(NIST, phi=0.75)
    assert plain is not None
    assert alike is not None
    assert alike.high - alike.mean == pytest.approx(2 * (plain.high - plain.mean))


@pytest.mark.parametrize("values", [[], [3.0]])
def test_one_value_has_no_neighbour(values: list[float]) -> None:
    assert control_limits(values) is None
