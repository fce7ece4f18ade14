"""Widths in cells, and texts broken into lines of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from learnlead.text.cells import NARROW, broken, cells, fit, padded, wrap

pytestmark = pytest.mark.core

LETTERS = "ab é漢e\u0301🎉 \n"
WORDS = st.text(st.sampled_from(LETTERS), max_size=120)
WIDTHS = st.integers(2, 100)


@st.composite
def too_long(draw: st.DrawFn) -> tuple[str, int]:
    """A text of one line that does not fit into the width beside it, most often by a little."""
    width = draw(st.integers(2, 40))
    text = draw(st.text(st.sampled_from(LETTERS.replace("\n", "")), max_size=50)).strip()
    missing = width + draw(st.integers(1, 6)) - cells(text)
    return text + draw(st.sampled_from("a漢")) * max(missing, 0), width


@given(WORDS, WIDTHS)
def test_a_wrapped_text_keeps_its_words_and_its_width(words: str, width: int) -> None:
    lines = wrap(words, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace("\n", "").replace(" ", "")
    assert len(lines) >= words.count("\n") + 1


def test_a_path_is_left_whole_for_the_terminal_to_break() -> None:
    path = "/a/very/long/path/to/a/page.md"
    assert wrap(f"Your page: {path}", 20, whole_words=True) == ["Your page:", path]
    assert len(wrap(f"Your page: {path}", 20)) == 3


@given(WORDS, WIDTHS)
def test_a_fitted_text_has_exactly_its_width(words: str, width: int) -> None:
    assert cells(fit(words, width)) == width


@given(too_long())
def test_a_text_that_is_too_long_ends_in_dots_and_loses_no_more_than_it_must(
    text_and_width: tuple[str, int],
) -> None:
    text, width = text_and_width
    fitted = fit(text, width)
    kept, dots, padding = fitted.rpartition("…")
    assert dots
    assert text.startswith(kept)
    assert cells(fitted) == width
    assert len(padding) <= 1, "a letter of two cells leaves one free"
    assert fit(text, cells(text)) == text


@given(too_long())
def test_a_text_that_is_too_long_is_broken_where_it_must_be(
    text_and_width: tuple[str, int],
) -> None:
    text, width = text_and_width
    lines = wrap(text, width)
    assert len(lines) > 1
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for word in text.split(" "):
        if word and cells(word) <= width:
            assert any(word in line.split(" ") for line in lines), "a word that fits stays whole"


@given(WORDS, st.integers(2, 30))
def test_no_piece_is_wider_than_it_may_be_and_no_letter_is_lost(text: str, width: int) -> None:
    pieces = broken(text, width)
    assert all(cells(piece) <= width for piece in pieces)
    assert "".join(pieces).replace(" ", "") == "".join(text.split())


def test_words_stay_whole_where_they_fit() -> None:
    assert broken("one two three", 7) == ["one two", "three"]
    assert broken("incomprehensible", 7) == ["incompr", "ehensib", "le"]
    assert broken("", 7) == [""]


def test_wide_letters_take_two_columns_and_marks_none() -> None:
    assert cells("学a\N{COMBINING ACUTE ACCENT}") == 3
    assert padded("学", 4) == "学  "


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("שלום", 4), ("e\u0301", 1), ("👩🏽‍🏫", 2), ("a\x07b\n", 2), ("é\x1b[0m", 4)],
)
def test_what_a_text_takes(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.from_regex(NARROW, fullmatch=True))
def test_what_is_told_without_tables_is_what_the_tables_say(text: str) -> None:
    assert cells(text) == wcswidth(text) == len(text)
