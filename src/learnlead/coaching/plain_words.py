"""Ordinary words: those with a capital letter that is none of a name's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from learnlead.coaching.aliases import is_capital
from learnlead.coaching.common_words import COMMON_WORDS
from learnlead.coaching.given_names import GIVEN_NAMES
from learnlead.coaching.vocabulary import (
    ABBREVIATIONS,
    DAYS,
    DETERMINERS,
    FUNCTION_AND_ROLE_WORDS,
    NAMES_AND_WORDS,
    NOUN_ENDINGS,
    TITLES,
    WORD_ENDINGS,
)
from learnlead.coaching.written import Written
from learnlead.plaintext.phrase import folded
from learnlead.trends.stop_words import ENGLISH_WORDS, STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+")
_BEGINS = re.compile(
    r"(?:\A|[.!?…:;][\"'”’»)*_]*\s+|\n\s*[-*+>]\s+|\n\s*\n|[\"“„«‘‚(])[\s\"'“”„‚‘«»(*_#>-]*\Z"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0\n]\Z")
_TITLE_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(TITLES))})\.?\s\Z", re.IGNORECASE)
_INITIAL_BEFORE = re.compile(r"(?<![\w.])[^\W\d_]\.\s?\Z")
_LOOK_BACK = 40

NO_NAMES = frozenset(
    map(folded, (STOP_WORDS | FUNCTION_AND_ROLE_WORDS | DAYS | ABBREVIATIONS | TITLES))
)
"""Words of both languages that are about nobody, as `folded` has them."""

COMMON = frozenset(map(folded, COMMON_WORDS)) - GIVEN_NAMES
"""Words that begin sentences and are no names, as `folded` has them."""

_KNOWN = COMMON | ENGLISH_WORDS
WORDS_OR_NAMES = frozenset(map(folded, NAMES_AND_WORDS - DAYS))
"""Words that are names with a capital letter, as `folded` has them."""

_NOUN_ENDS = tuple(map(folded, NOUN_ENDINGS))


class PlainWords:
    """Which words of a journal are ordinary ones, by how they are written elsewhere in it.

    Args:
        texts: of the journal.
    """

    def __init__(self, texts: Iterable[Written]) -> None:
        self._small: set[str] = set()
        self._capital_inside: set[str] = set()
        self._german: Counter[str] = Counter()
        self._determined: Counter[str] = Counter()
        for written in dict.fromkeys(texts):
            for match in _WORD.finditer(written.text):
                self._learn(written, match)

    def _learn(self, written: Written, match: re.Match[str]) -> None:
        small = folded(match[0])
        if not is_capital(match[0]):
            self._small.add(small)
        elif is_german(written):
            self._german[small] += 1
            before = _WORD_BEFORE.search(written.text, max(0, match.start() - 20), match.start())
            if before is not None and before[1].casefold() in DETERMINERS:
                self._determined[small] += 1
        elif not begins(written, written.text, match.start()):
            self._capital_inside.add(small)

    def is_ordinary(self, written: Written, text: str, at: int, word: str) -> bool:
        """Whether a word with a capital letter that begins there hardly is a name.

        Args:
            written: the text.
            text: the same without the names that were replaced.
            at: where the word begins.
            word: without an ending.
        """
        small = folded(word)
        before = text[max(0, at - _LOOK_BACK) : at]
        if _TITLE_BEFORE.search(before) and small not in TITLES:
            return small in FUNCTION_AND_ROLE_WORDS
        if len(small) < 2:  # people are called by letters so that nobody knows them
            return True
        first = begins(written, text, at)
        if small not in NO_NAMES and _INITIAL_BEFORE.search(before):
            return first and (small in self._small or small in COMMON)
        return self._is_word(written, small, first=first)

    def _is_word(self, written: Written, small: str, *, first: bool) -> bool:
        if small in NO_NAMES:
            return first or small not in WORDS_OR_NAMES
        if first and small in self._small:
            return True
        if small in GIVEN_NAMES:
            return False
        if is_german(written):
            return self._is_noun(small)
        may_be_one = not first or small in self._capital_inside or small in WORDS_OR_NAMES
        return not may_be_one and (small in COMMON or self._is_of_a_word(small))

    def _is_of_a_word(self, small: str) -> bool:
        """`Missed`, `Handing`: with the ending of an English word, and the word is known."""
        for ending in WORD_ENDINGS:
            stem = small.removesuffix(ending)
            if stem == small or len(stem) < 2:
                continue
            doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
            forms = {stem, f"{stem}e", doubled, f"{stem[:-1]}y"}
            if any(form in self._small or form in _KNOWN for form in forms):
                return True
        return False

    def _is_noun(self, small: str) -> bool:
        if small in COMMON or small.endswith(_NOUN_ENDS):
            return True
        return 2 * self._determined[small] >= max(self._german[small], 1)


def begins(written: Written, text: str, at: int) -> bool:
    """Whether a sentence begins there."""
    if not _BEGINS.search(text, max(0, at - _LOOK_BACK), at):
        return False
    return not (written.inside and not text[:at].strip())


def is_german(written: Written) -> bool:
    """Whether the text is German, of whatever country."""
    return written.language.partition("-")[0] == "de"
