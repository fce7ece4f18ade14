from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from learnlead.i18n.languages import stop_words
from learnlead.trends.terms import LONGEST_QUOTE, quote_of, terms_in, terms_of


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


# The same rules written down as plainly as they are meant, however slow

_WORD_AND_GAP = re.compile(
    r"([^\W\d_]+(?:['-][^\W\d_]+)*)"
    r"([ \t\u00a0]*\n?[ \t\u00a0]*(?=[^\W\d_]))?"  # nothing but a blank before the next word
)
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"'”’)»])\s+|\n\s*\n|\n(?=\s*[-*•>] )")


def plainly_in(text: str) -> set[str]:
    expected: set[str] = set()
    before = ""
    for written, gap in _WORD_AND_GAP.findall(text.lower().replace("’", "'")):
        word = written.removesuffix("'s")
        if len(word) < 2 or word in stop_words():
            before = ""
            continue
        expected.add(word)
        if before:
            expected.add(f"{before} {word}")
        before = word if gap else ""
    return expected


_PIECES = (
    *(
        "budget",
        "Review",
        "the",
        "über",
        "Straße",
        "İstanbul",
        "ΟΔΟΣ",
        "план",
        "שלום",
        "会議",
        "ﬁt",
    ),
    *(
        "a",
        "b",
        "s",
        "x",
        "ﬁt",
        "é",
        "e\u0301",
        "²",
        "½",
        "don’t",
        "Anna's",
        "x's's",
        "co-worker",
        "17",
    ),
    *(
        "'",
        "’",
        "-",
        "_",
        "7",
        " ",
        "  ",
        "\t",
        "\u00a0",
        "\n",
        "\n\n",
        "\n \n",
        "\r",
        "\f",
        "\x1c",
    ),
    *("\r", "\f", "\x1c", "\x85", "\u2003", "\u2028", "\u202f", "\u3000", "\u200b", "\u0307", "🙂"),
    *(".", ",", ";", ":", "!", "?", "…", "(", ")", "»", "”", '"', "/", "- ", "* ", "• ", "> "),
)
wild = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)
spaced = st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join)


@settings(deadline=None)
@given(wild | spaced | st.text(max_size=40))
@example("review (budget) plan, storm/desk map) river")
@example("i's's i's plan")
def test_the_terms_are_those_of_the_plain_rules(text: str) -> None:
    assert terms_in(text) == plainly_in(text)


@settings(deadline=None)
@given(st.lists(wild | spaced, max_size=6), st.integers(1, 3))
def test_of_many_texts_each_has_its_terms_of_words_that_stand_in_enough(
    texts: list[str], least: int
) -> None:
    plain = [plainly_in(text) for text in texts]
    often = {term for term, n in Counter(chain(*plain)).items() if n >= least}
    assert terms_of(texts, least) == [
        {term for term in terms if often.issuperset(term.split())} for terms in plain
    ]


@settings(deadline=None)
@given(wild | spaced)
@example("Budget (review). A budget) review. Budget review.")
def test_the_quote_is_from_the_first_sentence_with_the_term(text: str) -> None:
    sentences = _SENTENCES.split(text)
    for term in plainly_in(text):
        first = next((sentence for sentence in sentences if term in plainly_in(sentence)), None)
        quote = quote_of(text, term)
        if first is None:
            assert quote is None
        elif len(" ".join(first.split())) <= LONGEST_QUOTE:
            assert quote == " ".join(first.split())
        else:
            assert quote is not None
