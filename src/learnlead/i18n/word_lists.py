"""Lists of words: of one language, or of all languages together, since people write in several."""

from __future__ import annotations

from learnlead.i18n.data import ORIGINAL
from learnlead.i18n.languages import area_of, language_that_serves, languages
from learnlead.i18n.own import remembered


@remembered
def words_of(language: str, area: str, key: str) -> tuple[str, ...]:
    """The words of a list, in order; none where the language has no such list."""
    words = area_of(language_that_serves(language) or language, area).get(key)
    if isinstance(words, list):
        return tuple(phrase for phrase in words if isinstance(phrase, str))
    return tuple(words.split()) if isinstance(words, str) else ()


@remembered
def words_of_all(area: str, key: str) -> frozenset[str]:
    """The words of that list in all languages."""
    return frozenset(word for language in languages() for word in words_of(language, area, key))


@remembered
def stop_words() -> frozenset[str]:
    """Words of all languages about nothing, in small letters, with a straight apostrophe."""
    return words_of_all("stop-words", "stop-words")


@remembered
def stop_words_of(language: str) -> frozenset[str]:
    """Those of one language; the English ones where it has none."""
    own = words_of(language, "stop-words", "stop-words")
    return frozenset(own or words_of(ORIGINAL, "stop-words", "stop-words"))
