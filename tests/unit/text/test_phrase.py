from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from learnlead.text.phrase import Phrase, folded

ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WORDS = st.lists(
    st.sampled_from(("Anna", "ANNA", "René", "rene\u0301", "müller", "don’t", "don't", "ﬁne", "ß"))
    | st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=4),
    min_size=1,
    max_size=3,
).map(" ".join)


def found(words: str, text: str, *, match_case: bool = False) -> list[str]:
    phrase = Phrase(words, match_case=match_case)
    return [text[start:end] for start, end in phrase.spans(text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("anna", "Anna, ANNA's and _anna_; (anna).", ["Anna", "ANNA", "anna", "anna"]),
        ("ann", "Anna and Joann", []),
        ("rene", "René, RENE\u0301 and Rene", ["René", "RENE\u0301", "Rene"]),
        ("René", "rene", ["rene"]),
        ("don't", "I don’t", ["don’t"]),
        ("strasse", "Straße", ["Straße"]),
        ("meet rings", "We meet\n  rings; meet\t rings", ["meet\n  rings", "meet\t rings"]),
        ("meet rings", "meet\n\nrings", []),
        ("R.", "R. said to R.A. and R.", ["R.", "R."]),
        ("#1", "boss #1, x#1, #12", ["#1"]),
        ("an an", "an an an", ["an an"]),
        ("an an", "ban an an", ["an an"]),
        ("Anna", "An\u00adna", ["An\u00adna"]),
        ("田中", "昨日田中さんと", ["田中"]),
        ("김민수", "김민수가 왔다", ["김민수"]),
        ("가", "각, 가각", ["가"]),
        ("か", "が, かが", ["か"]),
        ("क", "कि", []),
    ],
)
def test_whole_words_are_found_however_they_are_written(
    words: str, text: str, expected: list[str]
) -> None:
    assert found(words, text) == expected
    assert not expected or Phrase(words).may_stand_in(folded(text))


def test_a_file_without_the_words_in_their_order_need_not_be_read() -> None:
    assert not Phrase("Anna").may_stand_in(folded("Ann"))
    assert not Phrase("Anna Maria").may_stand_in(folded("Maria, Anna"))


def test_matching_case_tells_will_from_will() -> None:
    assert found("Will", "Will will. WILL", match_case=True) == ["Will"]
    assert found("José", "Jose and jose", match_case=True) == ["Jose"]


@pytest.mark.parametrize("words", ["", " ", "…", "_", "**", "\u0301"])
def test_without_a_letter_or_figure_it_is_no_phrase(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Phrase(words)


@given(WORDS, ANYTHING, ANYTHING, st.sampled_from((str, str.upper, str.lower)))
def test_a_phrase_is_found_between_blanks_in_any_form(
    words: str, before: str, after: str, case: Callable[[str], str]
) -> None:
    assume(folded(case(words)) == folded(words))  # a Turkish ı has another capital than its own
    for form in ("NFC", "NFD"):
        text = f"{before} {unicodedata.normalize(form, case(words))} {after}"
        assert found(words, text)


@given(WORDS | ANYTHING, WORDS | ANYTHING)
def test_a_text_that_lacks_the_letters_does_not_hold_the_phrase(words: str, text: str) -> None:
    """What makes a search fast never loses anything."""
    try:
        phrase = Phrase(words)
    except ValueError:
        return
    for whole in (text, f"{text} {words} {text}"):
        if phrase.spans(whole):
            assert phrase.may_stand_in(folded(whole))


@given(WORDS, ANYTHING)
def test_places_are_in_order_and_apart(words: str, text: str) -> None:
    places = Phrase(words).spans(f"{text} {words} {words}{text}{words}")
    assert all(start < end for start, end in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))
