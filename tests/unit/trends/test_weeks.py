from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.rubric.model import Rhythm
from learnlead.trends.periods import MAX_PERIODS, PERIODS_A_YEAR, by_year, cadence, weeks
from sizes import examples

FRIDAY = date(2026, 1, 2)
RHYTHMS: list[Rhythm] = ["weekly", "monthly", "quarterly"]


def states(held: list[int], *away: tuple[int, int]) -> str:
    """The states of weeks after the first Friday, a letter each."""
    days = [FRIDAY + timedelta(weeks=week) for week in held]
    off = [(FRIDAY + timedelta(a), FRIDAY + timedelta(b)) for a, b in away]
    return "".join(week.state[0] for week in weeks(days, "weekly", off))


def test_weeks_are_held_off_or_neither() -> None:
    assert states([]) == ""
    assert states([0]) == "h"
    assert states([0, 0, 3]) == "hnnh"
    assert states([0, 3], (3, 7)) == "henh"


def test_a_week_off_in_which_somebody_sat_down_is_held() -> None:
    assert states([0, 1, 2], (0, 30)) == "hhh"


def test_a_week_belongs_to_the_year_of_its_thursday() -> None:
    (first,) = weeks([date(2027, 1, 1)], "weekly", [])
    assert (first.year, first.place) == (2026, 52)


@settings(max_examples=examples(60))
@given(
    st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=1, max_size=12).map(sorted),
    st.sampled_from(RHYTHMS),
)
def test_every_period_has_one_place_of_its_year(held: list[date], rhythm: Rhythm) -> None:
    listed = weeks(held, rhythm, [])
    rows = by_year(listed)
    assert sum(map(len, rows.values())) == len(listed) <= MAX_PERIODS
    assert all(0 <= place < PERIODS_A_YEAR[rhythm] for row in rows.values() for place in row)
    assert listed[-1].state == "held"
    assert [week.period.first for week in listed] == sorted({w.period.first for w in listed})


@given(st.lists(st.integers(0, 40), min_size=1, max_size=20).map(sorted))
def test_as_many_are_held_and_off_as_the_cadence_counts(held: list[int]) -> None:
    days = [FRIDAY + timedelta(weeks=week) for week in held]
    off = [(FRIDAY, FRIDAY + timedelta(weeks=9))]
    counted = cadence(days, "weekly", begun=days[0], today=days[-1], last=days[-1], away=off)
    states = [week.state for week in weeks(days, "weekly", off)]
    assert states.count("held") == counted.held
    assert states.count("excused") == counted.excused


@pytest.mark.parametrize("rhythm", RHYTHMS)
def test_a_mistyped_year_costs_no_walk_through_centuries(rhythm: Rhythm) -> None:
    listed = weeks([date.min, date.max], rhythm, [])
    assert len(listed) == MAX_PERIODS
    assert listed[-1].period.last == date.max
