"""The Markdown as a reader of CommonMark and GitHub's tables understands it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from learnlead.reports.document import Column, Table
from learnlead.reports.formats.markdown import escaped, table
from learnlead.text.clean import harmless
from sizes import examples
from unit.reports.formats.reported import HOSTILE, rendered, trends, written

pytestmark = pytest.mark.core

WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=40))


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def one_line(words: str) -> str:
    return " ".join(harmless(words, breaks=False).split())


@settings(max_examples=examples(100), deadline=None)
@given(WORDS)
def test_words_stay_words(words: str) -> None:
    kinds = {token.type for token in tokens(f"{escaped(words)}\n")}
    assert kinds <= {"paragraph_open", "inline", "text", "text_special", "paragraph_close"}
    text = "".join(t.content for t in tokens(f"{escaped(words)}\n") if t.type.startswith("text"))
    assert text == one_line(words)


@settings(max_examples=examples(60), deadline=None)
@given(WORDS)
def test_no_words_change_what_a_report_is_made_of(words: str) -> None:
    def built(text: str) -> list[str]:
        inside = {"text", "text_special", "inline"}
        return [token.type for token in tokens(text) if token.type not in inside]

    text = rendered("markdown", [trends(13, words)])
    usual = rendered("markdown", [trends(13, "Words")])
    if one_line(words):
        assert built(text) == built(usual)


def test_a_table_has_straight_columns_and_aligned_figures() -> None:
    rows = (("a | b", "1"), ("日本語", "10"))
    text = table(Table("What it holds.", (Column("Name", figures=False), Column("n")), rows))
    assert text == ("| Name   |   n |\n| ------ | --: |\n| a \\| b |   1 |\n| 日本語 |  10 |\n\n")
    cells = [t.content for t in tokens(text) if t.type == "inline"]
    assert cells == ["Name", "n", "a | b", "1", "日本語", "10"]


@pytest.mark.parametrize(
    "heading",
    [
        *("Your focus: Words", "Overall", "Behaviours", "What the ratings leave out"),
        *("With whom", "In which relationship", "Plans", "In your own words", "Set apart"),
    ],
)
def test_its_sections(heading: str) -> None:
    assert f"\n## {heading}\n\n" in written("markdown")


def test_it_reads_as_one_text() -> None:
    text = written("markdown")
    assert text.startswith("# Words\n\n41 sittings held")
    assert "\n\n\n" not in text
    assert "missed" not in text
