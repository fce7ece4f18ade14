from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.errors import LearnleadError
from learnlead.page.periods import read_days, read_span, sitting_day

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026-05", "2026-05-01", "2026-05-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2025..2026", "2025-01-01", "2026-12-31"),
        ("2026-W10..2026-W20", "2026-03-02", "2026-05-17"),
        ("2026-05-04..2026-05", "2026-05-04", "2026-05-31"),
        ("last week .. today", "2026-11-09", "2026-11-20"),
        ("12w..yesterday", "2026-08-28", "2026-11-19"),
        ("10d", "2026-11-10", "2026-11-10"),
        ("tomorrow", "2026-11-21", "2026-11-21"),
        ("Next  Week", "2026-11-23", "2026-11-29"),
        ("2026-11-20..2026-11-20", "2026-11-20", "2026-11-20"),
    ],
)
def test_days_and_spans_of_days(text: str, first: str, last: str) -> None:
    period = read_span(text, TODAY)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["", "..", "2026-05..", "..2026-05", "a..b", "1..2..3", "2026-13"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(LearnleadError, match="is no date"):
        read_span(text, TODAY)


def test_an_end_before_its_beginning_is_refused() -> None:
    with pytest.raises(LearnleadError, match="ends before it begins"):
        read_span("2026-06..2026-05", TODAY)


def test_the_last_day_of_the_calendar_has_no_tomorrow() -> None:
    with pytest.raises(LearnleadError, match="is no date"):
        read_span("tomorrow", date.max)


ANY_DAY = st.dates(date(2001, 1, 1), date(2090, 12, 31))


def examples(error: LearnleadError) -> list[str]:
    """What the error says would do."""
    [problem] = error.problems
    return problem.remedy.removeprefix("write it like one of: ").split(", ")


@given(ANY_DAY, st.integers(0, 6))
def test_for_a_sitting_only_days_are_named_that_can_be_its_day(today: date, weekday: int) -> None:
    with pytest.raises(LearnleadError) as refused:
        sitting_day("foo", today, weekday)
    named = examples(refused.value)
    assert {"today", "yesterday", "last week", f"{today}"} <= set(named)
    for words in named:
        assert sitting_day(words, today, weekday) <= today


@given(ANY_DAY)
def test_for_a_day_to_come_no_other_is_named(today: date) -> None:
    with pytest.raises(LearnleadError) as refused:
        read_days("foo", today, lambda period: period.last >= today)
    named = examples(refused.value)
    assert {"today", "tomorrow", "next week"} <= set(named)
    for words in named:
        assert read_days(words, today).last >= today
