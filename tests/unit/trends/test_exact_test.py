from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import hypergeom, nchypergeom_fisher

from learnlead.trends.stats.comparisons import hypergeometric_p, tarone_level


@st.composite
def splits(draw: st.DrawFn) -> tuple[int, int, int, int]:
    size, rest = draw(st.integers(1, 13)), draw(st.integers(1, 60))
    happened = draw(st.integers(1, size + rest))
    inside = draw(st.integers(max(0, happened - rest), min(size, happened)))
    return inside, happened, size, size + rest


@given(splits())
def test_it_is_fishers_exact_test(split: tuple[int, int, int, int]) -> None:
    inside, happened, size, total = split
    spread = hypergeom(total, happened, size)
    expected = min(1.0, 2 * min(spread.cdf(inside), spread.sf(inside - 1)))
    assert hypergeometric_p(*split) == pytest.approx(expected, rel=1e-6)


@given(splits(), st.floats(0.4, 2.5))
def test_longer_pages_are_fishers_noncentral_distribution(
    split: tuple[int, int, int, int], odds: float
) -> None:
    inside, happened, size, total = split
    spread = nchypergeom_fisher(total, happened, size, odds)
    chances = [float(spread.pmf(k)) for k in range(happened + 1)]
    expected = min(1.0, 2 * min(sum(chances[: inside + 1]), sum(chances[inside:])))
    assert hypergeometric_p(*split, odds) == pytest.approx(expected, rel=1e-5, abs=1e-9)


def test_tests_that_could_never_succeed_cost_the_others_nothing() -> None:
    assert tarone_level([0.001], 0.05) == 0.05
    assert tarone_level([0.001, 0.5, 0.5, 0.5], 0.05) == 0.05
    assert tarone_level([0.001, 0.001, 0.5], 0.05) == 0.025
    assert tarone_level([0.001] * 10, 0.05) == 0.005
    assert tarone_level([], 0.05) == 0.05


@given(st.lists(st.floats(1e-6, 1), max_size=60))
def test_tarones_number_is_the_smallest_that_covers_its_tests(smallest: list[float]) -> None:
    """By his definition: the least k with at most k tests that could reach risk / k."""
    k = next(k for k in range(1, 99) if sum(p <= 0.05 / k for p in smallest) <= k)
    assert tarone_level(smallest, 0.05) == pytest.approx(0.05 / k)
