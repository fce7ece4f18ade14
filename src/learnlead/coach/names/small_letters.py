"""Names in small letters: words that something tells to be a name, though nobody wrote them as one.

What tells: a title before it, a common first name, the same word with a capital letter inside a
sentence elsewhere, or for a first name that is a word, too, a word such as `met` before it. In any
other small word nobody can see a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from learnlead.coach.names.given_names import GIVEN_NAMES
from learnlead.coach.names.plain_words import (
    COMMON,
    NO_NAMES,
    WORDS_OR_NAMES,
    PlainWords,
    begins,
    is_german,
)
from learnlead.coach.names.texts import Written
from learnlead.coach.names.vocabulary import (
    DETERMINERS,
    FIRST_NAMES_AND_WORDS,
    NAMES_AND_WORDS,
    NO_NAME_AFTER,
    NO_NAME_BEFORE,
    PERSON_AFTER,
    PERSON_BEFORE,
)
from learnlead.text.phrase import folded

_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0\n]\Z")
_WORD_AFTER = re.compile(r"[ \u00a0\n]([^\W\d_]+)")
_SMALL_TITLE_BEFORE = re.compile(
    r"(?<!\w)(?:herrn?|(?<!e )(?<!er )(?<!en )frau|fräulein|mrs?\.?|ms\.?|miss|dr\.?|prof\.?"
    r"|professor(?:in)?)\s\Z",
    re.IGNORECASE,
)
"""A title; `meine frau` is none."""
_ROLE_BEFORE = re.compile(
    r"(?<!\w)(?:kolleg(?:e|in)|chef(?:in)?|colleague|boss|co-?worker)\s\Z", re.IGNORECASE
)
_SPEAKS_TO = re.compile(
    r"(?<!\w)(?:talk|spoke|speak|listen|wrote|written)\w*\sto\s\Z", re.IGNORECASE
)
_GOES_ON = ("about", "again", "alone", "and", "at", "first", "on", "or", "today", "und", "über")
"""Behind somebody to whom one spoke; any other word makes `young` in `young people` no name."""
_BOTH = re.compile(r"\s?&\s?")
_VERB_ENDINGS = ("te", "ten", "t", "ed", "ing", "s")
_LOOK_BACK = 40
_SHORTEST = 3
_ENDS_OF_NOUNS = ("tion", "tions", "ment", "ments", "ness", "ity", "ing", "ings", "ung", "ungen")
_ENDINGS = ("", "s", "chen", "lein")
_VERBS = ("hörst",)
"""Without its marks a first name; with them, a word."""

FIRST_NAMES = GIVEN_NAMES - WORDS_OR_NAMES - NO_NAMES
"""Common first names that are no words, as `folded` has them."""

_BEFORE_A_NOUN = NO_NAME_BEFORE | DETERMINERS


class SmallNames:
    """Which words in small letters may be names, by how they are written elsewhere in a journal.

    Args:
        texts: of the journal, and what leaves.
        plain: which words with a capital letter are none.
        known: every word of a name that is replaced.
    """

    def __init__(self, texts: Iterable[Written], plain: PlainWords, known: Collection[str]) -> None:
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
        small = folded(word)
        if self._is_person(text, at, word):
            return True
        if small in NO_NAMES or word.casefold() in _VERBS:
            return False
        if _SMALL_TITLE_BEFORE.search(text, max(0, at - _LOOK_BACK), at):
            return True
        if small not in COMMON and self._stands_like_one(text, at, word):
            return True
        return any(
            stem in FIRST_NAMES or self._is_name_elsewhere(stem, text, at, word)
            for stem in _stems(small)
        )

    def _learn(self, written: Written, match: re.Match[str]) -> None:
        word, small = match[0], folded(match[0])
        if small in NO_NAMES or len(small) < _SHORTEST:
            return
        before = _before(written.text, match.start())
        if not word[0].isupper():
            self._small[small] += 1
            if before in _BEFORE_A_NOUN:
                self._nouns.add(small)
            elif before in PERSON_BEFORE and self._is_person(written.text, match.start(), word):
                self._persons.add(small)
        elif not word.isupper() and before not in _BEFORE_A_NOUN:
            self._learn_capital(written, match, small)

    def _learn_capital(self, written: Written, match: re.Match[str], small: str) -> None:
        text, at = written.text, match.start()
        if begins(written, text, at) or self._plain.is_ordinary(written, text, at, match[0]):
            return
        self._capital[small] += 1
        if is_german(written):
            self._german.add(small)

    def _is_name_elsewhere(self, small: str, text: str, at: int, word: str) -> bool:
        if small not in self._capital and small not in self._persons:
            return False
        if small in FIRST_NAMES_AND_WORDS:
            return _reads_as_name(text, at, word)
        if small in self._german and self._small[small] > self._capital[small]:
            return False  # a verb that is a noun as well
        return small not in COMMON and not self._is_noun(small)

    def _stands_like_one(self, text: str, at: int, word: str) -> bool:
        """`kollege nguyen`, `tobi & steffi`: a word that is no common one, in a name's place."""
        start, end = max(0, at - _LOOK_BACK), at + len(word)
        if _ROLE_BEFORE.search(text, start, at):
            return len(word) >= _SHORTEST and not word.endswith(_VERB_ENDINGS)
        beside = _BOTH.match(text, end) or _BOTH.search(text, max(0, at - 3), at)
        return beside is not None and len(word) >= _SHORTEST and not word.endswith("s")

    def _is_noun(self, small: str) -> bool:
        """Whether an article stands before it somewhere in small letters, singular or plural."""
        singular = small.removesuffix("s")
        return small.endswith(_ENDS_OF_NOUNS) or not self._nouns.isdisjoint(
            {singular, f"{singular}s"}
        )

    def _is_person(self, text: str, at: int, word: str) -> bool:
        """Whether somebody is met, asked or told there, and is a first name or a known one."""
        small, end = folded(word), at + len(word)
        known = small in self._known or small not in NO_NAMES
        if not known or not _reads_as_name(text, at, word):
            return False
        spoken_to = _SPEAKS_TO.search(text, max(0, at - _LOOK_BACK), at)
        if spoken_to and small in NAMES_AND_WORDS:
            return not _after(text, end) or _after(text, end) in _GOES_ON
        named = small in FIRST_NAMES_AND_WORDS
        return named and (_before(text, at) in PERSON_BEFORE or _after(text, end) in PERSON_AFTER)


def _stems(small: str) -> Iterator[str]:
    for ending in _ENDINGS:
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
    return _before(text, at) not in _BEFORE_A_NOUN and follows not in NO_NAME_AFTER
