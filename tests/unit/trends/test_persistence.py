from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.trends.stats.lags import (
    Lag,
    autocorrelations,
    halfway,
    lags_of,
    line,
    line_residuals,
    pooled,
    times_of,
)
from learnlead.trends.stats.observations import Observations
from learnlead.trends.stats.persistence import (
    GRID,
    Model,
    expected_about_line,
    expected_about_phases,
    factor,
    inflation,
    inflations,
    weights,
)

DAYS = st.sets(st.integers(0, 700), min_size=2, max_size=40).map(sorted)
Matrix = npt.NDArray[np.float64]


def correlation(model: Model, distances: Matrix) -> Matrix:
    result: Matrix = model.share * np.power(model.phi, distances)
    result += (1 - model.share) * (distances == 0)
    return result


def expected(columns: Matrix) -> Matrix:
    """What the docstring says, with whole matrices."""
    n = len(columns)
    q, _ = np.linalg.qr(columns)
    maker = np.eye(n) - q @ q.T
    places = np.arange(n)
    rows = []
    for model in GRID:
        inner = maker @ correlation(model, np.abs(places[:, None] - places)) @ maker
        square = np.trace(inner) / n
        rows.append([np.trace(inner, k) / (n - k) / square for k in range(1, lags_of(n) + 1)])
    result: Matrix = np.array(rows)
    return result


@pytest.mark.parametrize("n", [5, 13, 26, 39, 104])
def test_what_models_expect_about_a_line(n: int) -> None:
    columns: Matrix = np.column_stack([np.ones(n), np.arange(n, dtype=float)])
    assert np.allclose(expected_about_line(n), expected(columns), atol=1e-9, rtol=0)


@pytest.mark.parametrize(("before", "since"), [(8, 13), (26, 13), (8, 8)])
def test_what_models_expect_about_two_phases(before: int, since: int) -> None:
    first = np.array([1.0] * before + [0.0] * since)
    columns = np.column_stack([first, 1 - first])
    oracle = expected(columns)
    assert np.allclose(expected_about_phases(before, since), oracle, atol=1e-9, rtol=0)


@given(DAYS, st.floats(0, 0.95), st.floats(0.2, 6))
def test_linear_time_equals_the_double_sum(days: list[int], phi: float, gap: float) -> None:
    weeks = np.array(days) / 7
    distances = np.abs(weeks[:, None] - weeks[None, :]) / gap
    double_sum = float((phi**distances).sum() / len(days))
    assert inflation(list(weeks), phi, gap) == pytest.approx(double_sum, rel=1e-9)


@given(DAYS)
def test_each_model_has_its_factor(days: list[int]) -> None:
    weeks = np.array(days) / 7
    distances = np.abs(weeks[:, None] - weeks[None, :])
    oracle = [correlation(model, distances).sum() / len(days) for model in GRID]
    assert inflations(tuple(float(week) for week in weeks), 1.0) == pytest.approx(oracle, rel=1e-9)


@given(DAYS, st.integers(0, 10**6))
def test_autocorrelations_are_those_of_all_pairs_at_a_distance(days: list[int], seed: int) -> None:
    weeks = [day / 7 for day in days]
    gap = float(np.median([b - a for a, b in pairwise(weeks)]))
    values = np.random.default_rng(seed).integers(1, 6, len(weeks)).astype(float)
    residuals = values - values.mean()
    if (residuals**2).mean() <= 1e-12 or not lags_of(len(weeks)):
        assert autocorrelations(weeks, list(residuals), times_of(tuple(weeks), gap)) == ()
        return
    oracle = []
    for k in range(1, lags_of(len(weeks)) + 1):
        products = [
            residuals[i] * residuals[j]
            for i in range(len(weeks))
            for j in range(i + 1, len(weeks))
            if abs((weeks[j] - weeks[i]) / gap - k) <= 0.45 + 1e-9
        ]
        r = np.mean(products) / (residuals**2).mean() if products else 0.0
        oracle.append((float(np.clip(r, -1, 1)), len(products)))
    found = autocorrelations(weeks, list(residuals), times_of(tuple(weeks), gap))
    assert [lag.r for lag in found] == pytest.approx([r for r, _ in oracle], abs=1e-9)
    assert [lag.pairs for lag in found] == [pairs for _, pairs in oracle]


def test_values_that_are_missing_make_no_pairs() -> None:
    times = times_of(tuple(float(week) for week in range(12)), 1.0)
    weeks = [float(week) for week in range(12) if week not in (4, 5)]
    found = autocorrelations(weeks, [1.0, -1.0] * 5, times)
    assert [lag.pairs for lag in found] == [8, 6]
    assert found[0].r == -1


def test_the_shipped_years_impossible_correlation_is_held_at_one() -> None:
    weeks = tuple(float(week) for week in (0, 1, 5, 9, 10, 20, 30, 40))
    found = autocorrelations(weeks, [3.0, -3.0, 0.1, 3.0, -3.0, 0, 0.1, 0], times_of(weeks, 1.0))
    assert found[0] == Lag(-1.0, 2)


def test_a_line_is_no_persistence() -> None:
    weeks = [float(week) for week in range(9)]
    straight = Observations(weeks, [2 + week / 4 for week in weeks])
    assert line(straight) == pytest.approx((0.25, 2))
    assert line_residuals(straight) == pytest.approx([0.0] * 9, abs=1e-12)


def test_series_are_pooled_by_their_pairs() -> None:
    first, second = pooled([(Lag(0.5, 30), Lag(0.2, 3)), (Lag(-0.5, 10),), ()])
    assert (first, second.pairs) == (Lag(0.25, 40), 3)
    assert second.r == pytest.approx(0.2)
    assert pooled([]) == ()
    own, other = (Lag(0.4, 9), Lag(0.0, 0)), (Lag(0.2, 99), Lag(0.1, 90))
    both, alone = halfway(own, other)
    assert both.r == pytest.approx(0.3)
    assert both.pairs == 9
    assert alone == Lag(0.1, 90)


def weighed(rs: Sequence[float], n: int = 52, sharpness: float = 8) -> tuple[float, ...]:
    found = tuple(Lag(r, 40) for r in rs)
    at = inflations(tuple(float(week) for week in range(n)), 1.0)
    return weights(found, expected_about_line(n), at, n=n, sharpness=sharpness, prior=-0.5)


def test_weights_are_a_softmax_of_the_misfit() -> None:
    rs = [0.3, 0.2, 0.1, 0.0, 0.1, -0.1, 0.0, 0.1]
    at = np.array(inflations(tuple(float(week) for week in range(52)), 1.0))
    misfit = ((np.array(expected_about_line(52)) - np.array(rs)) ** 2).sum(axis=1)
    raw = np.exp(-0.5 * 8 * 52 * misfit) / np.sqrt(at)
    assert weighed(rs) == pytest.approx(list(raw / raw.sum()), abs=1e-9)


def test_a_perfect_fit_finds_its_model() -> None:
    at = inflations(tuple(float(week) for week in range(52)), 1.0)
    for number, model in enumerate(GRID):
        found = weighed(expected_about_line(52)[number], sharpness=1e6)
        assert factor(found, at) == pytest.approx(at[number]), model


def test_where_nothing_is_known_the_cautious_half_is_taken() -> None:
    at = inflations((0.0, 1.0, 2.0, 3.0), 1.0)
    found = weights((), expected_about_line(5), at, n=0, sharpness=8, prior=-0.5)
    assert factor(found, at) == pytest.approx(inflation((0.0, 1.0, 2.0, 3.0), 0.5, 1.0))


def test_correlations_that_fit_no_model_still_have_weights() -> None:
    found = weighed([-1.0] * 8, n=260, sharpness=8)
    assert sum(found) == pytest.approx(1)
