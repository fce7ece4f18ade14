"""Long lines of an answer are broken between words where a terminal shows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from learnlead.text.cells import cells, within

WORDS = st.lists(st.text("abcdü字", min_size=1, max_size=30), min_size=1, max_size=40)
LINES = st.lists(st.tuples(st.integers(0, 8), WORDS), max_size=6)


@given(lines=LINES, columns=st.integers(20, 100))
def test_no_word_is_lost_and_no_line_too_long_but_a_long_word(
    lines: list[tuple[int, list[str]]], columns: int
) -> None:
    text = "".join(f"{' ' * indent}{' '.join(words)}\n" for indent, words in lines)
    shown = within(text, columns)
    assert shown.split() == text.split()
    for line in shown.splitlines():
        assert cells(line) <= columns or len(line.split()) == 1 or columns < 28


@given(columns=st.integers(20, 100))
def test_a_line_that_fits_and_a_table_stay_as_they_are(columns: int) -> None:
    text = "  a   b\n\n1    c\n"
    assert within(text, columns) == text


def test_what_follows_stands_below_the_first_letter() -> None:
    assert within("  one two three four five six\n", 22) == "  one two three four\n  five six\n"
