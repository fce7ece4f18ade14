"""Typed text is broken between words, and stays what was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from learnlead.adapters.terminal.form.typed_text import as_shown, column_of, moved, row_at, rows_of
from learnlead.text.cells import cells

TEXTS = st.lists(st.sampled_from(["a", "b", "漢", "e\u0301", "\x07", "\t", " ", "  ", "\n"])).map(
    "".join
)


def rows(text: str, width: int) -> list[str]:
    return [text[first:last] for first, last in rows_of(text, width)]


@given(TEXTS, st.integers(4, 30))
def test_no_word_is_broken_that_fits_and_no_letter_is_lost(text: str, width: int) -> None:
    shown = rows(text, width)
    assert "".join(shown) == text.replace("\n", "")
    assert all(cells(as_shown(row).rstrip(" ")) <= width for row in shown)
    words = [word for row in shown for word in row.replace("\t", "x").split(" ") if word]
    if all(len(word) * 2 <= width for word in text.split()):
        assert words == text.replace("\n", " ").replace("\t", "x").split()


@given(TEXTS, st.integers(4, 30), st.data())
def test_the_way_from_row_to_row_leads_back(text: str, width: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    all_rows = rows_of(text, width)
    here = row_at(all_rows, at)
    column = column_of(text, all_rows[here], at, width)
    down = moved(text, at, width, 1, column)
    assert (down is None) == (here == len(all_rows) - 1)
    if down is not None:
        assert row_at(all_rows, down) == here + 1
        back = moved(text, down, width, -1, column)
        assert back is not None
        assert row_at(all_rows, back) == here
        assert column_of(text, all_rows[here], back, width) <= column


def test_as_a_person_sees_it() -> None:
    assert rows("one two three", 8) == ["one two ", "three"]
    assert rows("one two three", 7) == ["one two ", "three"]
    assert rows("incomprehensible", 8) == ["incompre", "hensible"]
    assert rows("a\n\nb", 8) == ["a", "", "b"]
    assert rows("", 8) == [""]
