from __future__ import annotations

from datetime import date

from learnlead.page.facts import Sitting
from learnlead.reports.document import Table
from learnlead.reports.trends_tables import (
    absences,
    figures_table,
    grid_table,
    ratings_table,
    relationships,
)
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from made_sittings import sitting, small_rubric, weekly

RUBRIC = small_rubric("asking", "listening")


def trends(pages: list[Sitting]) -> Trends:
    return summarise(pages, RUBRIC, today=date(2026, 12, 31))


def heads(table: Table) -> list[str]:
    return [column.head for column in table.columns]


def test_every_row_has_a_cell_for_every_head() -> None:
    found = trends(
        [sitting(0, {"asking": {"own": 4}}, depth="full", live=("own",)), *weekly([1, 2])[1:]]
    )
    made = (absences, relationships, grid_table, ratings_table, figures_table)
    for table in (make(found) for make in made):
        assert isinstance(table, Table)
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_all_ratings_stand_newest_first_and_absences_apart() -> None:
    table = ratings_table(
        trends(
            [
                sitting(0, {"asking": 4, "listening": 2}),
                sitting(1, {"asking": "no-opportunity", "listening": "none-made"}),
                sitting(2, {"asking": {"own": 4, "peer": 3}}, depth="full"),
            ]
        )
    )
    assert heads(table) == ["Date", "Asking", "Listening", "Overall"]
    assert [row[:3] for row in table.rows] == [
        ("16 Jan 2026", "3.5", ""),
        ("9 Jan 2026", "–", "○"),
        ("2 Jan 2026", "4", "2"),
    ]
    assert [row[3] for row in table.rows] == ["2.6", "", "3.0"]


def test_two_sittings_of_a_day_are_two_rows_with_one_overall() -> None:
    pages = [
        sitting(0, {"asking": 4, "listening": 4}, stem="a"),
        sitting(0, {"asking": 2, "listening": 2}, stem="b"),
    ]
    assert [row[1:] for row in ratings_table(trends(pages)).rows] == [
        ("2", "2", "3.0"),
        ("4", "4", ""),
    ]


def test_what_is_not_known_is_an_empty_cell() -> None:
    found = trends([sitting(0, {"asking": 4})])
    table = absences(found)
    assert isinstance(table, Table)
    assert table.rows == (
        ("Asking", "", "", "", ""),
        ("Listening", "", "", "1", ""),
    )
    assert figures_table(found).rows[-1] == ("Listening", "0", *[""] * 8)
    assert grid_table(found) is None


def test_figures_have_a_true_minus_and_few_decimals() -> None:
    (_, (_, n, median, slope, interval, s, factor, z, p, adjusted), _) = figures_table(
        trends(weekly([5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1]))
    ).rows
    assert (n, median, s) == ("13", "2", "−63")
    assert slope.startswith("−0.")
    assert " to −0." in interval
    assert 0 < float(p) <= float(adjusted) < 1
    assert float(factor) >= 1
    assert z.startswith("−")
