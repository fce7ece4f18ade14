"""Which words of a journal are ordinary ones, and which may be names, by how they are written.

A word with a capital letter is ordinary where it has a small one elsewhere, begins a sentence or is
a noun. Signs of a name in small letters: a title before it; a common first name; the same word with
a capital letter inside a sentence elsewhere; for a first name that is an ordinary word too, a word
such as `met` before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

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


_WORD_AFTER = re.compile(r"[ \u00a0\n]([^\W\d_]+)")
_BOTH = re.compile(r"\s?&\s?")
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
