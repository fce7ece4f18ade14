"""A block of ours in a text of somebody else: every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.errors import LearnleadError
from learnlead.reminders.schedule.backend import block_in, with_block, without_block

OURS, OTHERS = "learnlead-remind-1", "learnlead-remind-12"
TABLE = "MAILTO=jo@example.org\r\n# mine \udcff\x0c\x1c\u2028\n\n0 1 * * * backup \\% \\\\r"

TEXTS = st.text(
    st.one_of(st.sampled_from("\n\n\r\x0c\x1c\u2028#% a"), st.characters(exclude_categories=[])),
    max_size=40,
)
BLOCKS = st.sampled_from(["0 16 * * 5 a\n", "# x\n0 9 * * * b\n"])


@given(TEXTS, BLOCKS)
def test_what_came_in_goes_out_without_a_trace(table: str, block: str) -> None:
    assert without_block(with_block(table, block, OURS), OURS) == table
    assert without_block(table, OURS) == table


@given(TEXTS, BLOCKS, BLOCKS)
def test_a_second_time_replaces_the_first(table: str, first: str, second: str) -> None:
    once = with_block(table, second, OURS)
    assert with_block(with_block(table, first, OURS), second, OURS) == once
    assert with_block(once, second, OURS) == once
    assert once.count(f"# begin {OURS}") == 1


@given(TEXTS, BLOCKS)
def test_every_other_line_stays_where_it_is(table: str, block: str) -> None:
    whole = with_block(table, block, OURS)
    assert whole.startswith(table)
    marked = block_in(whole, OURS)
    assert marked is not None
    assert whole.endswith(marked)
    assert block in marked
    assert marked.endswith("\n"), "cron ignores a last line without an end"


@given(TEXTS, BLOCKS, BLOCKS, st.permutations([OURS, OTHERS]))
def test_two_workspaces_do_not_clash(table: str, a: str, b: str, order: list[str]) -> None:
    both = with_block(with_block(table, a, OURS), b, OTHERS)
    assert block_in(both, OURS) != block_in(both, OTHERS)
    for block_id in order:
        both = without_block(both, block_id)
    assert both in (table, f"{table}\n")


def test_lines_written_below_the_block_are_not_joined() -> None:
    whole = with_block(TABLE, "0 16 * * 5 a\n", OURS) + "0 2 * * * mine\n"
    assert without_block(whole, OURS) == f"{TABLE}\n0 2 * * * mine\n"


def test_a_block_stays_where_it_was() -> None:
    whole = with_block("a\n", "old\n", OURS) + "below\n"
    assert with_block(whole, "new\n", OURS) == whole.replace("old", "new")


def test_an_editor_may_end_the_marks_in_its_own_way() -> None:
    whole = with_block("a\n", "x\n", OURS).replace("\n", "\r\n")
    assert without_block(whole, OURS) == "a\r\n"


def test_a_block_without_its_end_is_left_alone() -> None:
    half = with_block("a\n", "x\n", OURS).replace(f"# end {OURS}\n", "") + "0 1 * * * theirs\n"
    with pytest.raises(LearnleadError, match="line 2 has lost its end"):
        without_block(half, OURS)
    with pytest.raises(LearnleadError, match="line 2 has lost its end"):
        with_block(half, "y\n", OURS)
    with pytest.raises(LearnleadError, match="line 2 has lost its end"):
        block_in(half, OURS)
