from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.text.clean import clean_line, clean_text, harmless, refused_character

any_text = st.text() | st.text(alphabet="ab \t\n\r\x00\x1b\x85\u2028\u202e\xa0", max_size=20)
good_text = any_text.filter(lambda text: refused_character(text) is None)


@given(good_text)
def test_clean_text_is_clean_already_the_second_time(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned is None or clean_text(cleaned) == cleaned


@given(good_text)
def test_clean_text_holds_no_blank_ends(text: str) -> None:
    cleaned = clean_text(text)
    if cleaned is None:
        assert not text.strip()
        return
    lines = cleaned.split("\n")
    assert lines[0]
    assert lines[-1]
    assert all(line == line.rstrip() for line in lines)
    assert "\r" not in cleaned


@given(good_text)
def test_clean_text_changes_nothing_but_blanks(text: str) -> None:
    assert "".join((clean_text(text) or "").split()) == "".join(text.split())


@given(good_text)
def test_clean_line_is_one_line_and_clean_already_the_second_time(text: str) -> None:
    cleaned = clean_line(text)
    if cleaned is not None:
        assert "\n" not in cleaned
        assert cleaned == cleaned.strip()
        assert clean_line(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("  indented stays  \n", "  indented stays"),
        ("\n\n first\n\n\nlast \n\n", " first\n\n\nlast"),
        ("a\tb", "a\tb"),
        (" \t\n", None),
        ("", None),
    ],
)
def test_clean_text_normalises_breaks_and_ends(text: str, cleaned: str | None) -> None:
    assert clean_text(text) == cleaned


def test_clean_line_makes_each_break_one_blank() -> None:
    assert clean_line("ask \r\n\n  three questions\r") == "ask three questions"


@given(any_text)
def test_a_text_is_refused_exactly_when_it_holds_a_control_character(text: str) -> None:
    bad = [c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\r"]
    if bad:
        assert f"U+{ord(bad[0]):04X}" in (refused_character(text) or "")
        with pytest.raises(ValueError, match="the text holds"):
            clean_text(text)
    else:
        assert refused_character(text) is None
        clean_text(text)


@given(any_text)
def test_harmless_text_holds_no_control_character(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in shown if c not in "\t\n")
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert harmless(shown) == shown
    assert "\n" not in harmless(text, breaks=False)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cf"])))
def test_harmless_leaves_ordinary_text_alone(text: str) -> None:
    assert harmless(text) == text


def test_an_escape_sequence_prints_as_a_box() -> None:
    assert harmless("\x1b[2Jgone\x07\r") == "�[2Jgone��"
