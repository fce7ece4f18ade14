from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.trends.terms import LONGEST_QUOTE, quote_of, terms_in


def test_words_and_pairs_that_are_about_something() -> None:
    assert terms_in("The budget review was on Tuesday.") == {"budget", "review", "budget review"}


def test_stop_words_of_both_languages_are_none() -> None:
    assert terms_in("I said that it wasn't me, and they'd been there.") == set()
    assert terms_in("Ich habe nicht gesagt, dass sie das können.") == set()
    assert terms_in("Die Besprechung war laut.") == {"besprechung", "laut"}


@pytest.mark.parametrize("between", [", ", ". ", " the ", "\n\n", " 7 ", "/"])
def test_a_pair_has_nothing_but_a_blank_between_its_words(between: str) -> None:
    assert terms_in(f"budget{between}review") == {"budget", "review"}


def test_a_line_that_an_editor_broke_is_no_end_of_a_pair() -> None:
    assert "budget review" in terms_in("after the budget\nreview we")


def test_case_apostrophes_and_what_belongs_to_somebody_make_no_difference() -> None:
    assert terms_in("Anna’s DESK") == terms_in("anna's desk") == {"anna", "desk", "anna desk"}


def test_figures_and_single_letters_are_none() -> None:
    assert terms_in("B saw 17 of 40 at X.") == set()


def test_a_quote_is_the_sentence_of_the_term() -> None:
    text = "One thing. Then the storm came! “No,” she said. It was over."
    assert quote_of(text, "storm") == "Then the storm came!"
    assert quote_of(text, "rain") is None
    assert quote_of("- a list\n- of the\n  storms", "storms") == "- of the storms"


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_long_quote_is_cut_around_the_term(before: int, after: int) -> None:
    text = " ".join(["lorem"] * before + ["storm"] + ["ipsum"] * after)
    quote = quote_of(text, "storm")
    assert quote is not None
    assert "storm" in quote
    assert len(quote) <= LONGEST_QUOTE
    assert quote.strip("…") in text


@given(st.text(max_size=300))
def test_any_text_is_read_and_each_term_has_its_quote(text: str) -> None:
    for term in terms_in(text):
        quote = quote_of(text, term)
        assert quote is None or len(quote) <= LONGEST_QUOTE
