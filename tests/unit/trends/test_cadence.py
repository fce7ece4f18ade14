from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.rubric.model import Rhythm
from learnlead.trends.periods import Cadence, cadence
from made_sittings import BEGUN


def counted(
    *weeks: int, today: int, away: tuple[int, int] | None = None, extra_days: int = 0
) -> Cadence:
    """Sittings in these weeks; today is the Friday of its week, or `extra_days` later."""
    monday = BEGUN - timedelta(days=4)
    ranges = (
        []
        if away is None
        else [(monday + timedelta(weeks=w), BEGUN + timedelta(weeks=w)) for w in away]
    )
    return cadence(
        [BEGUN + timedelta(weeks=week) for week in weeks],
        "weekly",
        begun=BEGUN,
        today=BEGUN + timedelta(weeks=today, days=extra_days),
        away=ranges,
    )


def test_weeks_without_a_sitting_are_missed_but_not_the_running_one() -> None:
    counts = counted(0, 1, 4, today=6)
    assert (counts.held, counts.missed, counts.excused, counts.expected) == (3, 3, 0, 6)


def test_the_running_week_is_missed_once_it_is_over() -> None:
    assert counted(0, today=1, extra_days=2).missed == 0
    assert counted(0, today=1, extra_days=3).missed == 1


def test_a_week_away_is_excused_and_not_expected() -> None:
    counts = counted(0, 3, today=3, away=(1, 2))
    assert (counts.held, counts.missed, counts.excused, counts.expected) == (2, 0, 2, 2)


def test_a_sitting_in_a_week_away_is_held() -> None:
    assert counted(0, 1, today=1, away=(1, 1)).excused == 0
    assert counted(0, 1, today=1, away=(1, 1)).held == 2


def test_two_sittings_in_one_week_hold_it_once() -> None:
    days = [BEGUN, BEGUN - timedelta(days=2)]
    assert cadence(sorted(days), "weekly", begun=min(days), today=BEGUN).held == 1


@pytest.mark.parametrize(
    ("rhythm", "unit", "missed"), [("monthly", "month", 4), ("quarterly", "quarter", 1)]
)
def test_longer_rhythms_count_calendar_periods(rhythm: Rhythm, unit: str, missed: int) -> None:
    days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 7, 15)]
    counts = cadence(days, rhythm, begun=days[0], today=date(2026, 8, 31))
    assert counts.unit == unit
    assert counts.missed == missed


def test_a_period_that_the_chosen_time_cuts_is_not_missed() -> None:
    friday, later = BEGUN + timedelta(weeks=1), BEGUN + timedelta(weeks=9)
    sunday = friday + timedelta(days=2)
    for begun, last, missed in (
        (BEGUN, friday, 0),
        (friday, sunday, 0),
        (BEGUN, sunday, 1),
    ):
        counts = cadence([BEGUN], "weekly", begun=begun, today=later, last=last)
        assert counts.missed == missed


def test_a_journal_that_never_began_expects_nothing() -> None:
    assert cadence([], "weekly", begun=None, today=BEGUN) == Cadence("week", 0, 0, 0)


def test_a_sitting_from_the_future_is_held_and_nothing_before_it_is_missed() -> None:
    counts = cadence([BEGUN, date.max], "weekly", begun=BEGUN, today=BEGUN)
    assert (counts.held, counts.missed) == (2, 0)


@given(st.sets(st.integers(0, 60), min_size=1), st.integers(0, 60))
def test_every_week_is_held_missed_or_running(weeks: set[int], today: int) -> None:
    held = sorted(week for week in weeks | {0} if week <= today)
    counts = counted(*held, today=today)
    running = today not in held
    assert counts.held + counts.missed + running == today + 1
