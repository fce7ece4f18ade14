from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.reports.render.charts import TimeAxis

DAYS = st.dates()


def test_the_ends_lie_at_the_ends_and_one_day_in_the_middle() -> None:
    axis = TimeAxis(date(2026, 1, 1), date(2026, 1, 11), 0.1, 0.9)
    assert axis.place(axis.first) == pytest.approx(0.1)
    assert axis.place(date(2026, 1, 6)) == pytest.approx(0.5)
    assert axis.place(axis.last) == pytest.approx(0.9)
    assert TimeAxis(axis.first, axis.first).place(axis.first) == 0.5


def test_a_year_names_every_second_month_and_january_by_its_year() -> None:
    names = [name for _, name in TimeAxis(date(2025, 11, 7), date(2026, 11, 6)).names()]
    assert names == ["2026", "Mar", "May", "Jul", "Sep", "Nov"]


def test_a_quarter_names_each_month() -> None:
    names = [name for _, name in TimeAxis(date(2026, 8, 20), date(2026, 11, 6)).names()]
    assert names == ["Sep", "Oct", "Nov"]


@given(DAYS, DAYS)
def test_names_are_few_lie_inside_and_come_in_order(one: date, other: date) -> None:
    axis = TimeAxis(min(one, other), max(one, other))
    places = [axis.place(day) for day, _ in axis.names(most=7)]
    assert len(places) <= 7
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
