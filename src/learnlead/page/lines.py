"""The lines of a page's body that may mean something, each read by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from learnlead.page.markers import read_marker, read_outcome, read_rating
from learnlead.page.plans import read_plan, read_review

FIRST_LETTERS = frozenset("#*`~ -")
"""With one of these such a line begins."""

_MARKED = re.compile(r"#{1,3}[ \t]| {0,3}(?:`{3}|~{3}|- \[|\*\*[A-Z][a-z]+:\*\*)")
_LABEL = re.compile(r"\*\*([A-Z][a-z]+):\*\*(.*)", re.DOTALL)
_LABELS: Mapping[str, Callable[[str], object]] = {
    "Rating": read_rating,
    "Outcome": read_outcome,
    "Plan": read_review,
}


class ParsedLine(NamedTuple):
    """What a line would mean where it may stand.

    Attributes:
        kind: of a heading what its marker is (see `Marker`), else `Plan`, `Outcome` or `Rating`,
            `line` for any other label, `task`, `fence` or, for all other lines, `text`.
        words: the line without its blanks; of a label what follows it.
        meaning: of a heading its marker, of a `line` its label, of others what their words give.
    """

    kind: str
    words: str
    meaning: Any = None


def parse_line(line: str) -> ParsedLine:
    """The meaning of a line."""
    if _MARKED.match(line) is None:
        return ParsedLine("text", line)
    words = line.lstrip(" ")
    if words[0] == "#":
        marker = read_marker(words)
        return ParsedLine(marker.kind, words, marker)
    label = _LABEL.match(words)
    if label is not None:
        name, value = label.groups()
        read = _LABELS.get(name)
        return (
            ParsedLine("line", value, name)
            if read is None
            else ParsedLine(name, value, read(value))
        )
    if words[0] == "-":
        return ParsedLine("task", words, read_plan(words))
    return ParsedLine("fence", words)
