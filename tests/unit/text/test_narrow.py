from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.text.clean import spell

codecs.register_error("spelled", spell)


def in_ascii(text: str) -> str:
    return text.encode("ascii", "spelled").decode("ascii")


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("▁▂▃▅▇ ▅", "12345 4"),
        ("  2.4 → 3.7  │", "  2.4 ->3.7  ?"),
        ("→", "->"),
        ("▌ Wait.", "| Wait."),
        ("“No trend” − no…", '"No trend" - no...'),
        ("■–· ○", "#-. o"),
        ("×√V'", "xsqrt V'"),
        ("Müller 会", "M?ller ?"),
        ("", ""),
    ],
)
def test_our_signs_are_spelled_and_other_letters_are_marked(text: str, spelled: str) -> None:
    assert in_ascii(text) == spelled


def test_what_the_terminal_knows_stays() -> None:
    assert "Müller −".encode("latin-1", "spelled") == "Müller -".encode("latin-1")
    assert "→ ▇".encode("utf-8", "spelled") == "→ ▇".encode()


@given(st.text())
def test_whatever_is_shown_it_never_fails(text: str) -> None:
    assert in_ascii(text).isascii()


def test_a_chart_keeps_its_columns() -> None:
    row = "Asking  ▂▃ ▅  2.4 → 3.7   12  early"
    assert len(in_ascii(row)) == len(row)


def test_it_is_for_showing_alone() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "spelled")
