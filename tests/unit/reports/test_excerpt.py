from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from learnlead.reports.journal import excerpt
from learnlead.reports.lines import Line, as_text
from learnlead.text.cells import cells

TEXTS = st.text(st.sampled_from("ab é学\n\N{COMBINING ACUTE ACCENT}"), min_size=1, max_size=400)


def strong(lines: list[Line]) -> str:
    return "".join(span.text for line in lines for span in line if span.style == "strong")


@given(TEXTS, st.data())
def test_the_places_are_shown_and_strong_and_lines_fit(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    marked = text[start:end]
    if not marked.strip():
        return
    lines = excerpt(text, [(start, end)], 30, 4)
    assert all(sum(cells(span.text) for span in line) <= 30 for line in lines)
    assert all(line[0].text == "    " for line in lines)
    assert "".join(strong(lines).split()) == "".join(marked.split())


def test_far_words_are_left_out_and_that_shows() -> None:
    text = " ".join(["far", *["near"] * 16, "here", *["near"] * 16, "far", "far"])
    shown = as_text(excerpt(text, [(text.index("here"), text.index("here") + 4)], 400, 0))
    assert shown == f"… {'near ' * 16}here {'near ' * 16}…\n"


def test_a_phrase_is_strong_with_its_blanks() -> None:
    assert strong(excerpt("a b\nc d", [(2, 5)], 40, 0)) == "b c"


def test_a_short_text_is_whole() -> None:
    assert as_text(excerpt("one\n\ntwo", [(0, 3)], 40, 2)) == "  one two\n"
