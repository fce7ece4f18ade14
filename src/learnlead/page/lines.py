"""Single lines of a page's body, parsed without regard to the lines around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from learnlead.page.markers import read_marker, read_outcome, read_rating
from learnlead.page.plans import read_plan, read_review
from learnlead.sitting.mark import Count

FIRST_LETTERS = frozenset("#*`~ -")
"""Every line that is more than text begins with one of these."""

_MARKED = re.compile(r"#{1,3}[ \t]| {0,3}(?:`{3}|~{3}|- \[|\*\*[A-Z][a-z]+:\*\*)")
_LABEL = re.compile(r"\*\*([A-Z][a-z]+):\*\*(.*)", re.DOTALL)
_LABELS: Mapping[str, Callable[[str], object]] = {
    "Rating": read_rating,
    "Count": Count.read,
    "Outcome": read_outcome,
    "Plan": read_review,
}


class ParsedLine(NamedTuple):
    """The meaning of a line, if the format allows it in its section.

    Attributes:
        kind: for a heading its marker's kind (see `Marker`); for a label `Plan`, `Outcome`,
            `Rating` or `Count`, or `line` for any other; else `task`, `fence` or `text`.
        words: the line without leading blanks; for a label the text after it.
        meaning: for a heading its marker, for a `line` its label, else the parsed words.
    """

    kind: str
    words: str
    meaning: Any = None


def parse_line(line: str) -> ParsedLine:
    """Parse one line."""
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
