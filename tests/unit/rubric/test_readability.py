from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.rubric.lint.english import grade, syllables

KNOWN = {
    1: "the be asked changed times make used year team smile role they",
    2: "learning people value wanted needed table report question quiet being going science trial "
    "mistake mistakes colleague client issue social special feedback courses something statement",
    3: "behaviour idea area created unfinished business leadership expertise video radio "
    "department agreement various serious curious beginning department platypus",
    4: "experience situation relationship society material appreciate",
    5: "opportunity organization",
}
"""As dictionaries divide them."""


@pytest.mark.parametrize(
    ("word", "count"), [(word, n) for n, words in KNOWN.items() for word in words.split()]
)
def test_syllables_of_usual_words(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.capitalize()) == count


def test_the_grade_of_a_published_example() -> None:
    """Wikipedia, "Flesch-Kincaid readability tests": 13 words, 24 syllables, grade 11.3."""
    text = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert grade(text) == pytest.approx(0.39 * 13 + 11.8 * 24 / 13 - 15.59)
    assert round(grade(text), 1) == 11.3


def test_the_easiest_text_is_of_short_words() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)


def test_sentences_count_with_or_without_their_full_stop() -> None:
    assert grade("I asked. He spoke") == grade("I asked. He spoke.") == grade("I asked! He spoke?")
    assert grade("") == grade("12 %") == float("-inf")


@given(st.text())
def test_any_text_has_a_grade(text: str) -> None:
    assert grade(text) < 1_000_000
    assert syllables(text) >= 1
