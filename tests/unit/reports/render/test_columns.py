from __future__ import annotations

from learnlead.reports.document import Column, Table
from learnlead.reports.lines import Layout, as_text
from learnlead.reports.render.text_blocks import table_text

TABLE = Table(
    "How much each was live.",
    (Column("With whom", figures=False), Column("weeks"), Column("last")),
    (("I helped a report", "12", "3 Mar 2026"), ("A peer and I learned as equals", "", "")),
    nothing="not so far",
)


def told(width: int, *, plain: bool = False) -> str:
    return as_text(table_text(TABLE, Layout(width, plain)))


def test_figures_stand_under_their_heads_and_empty_ones_stay_blank() -> None:
    assert told(52) == (
        "                                   weeks        last\n"
        "  I helped a report                   12  3 Mar 2026\n"
        "  A peer and I learned as equals\n"
    )


def test_long_names_go_on_below() -> None:
    assert told(45).splitlines()[-2:] == ["  A peer and I learned as", "  equals"]


def test_without_room_and_in_plain_mode_each_row_is_a_sentence() -> None:
    said = "  I helped a report: weeks 12, last 3 Mar 2026\n"
    assert told(80, plain=True) == f"{said}  A peer and I learned as equals: not so far\n"
    assert told(40).startswith("  I helped a report: weeks 12, last 3\n    Mar 2026\n")
