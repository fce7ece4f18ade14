"""The yardstick of the verdicts: a small cell runs, and its judge neither nods nor nags."""

from __future__ import annotations

from typing import get_args

import pytest
from scipy.stats import binomtest

from calibration import (
    JOURNALS,
    POWERS,
    QUESTIONS,
    Claims,
    claims,
    lower_bound,
    missed_claims,
    misses_power,
    power,
    promised,
    trendless,
)
from simulated_journals import Cell, Kind

CELL = Cell("weekly", 156, 0.3, "random")
FEW = 16


def test_a_small_cell_keeps_the_promise_as_far_as_it_can_tell() -> None:
    found = claims(CELL, FEW)
    assert missed_claims({CELL: found}, FEW) == []
    assert found == claims(CELL, FEW)
    assert all(bets <= every for every, bets in zip(found.every, found.bets, strict=True))


@pytest.mark.parametrize("number", [0, 3])
def test_a_small_cell_of_power_falls_short_by_no_more_than_chance(number: int) -> None:
    question = QUESTIONS[number]
    found = power("weekly", 0.0, question, FEW)
    assert not misses_power(found, promised()[question.name][0], FEW)
    assert found > 0.2


def test_a_longer_run_begins_with_the_same_journals() -> None:
    cell = Cell("gappy", 60, 0.6, "lowest")
    few, more = claims(cell, 4), claims(cell, 8)
    assert all(a * 4 <= b * 8 for a, b in zip(few.every, more.every, strict=True))


def test_every_kind_of_journal_is_among_the_cells() -> None:
    cells = list(trendless())
    assert {cell.kind for cell in cells} == set(get_args(Kind))
    assert len({cell.name for cell in cells}) == len(cells)
    assert {cell.weeks for cell in cells} == {156}


def told(*years: float) -> Claims:
    return Claims(years, (0.0, 0.0, 0.0))


def test_what_falls_short_is_named() -> None:
    quiet, loud = Cell("weekly", 156, 0.0), Cell("gappy", 156, 0.6)
    fine = {quiet: told(0.05, 0.06, 0.02), loud: told(0.02, 0.02, 0.09)}
    assert missed_claims(fine, JOURNALS) == []
    assert missed_claims({**fine, loud: told(0.02, 0.11, 0.02)}, JOURNALS)[0] == loud.name
    both = {quiet: told(0.085, 0.02, 0.02), loud: told(0.085, 0.02, 0.02)}
    assert missed_claims(both, JOURNALS) == ["all old cells, year 1"]
    wander, season = Cell("wander", 156, 0.9), Cell("season", 156, 0.0)
    assert missed_claims({wander: told(0.18, 0.3, 0.3), season: told(0.5, 0.5, 0.5)}, 2000) == []
    assert missed_claims({wander: told(0.21, 0.1, 0.1)}, 2000) == [wander.name]


def test_chance_is_no_fault() -> None:
    assert missed_claims({CELL: told(0.1, 0.1, 0.1)}, 40) == []
    assert not misses_power(0.571, 0.6, JOURNALS)
    assert misses_power(0.54, 0.6, JOURNALS)
    assert not misses_power(0.4, 0.6, 30)


def test_the_promised_table_has_every_power() -> None:
    table = promised()
    assert list(table) == [question.name for question in QUESTIONS]
    assert {len(row) for row in table.values()} == {len(POWERS)}


def test_the_lower_bound_is_wilsons() -> None:
    for counted in (0, 1, 161, 2_000):
        oracle = binomtest(counted, 2_000).proportion_ci(method="wilson")
        assert lower_bound(counted / 2_000, 2_000) == pytest.approx(oracle.low)
