"""The day: the clock's, or the one that LEARNLEAD_TODAY names."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from learnlead.adapters.schedulers.machine import now
from learnlead.errors import LearnleadError


def test_the_variable_beats_the_clock() -> None:
    environment = {"LEARNLEAD_TODAY": "2026-11-20"}
    assert now(environment).date() == date(2026, 11, 20)
    assert now(environment).tzinfo is not None


@pytest.mark.parametrize("environment", [{}, {"LEARNLEAD_TODAY": ""}])
def test_without_it_the_local_clock_counts(environment: dict[str, str]) -> None:
    clock = datetime.now().astimezone()
    assert abs(now(environment) - clock) < timedelta(minutes=1)


@pytest.mark.parametrize("wrong", ["today", "2026-13-01", "2026-W47-5", "20261120", "١٢٣٤-١١-٢٠"])
def test_anything_else_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(LearnleadError, match="like 2026-11-20") as refused:
        now({"LEARNLEAD_TODAY": wrong})
    assert refused.value.exit_code == 2
