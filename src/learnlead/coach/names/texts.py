"""A text of the leader's as it would leave."""

from __future__ import annotations

import re
from dataclasses import dataclass

from learnlead.coach.names.pseudonyms import Replacement
from learnlead.trends.terms import ENGLISH_WORDS, GERMAN_WORDS


@dataclass(frozen=True, slots=True)
class Written:
    """A text without its names.

    Attributes:
        text: as it would leave.
        hits: the names that were replaced in it.
        language: that it is in.
        inside: whether it goes on with a sentence that has begun before it.
    """

    text: str
    hits: tuple[Replacement, ...] = ()
    language: str = "en"
    inside: bool = False


_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 2000
"""Letters of a text that are enough to tell."""

_ENGLISH_ALONE = ENGLISH_WORDS - GERMAN_WORDS
_GERMAN_ALONE = GERMAN_WORDS - ENGLISH_WORDS


def language_of(text: str, otherwise: str) -> str:
    """German or English, whichever has more of its small words in the text; else `otherwise`.

    People write in either, whatever the language in which they are asked.
    """
    words = _WORD.findall(text[:_LOOKED_AT].casefold())
    german = sum(word in _GERMAN_ALONE for word in words)
    english = sum(word in _ENGLISH_ALONE for word in words)
    if german == english:
        return otherwise
    return "de" if german > english else "en"
