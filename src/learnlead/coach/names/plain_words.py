"""Ordinary words: those with a capital letter that is none of a name's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from learnlead.coach.names.aliases import is_capital
from learnlead.coach.names.texts import RedactedText
from learnlead.coach.names.vocabulary import has_capital_nouns, vocabulary
from learnlead.i18n.languages import stop_words_of
from learnlead.text.phrase import folded

_WORD = re.compile(r"[^\W\d_]+")
_BEGINS = re.compile(
    r"(?:\A|[.!?…:;][\"'”’»)*_]*\s+|\n\s*[-*+>]\s+|\n\s*\n|[\"“„«‘‚(])[\s\"'“”„‚‘«»(*_#>-]*\Z"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0\n]\Z")
_INITIAL_BEFORE = re.compile(r"(?<![\w.])[^\W\d_]\.\s?\Z")
_LOOK_BACK = 40


class PlainWords:
    """Which words of a journal are ordinary ones, by how they are written elsewhere in it.

    Args:
        texts: of the journal.
    """

    def __init__(self, texts: Iterable[RedactedText]) -> None:
        self._small: set[str] = set()
        self._capital_inside: set[str] = set()
        self._german: Counter[str] = Counter()
        self._determined: Counter[str] = Counter()
        for written in dict.fromkeys(texts):
            for match in _WORD.finditer(written.text):
                self._learn(written, match)

    def _learn(self, written: RedactedText, match: re.Match[str]) -> None:
        small = folded(match[0])
        if not is_capital(match[0]):
            self._small.add(small)
        elif has_capital_nouns(written.language):
            self._german[small] += 1
            before = _WORD_BEFORE.search(written.text, max(0, match.start() - 20), match.start())
            if before is not None and before[1].casefold() in vocabulary().determiners:
                self._determined[small] += 1
        elif not begins(written, written.text, match.start()):
            self._capital_inside.add(small)

    def is_ordinary(self, written: RedactedText, text: str, at: int, word: str) -> bool:
        """Whether a word with a capital letter that begins there hardly is a name.

        Args:
            written: the text.
            text: the same without the names that were replaced.
            at: where the word begins.
            word: without an ending.
        """
        small, words = folded(word), vocabulary()
        before = text[max(0, at - _LOOK_BACK) : at]
        if words.title_before.search(before) and small not in words.titles:
            return small in words.function_and_role_words
        if len(small) < 2:  # people are called by letters so that nobody knows them
            return True
        first = begins(written, text, at)
        if small not in words.no_names and _INITIAL_BEFORE.search(before):
            return first and (small in self._small or small in words.common_words)
        return self._is_word(written, small, first=first)

    def _is_word(self, written: RedactedText, small: str, *, first: bool) -> bool:
        words = vocabulary()
        if small in words.no_names:
            return first or small not in words.words_or_names
        if first and small in self._small:
            return True
        if small in words.given_names:
            return False
        if has_capital_nouns(written.language):
            return self._is_noun(small)
        may_be_one = not first or small in self._capital_inside or small in words.words_or_names
        if may_be_one:
            return False
        return small in words.common_words or self._is_of_a_word(small, written.language)

    def _is_of_a_word(self, small: str, language: str) -> bool:
        """`Missed`, `Handing`: with the ending of a word, and the word is known."""
        known = vocabulary().common_words | stop_words_of(language)
        for ending in vocabulary().word_endings:
            stem = small.removesuffix(ending)
            if stem == small or len(stem) < 2:
                continue
            doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
            forms = {stem, f"{stem}e", doubled, f"{stem[:-1]}y"}
            if any(form in self._small or form in known for form in forms):
                return True
        return False

    def _is_noun(self, small: str) -> bool:
        if small in vocabulary().common_words or small.endswith(vocabulary().folded_noun_endings):
            return True
        return 2 * self._determined[small] >= max(self._german[small], 1)


def begins(written: RedactedText, text: str, at: int) -> bool:
    """Whether a sentence begins there."""
    if not _BEGINS.search(text, max(0, at - _LOOK_BACK), at):
        return False
    return not (written.inside and not text[:at].strip())
