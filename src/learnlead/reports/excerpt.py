"""The part of a text around some words in it, those words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from learnlead.plaintext.phrase import Span as Place
from learnlead.reports.cells import broken
from learnlead.reports.lines import Line, Span

_WORDS_AROUND = 16
_CUT = "…"


def excerpt(text: str, places: Sequence[Place], width: int, indent: int) -> list[Line]:
    """What stands around the places, in lines of at most `width` columns.

    Args:
        text: of any length; blanks and line breaks count as one blank.
        places: at least one; they are marked as strong.
        width: of the whole line, with the indent.
        indent: blanks before each line.
    """
    words = _cut(_marked_words(text, places))
    letters = " ".join(word for word, _ in words)
    marks = " ".join(mark for _, mark in words).replace("x x", "xxx")
    lines: list[Line] = []
    at = 0
    for piece in broken(letters, width - indent):
        styled = zip(piece, marks[at : at + len(piece)], strict=True)
        spans = [
            Span("".join(letter for letter, _ in run), "strong" if marked else "plain")
            for marked, run in groupby(styled, key=lambda pair: pair[1] == "x")
        ]
        lines.append((Span(" " * indent), *spans))
        at += len(piece)
        at += letters[at : at + 1] == " "
    return lines


def _marked_words(text: str, places: Sequence[Place]) -> list[tuple[str, str]]:
    """Each word with an `x` for each letter that is marked and a `-` for each other."""
    marks = ["-"] * len(text)
    for start, end in places:
        marks[start:end] = "x" * (end - start)
    every = "".join(marks)
    return [(found[0], every[slice(*found.span())]) for found in re.finditer(r"\S+", text)]


def _cut(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words near a marked one; what is left out between them shows as `…`."""
    near = [at for at, (_, mark) in enumerate(words) if "x" in mark]
    kept = {
        at
        for one in near
        for at in range(max(one - _WORDS_AROUND, 0), min(one + _WORDS_AROUND + 1, len(words)))
    }
    shown: list[tuple[str, str]] = []
    for at, word in enumerate(words):
        if at in kept:
            shown.append(word)
        elif at == 0 or at - 1 in kept:
            shown.append((_CUT, "-"))
    return shown
