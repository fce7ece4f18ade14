from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from learnlead.reports.lines import Span, as_text, harmless_lines, wrapped
from learnlead.text.cells import cells

WORDS = st.text(st.sampled_from("ab é学 \N{COMBINING ACUTE ACCENT}"), max_size=60)


@given(WORDS, st.integers(12, 30), st.integers(0, 4), st.integers(0, 4))
def test_wrapped_lines_fit_with_their_indents(
    text: str, width: int, indent: int, hanging: int
) -> None:
    first, *more = wrapped(text, width, indent=indent, hanging=hanging)
    assert first[0].text.startswith(" " * indent)
    assert all(line[0].text.startswith(" " * (indent + hanging)) for line in more)
    assert all(cells(line[0].text) <= width for line in (first, *more))


def test_text_has_no_blanks_at_its_ends() -> None:
    assert as_text([(Span("a  "), Span("b  ")), (), (Span("c"),)]) == "a  b\n\nc\n"


def test_control_characters_are_shown_and_keep_their_style() -> None:
    (line,) = harmless_lines([(Span("a\x1b[31m\nb", "strong"),)])
    assert line == (Span("a�[31m�b", "strong"),)
