"""Typed text is broken between words, and stays what was typed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples, fragment_list_to_text
from prompt_toolkit.layout import BufferControl
from prompt_toolkit.layout.processors import Transformation, TransformationInput

from learnlead.adapters.terminal.typing_in import WholeWords

INDENT = 3
TEXTS = st.lists(st.sampled_from(["a", "b", "漢", "e\u0301", "\x07", " ", "  "])).map("".join)


def shown(text: str, room: int) -> tuple[list[str], Transformation]:
    """The rows that a terminal of that room makes of the text."""
    fragments: StyleAndTextTuples = [("", text)]
    given_ = TransformationInput(
        BufferControl(Buffer()), Document(text), 0, lambda at: at, fragments, room + INDENT, 10
    )
    done = WholeWords(INDENT).apply_transformation(given_)
    rows, column = [""], 0
    for character in fragment_list_to_text(done.fragments):
        wide = {"漢": 2, "\u0301": 0, "\x07": 2}.get(character, 1)
        if column + wide > room:
            rows.append("")
            column = 0
        rows[-1] += character
        column += wide
    return rows, done


@settings(deadline=None)
@given(TEXTS, st.integers(4, 30))
def test_no_word_is_broken_that_fits_and_no_letter_is_lost(text: str, room: int) -> None:
    rows, done = shown(text, room)
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert not any(row.startswith(" ") for row in rows[1:])
    words = [word for row in rows for word in row.split()]
    if all(len(word) * 2 <= room for word in text.split()):
        assert words == text.split()
    display = fragment_list_to_text(done.fragments)
    for at, character in enumerate(text):
        place = done.source_to_display(at)
        assert character == " " or display[place] == character
        assert done.display_to_source(place) <= at
    assert done.source_to_display(len(text)) == len(display)


def test_as_a_person_sees_it() -> None:
    assert shown("one two three", 8)[0] == ["one two ", "three"]
    assert shown("one two three", 7)[0] == ["one two", "three"]
    assert shown("incomprehensible", 8)[0] == ["incompre", "hensible"]
