from __future__ import annotations

import re

import pytest
from hypothesis import given

from any_reflection import lines, texts
from learnlead.page.markers import escape_line, escape_text, unescape_line, unescape_text

NEEDS_ONE = re.compile(r"[ \t]*\\*(#|```|~~~|---|===|<|\*\*|- \[|> |%%)")


@given(texts())
def test_an_escaped_text_comes_back(text: str) -> None:
    assert unescape_text(escape_text(text)) == text


@given(texts())
def test_every_line_gets_one_backslash_exactly_where_it_needs_one(text: str) -> None:
    for before, after in zip(text.split("\n"), escape_text(text).split("\n"), strict=True):
        if NEEDS_ONE.match(before) and before not in ("%% private %%", "%% end %%"):
            blanks = before[: len(before) - len(before.lstrip(" \t"))]
            assert after == f"{blanks}\\{before[len(blanks) :]}"
        else:
            assert after == before


@given(texts())
def test_a_text_as_a_hand_wrote_it_loses_one_backslash_before_each_mark_and_nothing_else(
    text: str,
) -> None:
    for before, after in zip(text.split("\n"), unescape_text(text).split("\n"), strict=True):
        blanks = before[: len(before) - len(before.lstrip(" \t"))]
        rest = before[len(blanks) :]
        escaped = rest.startswith("\\") and NEEDS_ONE.match(rest) is not None
        assert after == (blanks + rest[1:] if escaped else before)


@given(lines())
def test_an_escaped_line_comes_back_and_holds_no_mark(line: str) -> None:
    written = escape_line(line)
    assert unescape_line(written) == line
    assert not re.search(r"(?<!\\)(?:\\\\)*[*<%]", written)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# a\n#tag\n####", "\\# a\n\\#tag\n\\####"),
        ("\t> a\n>a\n- [x\n-[x", "\t\\> a\n>a\n\\- [x\n-[x"),
        ("\\\\---", "\\\\\\---"),
        ("===\n```\n~~~\n<b>\n**b**", "\\===\n\\```\n\\~~~\n\\<b>\n\\**b**"),
        (
            "%% private %%\n%% end %%\n%% x\n%% end %% ",
            "%% private %%\n%% end %%\n\\%% x\n\\%% end %% ",
        ),
    ],
)
def test_what_stands_on_the_page(text: str, written: str) -> None:
    assert escape_text(text) == written
