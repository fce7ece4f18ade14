"""Finds names that are written in small letters.

Signs of a name: a title before it; a common first name; the same word with a capital letter inside
a sentence elsewhere; for a first name that is an ordinary word too, a word such as `met` before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from learnlead.coach.names.plain_words import PlainWords, begins
from learnlead.coach.names.texts import RedactedText
from learnlead.coach.names.vocabulary import has_capital_nouns, vocabulary
from learnlead.text.phrase import folded

_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0\n]\Z")
_WORD_AFTER = re.compile(r"[ \u00a0\n]([^\W\d_]+)")
_BOTH = re.compile(r"\s?&\s?")
_LOOK_BACK = 40
_SHORTEST = 3


class SmallNames:
    """Which words in small letters may be names, by how they are written elsewhere in a journal.

    Args:
        texts: of the journal and the export.
        plain: tells which words with a capital letter are ordinary.
        known: every word of the replaced names.
    """

    def __init__(
        self, texts: Iterable[RedactedText], plain: PlainWords, known: Collection[str]
    ) -> None:
        self._plain, self._known = plain, known
        self._capital: Counter[str] = Counter()
        self._small: Counter[str] = Counter()
        self._german: set[str] = set()
        self._nouns: set[str] = set()
        self._persons: set[str] = set()
        for written in dict.fromkeys(texts):
            for match in _WORD.finditer(written.text):
                self._learn(written, match)

    def is_name(self, text: str, at: int, word: str) -> bool:
        """Whether a word in small letters that begins there may be somebody's name."""
        small, words = folded(word), vocabulary()
        if self._is_person(text, at, word):
            return True
        if small in words.no_names or word.casefold() in words.words_like_names:
            return False
        if words.small_title_before.search(text, max(0, at - _LOOK_BACK), at):
            return True
        if small not in words.common_words and self._stands_like_one(text, at, word):
            return True
        return any(
            stem in words.first_names or self._is_name_elsewhere(stem, text, at, word)
            for stem in _stems(small)
        )

    def _learn(self, written: RedactedText, match: re.Match[str]) -> None:
        word, small, words = match[0], folded(match[0]), vocabulary()
        if small in words.no_names or len(small) < _SHORTEST:
            return
        before = _before(written.text, match.start())
        if not word[0].isupper():
            self._small[small] += 1
            if before in words.no_name_before:
                self._nouns.add(small)
            elif before in words.person_before and self._is_person(
                written.text, match.start(), word
            ):
                self._persons.add(small)
        elif not word.isupper() and before not in words.no_name_before:
            self._learn_capital(written, match, small)

    def _learn_capital(self, written: RedactedText, match: re.Match[str], small: str) -> None:
        text, at = written.text, match.start()
        if begins(written, text, at) or self._plain.is_ordinary(written, text, at, match[0]):
            return
        self._capital[small] += 1
        if has_capital_nouns(written.language):
            self._german.add(small)

    def _is_name_elsewhere(self, small: str, text: str, at: int, word: str) -> bool:
        if small not in self._capital and small not in self._persons:
            return False
        if small in vocabulary().first_names_and_words:
            return _reads_as_name(text, at, word)
        if small in self._german and self._small[small] > self._capital[small]:
            return False  # a verb that is a noun as well
        return small not in vocabulary().common_words and not self._is_noun(small)

    def _stands_like_one(self, text: str, at: int, word: str) -> bool:
        """`kollege nguyen`, `tobi & steffi`: a word that is no common one, in a name's place."""
        start, end = max(0, at - _LOOK_BACK), at + len(word)
        if vocabulary().role_before.search(text, start, at):
            return len(word) >= _SHORTEST and not word.endswith(vocabulary().verb_endings)
        beside = _BOTH.match(text, end) or _BOTH.search(text, max(0, at - 3), at)
        return beside is not None and len(word) >= _SHORTEST and not word.endswith("s")

    def _is_noun(self, small: str) -> bool:
        """Whether an article stands before it somewhere in small letters, singular or plural."""
        singular = small.removesuffix("s")
        return small.endswith(vocabulary().small_noun_endings) or not self._nouns.isdisjoint(
            {singular, f"{singular}s"}
        )

    def _is_person(self, text: str, at: int, word: str) -> bool:
        """Whether somebody is met, asked or told there, and is a first name or a known one."""
        small, end = folded(word), at + len(word)
        words = vocabulary()
        known = small in self._known or small not in words.no_names
        if not known or not _reads_as_name(text, at, word):
            return False
        spoken_to = words.speaks_to.search(text, max(0, at - _LOOK_BACK), at)
        if spoken_to and small in words.names_and_words:
            return not _after(text, end) or _after(text, end) in words.after_a_person
        named = small in words.first_names_and_words
        return named and (
            _before(text, at) in words.person_before or _after(text, end) in words.person_after
        )


def _stems(small: str) -> Iterator[str]:
    for ending in ("", "s", *vocabulary().small_diminutives):
        stem = small.removesuffix(ending)
        if not ending or (stem != small and len(stem) >= _SHORTEST):
            yield stem


def _before(text: str, at: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, at - _LOOK_BACK), at)
    return match[1].casefold() if match else ""


def _after(text: str, at: int) -> str:
    match = _WORD_AFTER.match(text, at)
    return match[1].casefold() if match else ""


def _reads_as_name(text: str, at: int, word: str) -> bool:
    """Whether no word beside it makes it a noun or a verb: `a mark`, `I mark`, `mark my words`."""
    follows = _after(text, at + len(word))
    return _before(text, at) not in vocabulary().no_name_before and (
        follows not in vocabulary().no_name_after
    )
