"""Dates and numbers in a text: what may tell who is meant, though nobody is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from learnlead.coaching.links import links_in
from learnlead.coaching.vocabulary import MONTHS

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?(?!\w)"
_YEAR = r"(?:,?\s+\d{4}(?!\w))"
_DATE = re.compile(
    rf"""(?<![\w.]) (?:
     \d{{4}}-\d{{1,2}}(?:-\d{{1,2}})?
    |\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?\d{{2,4}})?
    |\d{{1,2}}/\d{{1,2}}/\d{{2,4}}
    |\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH}{_YEAR}?
    |{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\w){_YEAR}?
    |{_MONTH}{_YEAR}
    |\d{{1,2}}(?:st|nd|rd|th)
    ) (?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<!\w)(?:[$€£]\s?\d[\d.,:/]{0,30}|\d[\d.,:/]{0,30}\s?[%€$£]|\d[\d.,:/]{0,30}\d|"
    r"(?<![^\W_])(?=[^\W_]{0,99}\d)(?=\d*[^\W\d_])[^\W_]{2,100})(?!\w)"
)
_LAST_SIGNS = ".,:/"

ShapeKind = Literal["date", "number"]


class Shape(NamedTuple):
    """Where a date or a number stands."""

    start: int
    end: int
    kind: ShapeKind


def shapes_in(text: str) -> Iterator[Shape]:
    """Each date, then each number of two figures or more, that stands in the text."""
    if not any(c.isdigit() for c in text):
        return
    for match in _DATE.finditer(text):
        yield Shape(match.start(), match.end(), "date")
    text = _DATE.sub(lambda match: " " * len(match[0]), text)
    for match in _NUMBER.finditer(text):
        yield Shape(match.start(), match.start() + len(match[0].rstrip(_LAST_SIGNS)), "number")


def is_nobody(words: str) -> bool:
    """Whether the words are a date, a number, an address or a link, and nothing else."""
    whole = (0, len(words))
    if not any(c.isalpha() for c in words):
        return True
    return any((one[0], one[1]) == whole for one in (*shapes_in(words), *links_in(words)))
