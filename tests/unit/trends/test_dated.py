from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from learnlead.trends.dated import by_date
from made_sittings import BEGUN, sitting


def test_two_sittings_of_a_date_are_their_mean_and_both_depths_count() -> None:
    pairs = [(sitting(0), 2.0), (sitting(1), 4.0), (sitting(1, depth="full"), 5.0)]
    dated = by_date(pairs)
    assert dated.values == (2.0, 4.5)
    assert dated.depths == (("standard",), ("standard", "full"))


def test_equal_means_tie_whatever_way_they_came_about() -> None:
    dated = by_date([(sitting(0), 3.15), (sitting(1), 3.1), (sitting(1), 3.2)])
    assert dated.values[0] == dated.values[1]


def test_weeks_are_counted_from_the_first_value_and_hold_parts() -> None:
    dated = by_date([(sitting(BEGUN), 3), (sitting(BEGUN + timedelta(days=10)), 4)])
    assert dated.observations.weeks == (0, 10 / 7)


@given(st.sets(st.integers(0, 50), min_size=1).map(sorted), st.integers(-1, 51))
def test_since_keeps_the_day_itself_and_what_follows(weeks: list[int], start: int) -> None:
    dated = by_date((sitting(week), week) for week in weeks).since(BEGUN + timedelta(weeks=start))
    assert list(dated.values) == [week for week in weeks if week >= start]
    assert len(dated.dates) == len(dated.values) == len(dated.depths)
