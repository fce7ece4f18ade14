"""Sentences that stand in English where they are made, and are looked up when they are shown.

Help and problems are read in the source as they are said. A language says them in a file whose keys
are the English sentences, with names in braces where the program puts something in. What a file
does not have stays English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from string import Formatter

from learnlead.i18n.languages import area_of, language_that_serves, remembered


class ByOriginal:
    """One file of a language, whose keys are English sentences."""

    def __init__(self, language: str, area: str) -> None:
        wider = language.partition("-")[0]
        texts = {**area_of(wider, area), **area_of(language, area)}
        self._texts = {english: str(text) for english, text in texts.items()}

    def __call__(self, english: str) -> str:
        """The sentence in this language; as it was where the language does not have it.

        Parts that a semicolon divides are looked up one by one, where the whole is not there.
        """
        text = self.find(english)
        if text is None and "; " in english:
            return "; ".join(self.find(part) or part for part in english.split("; "))
        return text or english

    def find(self, english: str) -> str | None:
        """The sentence in this language; None where the language does not have it."""
        if not self._texts or not english:
            return None
        if english in self._texts and "{" not in english:
            return self._texts[english]
        for sentence in self._with_gaps:
            if values := sentence.values(english):
                parts = {name: self(value) for name, value in values.items()}
                return self._texts[sentence.english].format(**parts)
        return None

    @cached_property
    def _with_gaps(self) -> list[_WithGaps]:
        """Those with something put in, the one that says most by itself first."""
        gapped = [_WithGaps(english) for english in self._texts if "{" in english]
        return sorted(gapped, key=lambda sentence: -sum(map(len, sentence.pieces)))


class _WithGaps:
    """An English sentence in which the program puts something."""

    def __init__(self, english: str) -> None:
        self.english = english
        self.pieces = tuple(piece for piece, _ in _parsed(english) if piece)

    def values(self, text: str) -> dict[str, str] | None:
        """What stands in the gaps; None where the text is another sentence."""
        if not all(piece in text for piece in self.pieces):
            return None
        match = self._pattern.fullmatch(text)
        return match.groupdict() if match else None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = (
            re.escape(piece) + (f"(?P<{name}>.+?)" if name else "")
            for piece, name in _parsed(self.english)
        )
        return re.compile("".join(parts), re.DOTALL)


def _parsed(template: str) -> Iterator[tuple[str, str | None]]:
    return ((piece, name) for piece, name, _, _ in Formatter().parse(template))


@remembered
def by_original(language: str, area: str) -> ByOriginal:
    """The sentences of that file in that language, or in that of all its countries."""
    return ByOriginal(language_that_serves(language) or language, area)
