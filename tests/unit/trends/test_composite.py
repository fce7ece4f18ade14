from __future__ import annotations

import pytest

from learnlead.trends.window import composite

USUAL = {"a": 2.0, "b": 4.0, "c": 3.0, "d": 3.0}


def test_all_rated_is_the_plain_mean() -> None:
    assert composite({"a": 3, "b": 5, "c": 3, "d": 1}, USUAL, 4) == 3


def test_leaving_out_a_low_behaviour_moves_nothing() -> None:
    everything = composite(USUAL, USUAL, 4)
    without = composite({"b": 4, "c": 3, "d": 3}, USUAL, 4)
    assert everything == without == 3


@pytest.mark.parametrize(("behaviours", "counts"), [(3, True), (4, True), (5, False)])
def test_half_of_the_behaviours_are_enough(behaviours: int, counts: bool) -> None:
    overall = composite({"a": 2, "b": 4}, USUAL, behaviours)
    assert (overall is not None) is counts


def test_no_rating_is_no_composite() -> None:
    assert composite({}, {}, 0) is None


def test_equal_sittings_tie_however_they_were_added_up() -> None:
    usual = {"a": 0.1, "b": 0.2, "c": 0.3}
    first = composite({"a": 1, "b": 2, "c": 3}, usual, 3)
    other = composite({"c": 3, "a": 2, "b": 1}, {"c": 0.3, "b": 0.2, "a": 0.1}, 3)
    assert first == other
