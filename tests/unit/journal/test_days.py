from __future__ import annotations

from datetime import date

import pytest

from learnlead.errors import LearnleadError
from learnlead.journal.days import read_span

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
        ("tomorrow", "2026-11-21", "2026-11-21"),
        ("Next  Week", "2026-11-23", "2026-11-29"),
        ("2026-11-20..2026-11-20", "2026-11-20", "2026-11-20"),
    ],
)
def test_days_and_spans_of_days(text: str, first: str, last: str) -> None:
    found = read_span(text, TODAY)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


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
