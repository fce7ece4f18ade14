"""A day and an hour, as typed and as found again in what was written."""

from __future__ import annotations

import pytest
from hypothesis import given

from learnlead.reminders.schedule.job import When, read_time, read_when
from made_jobs import HERE, WHENS, job


@pytest.mark.parametrize(
    ("typed", "time"),
    [("16:00", (16, 0)), ("9:30", (9, 30)), ("00:00", (0, 0)), (" 23:59 ", (23, 59))],
)
def test_a_time_of_the_day(typed: str, time: tuple[int, int]) -> None:
    assert read_time(typed) == time


@pytest.mark.parametrize("typed", ["24:00", "16:60", "16", "16.00", "four", "", "-1:00", "१६:००"])
def test_no_time_of_the_day(typed: str) -> None:
    assert read_time(typed) is None


@given(WHENS)
def test_the_label_of_a_job_tells_when(when: When) -> None:
    assert read_when(f"# {job(when=when).label}\n", HERE.id) == when
    assert read_when(f"# {job(when=when).label}\n", "learnlead-remind-other") is None


def test_an_edited_label_tells_nothing() -> None:
    assert read_when(f"# {HERE.id} someday 16:00\n", HERE.id) is None
    assert read_when(f"# {HERE.id} friday 26:00\n", HERE.id) is None
