"""Finds addresses, links, handles and file names, and dates and numbers, in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from learnlead.coach.names.vocabulary import vocabulary

_LINK = re.compile(
    r"""
    (?P<link>(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]{1,20}://|www\.)[^\s<>"“”„«»]+)
    |(?P<address>[^\s<>()\[\]"',;:@]{1,64}
        (?:@|[ ]?(?:\(at\)|\[at\])[ ]?)[\w-]+(?:\.[\w-]+)+)
    |(?P<login>(?<![\w.])[^\W_][\w.-]{0,63}@(?!\w))
    |(?P<handle>(?<!\w)[@\#][^\W_][\w.-]*)
    |(?P<path>(?<![\w.@%+~…/-])(?:[\w.@%+~…-]*/)+[\w.@%+~-]*)
    |(?P<file>(?<![\w.-])[^\W_]+(?:[._-]+[^\W_]+)+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AT_ITS_END = ".,;:!?…)]}*'’\"-"
_BEGINS_A_PATH = ("/", "./", "../", "…/", "~/")
_JOINED = re.compile(r"_|\.(?=[^\W_])")

LinkKind = Literal["link", "address"]


class Link(NamedTuple):
    """The place of a link or an address."""

    start: int
    end: int
    kind: LinkKind


def links_in(text: str) -> Iterator[Link]:
    """Each link, address, handle, path or file name in the text, from left to right."""
    if not any(sign in text for sign in "@#/_."):  # nearly every short answer
        return
    for match in _LINK.finditer(text):
        shape = match.lastgroup
        words = match[0].rstrip(_AT_ITS_END)
        if shape == "path" and not _is_path(words):
            continue
        if shape == "file" and not _is_file(words):
            continue
        if any(c.isalpha() for c in words):
            kind: LinkKind = "address" if shape in ("address", "login") else "link"
            yield Link(match.start(), match.start() + len(words), kind)


def _is_path(words: str) -> bool:
    """Whether it begins as a path, has several steps, or is a file name; not `and/or`."""
    return words.startswith(_BEGINS_A_PATH) or words.count("/") > 1 or _is_file(words)


def _is_file(words: str) -> bool:
    """Whether `_` or a dot joins words; not in `e.g.`, `2.4` or at the end of a sentence."""
    return any(
        words[match.start()] == "_" or _goes_on(words, match.end())
        for match in _JOINED.finditer(words)
    )


def _goes_on(words: str, at: int) -> bool:
    """Whether the text after a dot belongs to the text before it."""
    if words[at].isdigit():
        return at > 1 and words[at - 2].isalpha()
    if words[at].isupper():  # `Max.Muster`, and a sentence that begins without a blank
        begin = words.rfind(".", 0, at - 1) + 1
        return words[begin].isupper() and words[begin : begin + 2].isalnum() and at - begin > 2
    return words[at].islower() and words[at : at + 2].isalnum() and len(words) > at + 1


_NUMBER = re.compile(
    r"(?<!\w)(?:[$€£]\s?\d[\d.,:/]{0,30}|\d[\d.,:/]{0,30}\s?[%€$£]|\d[\d.,:/]{0,30}\d|"
    r"(?<![^\W_])(?=[^\W_]{0,99}\d)(?=\d*[^\W\d_])[^\W_]{2,100})(?!\w)"
)
_LAST_SIGNS = ".,:/"

ShapeKind = Literal["date", "number"]


class Shape(NamedTuple):
    """The place of a date or a number."""

    start: int
    end: int
    kind: ShapeKind


def shapes_in(text: str) -> Iterator[Shape]:
    """Each date in the text, then each number of two digits or more."""
    if not any(c.isdigit() for c in text):
        return
    for match in vocabulary().date.finditer(text):
        yield Shape(match.start(), match.end(), "date")
    text = vocabulary().date.sub(lambda match: " " * len(match[0]), text)
    for match in _NUMBER.finditer(text):
        yield Shape(match.start(), match.start() + len(match[0].rstrip(_LAST_SIGNS)), "number")


def is_date_number_or_link(words: str) -> bool:
    """Whether the words are only a date, a number, an address or a link."""
    whole = (0, len(words))
    if not any(c.isalpha() for c in words):
        return True
    return any((span[0], span[1]) == whole for span in (*shapes_in(words), *links_in(words)))
