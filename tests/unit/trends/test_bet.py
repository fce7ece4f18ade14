from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.trends.quarters import PHIS, POWER, QUARTER, USUAL_PHI, bet

PHI = st.none() | st.floats(0, 0.9)


@pytest.mark.parametrize("rows", ["weekly", "monthly"])
def test_the_cells_of_the_table_are_met_exactly(rows: str) -> None:
    for sittings, shares in POWER[rows].items():  # type: ignore[index]  # the two names of rows
        for phi, share in zip(PHIS, shares, strict=True):
            assert bet(sittings, phi, rows).chance == pytest.approx(share)  # type: ignore[arg-type]  # rhythms, too


def test_between_the_cells_it_is_interpolated_both_ways() -> None:
    assert bet(19, 0.0).chance == pytest.approx((0.08 + 0.22) / 2)
    assert bet(26, 0.15).chance == pytest.approx((0.22 + 0.16) / 2)
    assert bet(13, None).chance == pytest.approx(0.07 + (0.16 - 0.07) / 14, abs=1e-4)


def test_below_twelve_sittings_nothing_can_be_seen() -> None:
    assert [bet(n, 0.0).chance for n in (0, 1, 11)] == [0, 0, 0]
    assert bet(12, 0.0).chance > 0


def test_a_young_journal_gets_the_usual_autocorrelation() -> None:
    assert bet(QUARTER, None) == bet(QUARTER, USUAL_PHI)


def test_quarterly_sittings_count_as_monthly_ones() -> None:
    assert bet(26, 0.6, "quarterly").chance == bet(26, 0.6, "monthly").chance == 0.07


def test_what_lies_beyond_the_table_is_as_at_its_edge() -> None:
    assert bet(1000, 0.0).chance == 0.87
    assert bet(52, 0.9).chance == 0.16


def test_even_is_the_first_number_that_is_as_likely_as_not() -> None:
    even = bet(QUARTER, 0.0).even
    assert even is not None
    assert bet(even - 1, 0.0).chance < 0.5 <= bet(even, 0.0).chance
    assert bet(QUARTER, 0.6).even is None


@given(st.integers(0, 200), PHI)
def test_more_sittings_never_show_less(sittings: int, phi: float | None) -> None:
    fewer, more = bet(sittings, phi), bet(sittings + 1, phi)
    assert 0 <= fewer.chance <= more.chance <= 1
    assert fewer.even == more.even
