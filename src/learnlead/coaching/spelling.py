"""Names in German spelling: `ö` where it can be typed, `oe` where it cannot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

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
