"""Names in German spelling: `ö` where it can be typed, `oe` where it cannot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from learnlead.plaintext.phrase import Phrase, Span

_UMLAUT = re.compile(r"[äöü]|[aou]e", re.IGNORECASE)
_OTHERWISE = {"ä": "ae", "ö": "oe", "ü": "ue", "ae": "ä", "oe": "ö", "ue": "ü"}
_TURNED_AT_MOST = 5
"""Umlauts of one name of which every mixture of spellings is known."""


def spelt_otherwise(words: str) -> Iterator[str]:
    """The words with `oe` for `ö`, or `ö` for `oe`, and so on, in every mixture."""
    words = unicodedata.normalize("NFC", words)
    places = list(_UMLAUT.finditer(words))[:_TURNED_AT_MOST]
    for turned in product((False, True), repeat=len(places)):
        if any(turned):
            parts, at = [], 0
            for match, turn in zip(places, turned, strict=True):
                parts += [words[at : match.start()], _turned(match) if turn else match[0]]
                at = match.end()
            yield "".join([*parts, words[at:]])


def _turned(match: re.Match[str]) -> str:
    other = _OTHERWISE[match[0].lower()]
    return other.capitalize() if match[0][0].isupper() else other


def without_umlauts(words: str) -> str:
    """`Oeztuerk` for `Öztürk`: under either, somebody is the same."""
    words = unicodedata.normalize("NFC", words)
    return _UMLAUT.sub(lambda match: _turned(match) if len(match[0]) == 1 else match[0], words)


class Name:
    """What somebody is called, found as a `Phrase` is, and in its other German spelling as well.

    `Michael` is `Michäl`, but never `Michal`: that is somebody else.

    Raises:
        ValueError: there is neither a letter nor a figure in it.
    """

    def __init__(self, words: str, *, match_case: bool = False) -> None:
        self._phrase = Phrase(words, match_case=match_case)
        self._others = [Phrase(one, match_case=match_case) for one in spelt_otherwise(words)]
        self._spelt_out = _spelt_out(words)
        self.runs = frozenset({*self._phrase.runs, *self._spelt_out})
        """Its words, as they are compared."""

    def spans(self, text: str) -> list[Span]:
        """Each place where the name stands in the text, from left to right."""
        others = (span for phrase in self._others for span in phrase.spans(text))
        meant = {span for span in others if _spelt_out(text[slice(*span)]) == self._spelt_out}
        return sorted(meant.union(self._phrase.spans(text)))

    def may_stand_in(self, plain: str) -> bool:
        """As of a `Phrase`."""
        return any(phrase.may_stand_in(plain) for phrase in (self._phrase, *self._others))


def _spelt_out(words: str) -> tuple[str, ...]:
    return Phrase(without_umlauts(words)).runs
