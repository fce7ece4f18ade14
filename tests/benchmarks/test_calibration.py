"""The yardstick of the verdicts: a small cell runs, and its judge neither nods nor nags."""

from __future__ import annotations

import pytest
from scipy.stats import binomtest

from calibration import JOURNALS, QUESTIONS, lower_bound, measured, misses, promised
from learnlead.trends.quarters import PHIS, POWER
from simulated_journals import Cell

CELL = Cell("weekly", 26, 0.3)
FEW = 60


def test_a_small_cell_keeps_the_promise_as_far_as_it_can_tell() -> None:
    found = measured(CELL, FEW)
    assert misses(found, promised()[CELL], FEW) == []
    assert found == measured(CELL, FEW)


def test_a_longer_run_begins_with_the_same_journals() -> None:
    cell = Cell("gappy", 12, 0.0)
    few, more = measured(cell, 10), measured(cell, 20)
    assert all(before * 10 <= after * 20 for before, after in zip(few, more, strict=True))


def test_the_promised_table_keeps_its_promise() -> None:
    table = promised()
    assert len(table) == 57
    assert {cell for cell, row in table.items() if misses(row, row, JOURNALS)} == set()


def test_what_falls_short_is_named() -> None:
    promise = promised()[CELL]
    assert misses((0.095, *promise[1:]), promise, JOURNALS) == ["claims"]
    for column in range(1, len(QUESTIONS)):
        found = [*promise]
        found[column] -= 0.06
        assert misses(found, promise, JOURNALS) == [QUESTIONS[column].name]


def test_chance_is_no_fault() -> None:
    promise = promised()[CELL]
    assert misses((0.085, *promise[1:]), promise, JOURNALS) == []
    assert misses([share - 0.029 for share in promise], promise, JOURNALS) == []
    assert misses([share / 2 for share in promise], promise, 20) == []


def test_the_lower_bound_is_wilsons() -> None:
    for claims in (0, 1, 161, 2_000):
        oracle = binomtest(claims, 2_000).proportion_ci(method="wilson")
        assert lower_bound(claims / 2_000, 2_000) == pytest.approx(oracle.low)


def test_what_the_program_says_of_chances_is_the_promised_table() -> None:
    for kind, sizes in POWER.items():
        for sittings, shares in sizes.items():
            table = [promised()[Cell(kind, sittings, phi)][1] for phi in PHIS]
            assert tuple(table) == shares
