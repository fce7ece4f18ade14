from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from learnlead.trends.dated import DatedValues
from learnlead.trends.series import limit_factor, signals
from learnlead.trends.summarise import summarise
from made_sittings import BEGUN, small_rubric, weekly

NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
VALUES = st.lists(st.floats(1, 5).map(lambda v: round(v, 9)), min_size=8, max_size=40)


def dated(values: list[float]) -> DatedValues:
    days = tuple(BEGUN + timedelta(weeks=week) for week in range(len(values)))
    return DatedValues(days, tuple(values), tuple(("standard",) for _ in values))


@pytest.mark.parametrize("n", [8, 18, 19, 52, 260])
def test_the_reach_grows_with_the_number_of_values(n: int) -> None:
    assert limit_factor(n) == pytest.approx(max(3, norm.isf(0.025 / n)))


def test_the_nist_values_hold_no_signal_and_one_far_off_does() -> None:
    assert signals(dated(NIST), 0.0) == ()
    unusual = signals(dated([*NIST * 4, 60.0]), 0.0)
    assert [(signal.value, signal.high) for signal in unusual] == [(60.0, True)]
    assert unusual[0].limit < 60
    assert unusual[0].date == BEGUN + timedelta(weeks=40)


def test_below_eight_values_nothing_is_usual_yet() -> None:
    spike = [3.0] * 6 + [9.0]
    assert signals(dated(spike), 0.0) == ()
    assert signals(dated([3.0] * 40 + [9.0]), 0.0)


def test_equal_values_are_never_a_signal() -> None:
    assert signals(dated([3.1] * 30), 0.0) == ()
    assert signals(dated([0.1 + 0.2, 0.3] * 10), 0.0) == ()


def test_neighbours_that_are_alike_need_more_to_be_unusual() -> None:
    values = [*[3.0, 3.2] * 10, 4.4]
    assert signals(dated(values), 0.0)
    assert not signals(dated(values), 0.9)


@given(VALUES, st.floats(0, 0.9))
def test_upside_down_turns_signals_and_nothing_else(values: list[float], phi: float) -> None:
    upright, mirrored = signals(dated(values), phi), signals(dated([6 - v for v in values]), phi)
    assert [s.date for s in upright] == [s.date for s in mirrored]
    assert [s.high for s in upright] == [not s.high for s in mirrored]


def test_only_the_composite_has_them() -> None:
    trends = summarise(
        weekly([3] * 30 + [1] + [3] * 5), small_rubric("asking"), today=BEGUN + timedelta(weeks=99)
    )
    assert [signal.date for signal in trends.composite.signals] == [BEGUN + timedelta(weeks=30)]
    assert trends.behaviours[0].series.signals == ()
