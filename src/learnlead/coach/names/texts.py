"""Texts with names replaced, and the language of a text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from learnlead.coach.names.pseudonyms import Replacement
from learnlead.i18n.languages import languages, remembered, words_of


@dataclass(frozen=True, slots=True)
class RedactedText:
    """A text of the leader's with its names replaced.

    Attributes:
        text: as it would be exported.
        hits: the replacements in it.
        language: of the text.
        inside: whether it continues a sentence.
    """

    text: str
    hits: tuple[Replacement, ...] = ()
    language: str = "en"
    inside: bool = False


_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 2000
"""Letters at the beginning of a text that are counted."""


def language_of(text: str, otherwise: str) -> str:
    """The language with the most function words in the text; `otherwise` if there is no single one.

    Leaders write in several languages, whatever the language of the rubric.
    """
    words = _WORD.findall(text[:_LOOKED_AT].casefold())
    counts = {
        language: sum(word in alone for word in words)
        for language, alone in _words_of_one_language().items()
    }
    most = max(counts.values())
    best = [language for language, count in counts.items() if count == most]
    return best[0] if len(best) == 1 else otherwise


@remembered
def _words_of_one_language() -> dict[str, frozenset[str]]:
    """By language, stop words that no other language has."""
    own = {language: words_of(language, "stop-words", "stop-words") for language in languages()}
    languages_of = Counter(word for words in own.values() for word in {*words})
    return {
        language: frozenset(word for word in words if languages_of[word] == 1)
        for language, words in own.items()
    }
