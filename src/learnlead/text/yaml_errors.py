"""What is wrong with YAML that cannot be parsed, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learnlead.text.problem_text import quoted

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

DEEPEST = 20
"""Levels of lists and mappings in one another."""

TOO_DEEP = (
    f"lists and mappings stand in one another more than {DEEPEST} deep",
    "take out what is nested so deeply",
)
"""What is wrong and what to do, whoever notices first: the walk at its level 21, or libyaml, which
since 0.2.6 reads no more than 1,000 levels, and looks ahead on a line before the walk hears of it.
"""

_QUOTES = "put the text in quotes, or on the lines below a | that follows the key"

_RULES: tuple[tuple[str, bool, str, str], ...] = (
    ("maximum nesting depth", False, *TOO_DEEP),
    (
        "mapping values are not allowed",
        False,
        "a colon does not fit here",
        "put a text that holds a colon in quotes; else indent the line like its neighbours",
    ),
    (
        "scanning a simple key",
        True,
        "this line is not of the form 'key: value'",
        "add a colon and a blank after the key, or indent the line if it belongs to a text above",
    ),
    (
        "scanning a quoted scalar",
        True,
        "the quote {c} that opens here is never closed",
        "close it, or put the text on the lines below a | that follows the key",
    ),
    (
        "quoted scalar",
        False,
        "a backslash between double quotes does not mean itself",
        "write the backslash twice, or use single quotes",
    ),
    (
        "scanning a block scalar",
        True,
        "nothing can stand beside the {c} that opens a longer text",
        "begin the text on the next line, indented, or put it in quotes",
    ),
    (
        "parsing a flow",
        True,
        "the bracket {c} that opens here is not closed as it should be",
        "close it, put commas between its entries, and quotes around texts with commas or colons",
    ),
    (
        "document start",
        False,
        "this does not belong to what stands before it",
        "keep one document in a file, and check the quotes and the indentation above",
    ),
    ("node content", False, "a text cannot begin with {c} here", _QUOTES),
    (
        "parsing a block ",
        False,
        "this does not fit what stands before it",
        "indent the line like its neighbours; put a text that holds quotes on lines below a |",
    ),
    ("scanning a", True, "a text cannot begin with {c}", _QUOTES),
    (
        "not allowed",
        False,
        "a text cannot begin with {c} here",
        "put the text in quotes; a list begins on a line of its own",
    ),
    ("cannot start any token", False, "a text cannot begin with {c}", _QUOTES),
)
"""Words of PyYAML or libyaml; whether to point at where the construct began; ours; what to do.

The first that fits counts. {c} is the character pointed at.
"""


def in_plain_words(error: MarkedYAMLError, text: str) -> tuple[int, str, str]:
    """Where in the text it is wrong (an index), what is wrong, and what to do about it."""
    theirs = f"{error.context or ''}: {error.problem or ''}"
    at = _index(error.problem_mark, text)
    if text[at : at + 1] == "\t":
        return at, "a tab stands where only blanks can", "indent with blanks, never with tabs"
    for needle, where_it_began, message, remedy in _RULES:
        if needle in theirs:
            if where_it_began and error.context_mark is not None:
                at = _index(error.context_mark, text)
            if "{c}" in message and not text[at : at + 1].strip():
                break
            return at, message.format(c=quoted(text[at : at + 1])), remedy
    return at, "this cannot be read as YAML", "check quotes, brackets, colons and indentation"


def _index(mark: object, text: str) -> int:
    """The index of a mark; one behind the text is that of the end of its last line."""
    index: int = getattr(mark, "index", 0)
    return min(index, len(text.rstrip()))
