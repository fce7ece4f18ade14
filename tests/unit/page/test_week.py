"""Periods: every day lies in exactly one, and nobody is asked for one they were away in."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.page.periods import (
    Period,
    is_away,
    next_period,
    one_period_later,
    period_of,
    periods,
)
from learnlead.rubric.model import Rhythm

days = st.dates()
lived_days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
rhythms: st.SearchStrategy[Rhythm] = st.sampled_from(["weekly", "monthly", "quarterly"])


@given(days, rhythms)
def test_a_day_lies_in_its_period_and_every_day_of_the_period_agrees(
    day: date, rhythm: Rhythm
) -> None:
    period = period_of(day, rhythm)
    assert day in period
    assert period_of(period.first, rhythm) == period
    assert period_of(period.last, rhythm) == period


@given(lived_days, lived_days, rhythms)
def test_periods_follow_one_another_without_a_gap(a: date, b: date, rhythm: Rhythm) -> None:
    first, last = min(a, b), max(a, b)
    result = list(periods(first, last, rhythm))
    assert first in result[0]
    assert last in result[-1]
    assert all(y.first - x.last == timedelta(days=1) for x, y in pairwise(result))
    assert all(next_period(x, rhythm) == y for x, y in pairwise(result))


@given(lived_days)
def test_a_week_is_the_iso_week(day: date) -> None:
    week = period_of(day, "weekly")
    assert week.first.isocalendar()[:2] == week.last.isocalendar()[:2] == day.isocalendar()[:2]
    assert (week.first.weekday(), week.last.weekday()) == (0, 6)


@pytest.mark.parametrize(
    ("rhythm", "first", "last"),
    [
        ("weekly", date(2026, 11, 16), date(2026, 11, 22)),
        ("monthly", date(2026, 11, 1), date(2026, 11, 30)),
        ("quarterly", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_the_periods_of_a_friday_in_november(rhythm: Rhythm, first: date, last: date) -> None:
    assert period_of(date(2026, 11, 20), rhythm) == Period(first, last)


@pytest.mark.parametrize("rhythm", ["weekly", "monthly", "quarterly"])
def test_the_calendar_ends_without_an_error(rhythm: Rhythm) -> None:
    assert list(periods(date.max, date.max, rhythm)) == [period_of(date.max, rhythm)]
    assert one_period_later(date.max, rhythm) == date.max


def test_no_period_lies_between_a_later_and_an_earlier_day() -> None:
    assert list(periods(date(2026, 11, 20), date(2026, 11, 13), "weekly")) == []


@pytest.mark.parametrize(
    ("day", "rhythm", "later"),
    [
        (date(2026, 11, 13), "weekly", date(2026, 11, 20)),
        (date(2026, 1, 31), "monthly", date(2026, 2, 28)),
        (date(2027, 11, 30), "quarterly", date(2028, 2, 29)),
        (date(2026, 12, 15), "monthly", date(2027, 1, 15)),
    ],
)
def test_a_plan_is_due_a_period_later(day: date, rhythm: Rhythm, later: date) -> None:
    assert one_period_later(day, rhythm) == later


@given(lived_days, rhythms)
def test_a_plan_is_due_in_the_next_period(day: date, rhythm: Rhythm) -> None:
    assert one_period_later(day, rhythm) in next_period(period_of(day, rhythm), rhythm)


WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("away", "expected"),
    [
        ([], False),
        ([(date(2026, 11, 16), date(2026, 11, 20))], True),
        ([(date(2026, 11, 16), date(2026, 11, 19))], False),
        ([(date(2026, 11, 17), date(2026, 11, 22))], False),
        ([(date(2026, 11, 21), date(2026, 11, 22))], False),
        ([(date(2026, 11, 19), date(2026, 11, 30)), (date(2026, 11, 1), date(2026, 11, 18))], True),
        ([(date(2026, 1, 1), date(2026, 12, 31))], True),
    ],
    ids=["never", "Mon-Fri", "Mon-Thu", "Tue-Sun", "weekend", "two that touch", "all year"],
)
def test_a_week_is_away_when_all_its_working_days_are(
    away: list[tuple[date, date]], expected: bool
) -> None:
    assert is_away(WEEK, away) is expected


def test_a_fortnight_off_does_not_excuse_the_month() -> None:
    fortnight = [(date(2026, 12, 21), date(2027, 1, 3))]
    assert not is_away(period_of(date(2026, 12, 24), "monthly"), fortnight)
