from __future__ import annotations

from learnlead.trends.tables import Cell, grid
from made_sittings import sitting, small_rubric

RUBRIC = small_rubric()


def test_only_full_sittings_say_in_which_relationship() -> None:
    table = grid([sitting(0, {"asking": 5, "own-own": 5})], RUBRIC)
    assert (table.sittings, table.cells) == (0, {})


def test_cells_are_means_of_their_own_marks() -> None:
    pages = [
        sitting(0, {"asking": {"own": 4, "peer": 1}, "own-own": 2}, depth="full"),
        sitting(1, {"asking": {"own": 5, "peer": "no-opportunity"}}, depth="full"),
        sitting(2, {"asking": 1, "own-own": "none-made"}, depth="full"),
    ]
    table = grid(pages, RUBRIC)
    assert table.sittings == 3
    assert table.cells == {
        ("asking", "own"): Cell(4.5, 2),
        ("asking", "peer"): Cell(1.0, 1),
        ("own-own", "own"): Cell(2.0, 1),
    }


def test_relationships_that_the_rubric_does_not_have_enter_nothing() -> None:
    assert grid([sitting(0, {"asking": {"gone": 4}}, depth="full")], RUBRIC).cells == {}
