from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from learnlead.page.front_matter import prepare
from learnlead.text.clean import refused_character


@given(st.text(st.characters(), max_size=30), st.sampled_from("\x00\x1b\x7f\x85\x9b\ud800a\r\n"))
def test_a_prepared_text_holds_nothing_that_is_refused(text: str, odd: str) -> None:
    given_text = text + odd + text
    prepared, problems = prepare(given_text, "page.md")
    assert refused_character(prepared) is None
    lines = enumerate(given_text.split("\n"), 1)
    assert [problem.line for problem in problems] == [
        n for n, text in lines if refused_character(text)
    ]
    assert prepared.count("\n") == given_text.count("\n")


def test_what_is_fine_stays() -> None:
    text = "a\tb\r\n👩‍👩‍👧 שלום \u2028·\xa0\n"
    assert prepare("\ufeff" + text, "page.md") == (text.replace("\r\n", "\n"), [])
