"""Due: nothing held in the running period, and somebody at work in it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from learnlead.page.naming import PageName
from learnlead.page.periods import Period, period_of
from learnlead.reminders.due import rubric_statuses
from learnlead.rubric.model import Rhythm

FRIDAY = date(2026, 11, 20)
CORE = "learning-leader"


def held(*days: str, rubric: str = CORE) -> list[PageName]:
    return [PageName(date.fromisoformat(day), rubric) for day in days]


def test_a_week_without_a_page_is_due() -> None:
    [status] = rubric_statuses(held("2026-11-06", "2026-11-13"), {CORE: "weekly"}, FRIDAY, [])
    assert status.due
    assert not status.away
    assert status.last == date(2026, 11, 13)
    assert status.period == Period(date(2026, 11, 16), date(2026, 11, 22))


def test_a_page_on_monday_is_enough_until_sunday() -> None:
    [status] = rubric_statuses(held("2026-11-16"), {CORE: "weekly"}, date(2026, 11, 22), [])
    assert not status.due
    [next_day] = rubric_statuses(held("2026-11-16"), {CORE: "weekly"}, date(2026, 11, 23), [])
    assert next_day.due


def test_nothing_is_due_in_a_week_away() -> None:
    away = [(date(2026, 11, 16), date(2026, 11, 20))]
    [status] = rubric_statuses([], {CORE: "weekly"}, FRIDAY, away)
    assert not status.due
    assert status.away
    assert status.last is None


def test_each_rubric_keeps_its_own_rhythm_and_pages() -> None:
    rubrics: dict[str, Rhythm] = {CORE: "weekly", "quarter": "quarterly", "month": "monthly"}
    names = held("2026-11-20") + held("2026-10-01", rubric="quarter")
    progress_line = {
        status.rubric: status.due for status in rubric_statuses(names, rubrics, FRIDAY, [])
    }
    assert progress_line == {CORE: False, "quarter": False, "month": True}
    assert list(progress_line) == list(rubrics)


def test_pages_of_other_rubrics_make_nothing_due() -> None:
    assert [
        status.rubric
        for status in rubric_statuses(
            held("2026-11-20", rubric="old"), {CORE: "weekly"}, FRIDAY, []
        )
    ] == [CORE]


def test_a_page_dated_ahead_in_the_period_counts_but_is_not_the_last_one() -> None:
    [status] = rubric_statuses(held("2026-11-13", "2026-11-22"), {CORE: "weekly"}, FRIDAY, [])
    assert not status.due
    assert status.last == date(2026, 11, 13)


@given(
    st.lists(st.dates(date(2026, 1, 1), date(2027, 1, 1)), max_size=8),
    st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    st.sampled_from(["weekly", "monthly", "quarterly"]),
)
def test_a_sitting_today_ends_being_due(days: list[date], today: date, rhythm: Rhythm) -> None:
    names = [PageName(day, CORE) for day in days]
    [status] = rubric_statuses(names, {CORE: rhythm}, today, [])
    assert status.due == all(day not in period_of(today, rhythm) for day in days)
    [after] = rubric_statuses([*names, PageName(today, CORE)], {CORE: rhythm}, today, [])
    assert not after.due
    assert after.last == today
    [off] = rubric_statuses(
        names, {CORE: rhythm}, today, [(today - timedelta(99), today + timedelta(99))]
    )
    assert not off.due
