"""Words as somebody remembers them, found in texts, whether spelled with `ö` or with `oe`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

Span = tuple[int, int]
"""Where something begins in a text, and where it ends."""

_BETWEEN = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"  # blanks, at most one line break
_GAP = r"(?:[\W_]|\\[^\W_]{1,5})+"  # where a file writes a sign as `\t` or `\u2028`, too
_SAME = {"’": "'", "‑": "-"}
_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_IGNORED = re.compile(  # accents and vowel points; soft hyphens and marks of direction
    "[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+"
)
_WITHOUT_BLANKS = (
    *(("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1100", "\u11ff"), ("\u1780", "\u17ff")),
    *(("\u2e80", "\u9fff"), ("\uf900", "\ufaff"), ("\uff66", "\uff9f")),
    ("\U00020000", "\U0003ffff"),
)
"""First and last letter of scripts with no blanks between words, or with particles joined on; as a
regular expression they take as long to compile as a page to search.
"""


class Phrase:
    """A word, or several in their order.

    Args:
        words: as somebody typed them.
        match_case: whether `Will` is not `will`.
        beginning: whether `silen` is found in `silence`: the last word may go on.

    Raises:
        ValueError: there is neither a letter nor a figure in them.
    """

    def __init__(self, words: str, *, match_case: bool = False, beginning: bool = False) -> None:
        self._match_case = match_case
        self._beginning = beginning
        self.runs: tuple[str, ...] = tuple(_WORD.findall(folded(words)))
        """Its letters and figures that stand in a row, as `folded` has them."""
        if not self.runs:
            raise ValueError(words)
        self._runs = re.compile(_GAP.join(self.runs))
        parts = self._compared(words)[0].split()
        self._pattern = re.compile(_BETWEEN.join(map(re.escape, parts)))

    def spans(self, text: str) -> list[Span]:
        """Each place where the phrase stands in the text, from left to right."""
        plain, where = self._compared(text)
        spans: list[Span] = []
        at = 0
        while match := self._pattern.search(plain, at):
            start, end = match.span()
            if _stands_alone(plain, start, len(plain) if self._beginning else end):
                spans.append((where[start], max(where[end], where[end - 1] + 1)))
                at = end
            else:
                at = start + 1
        return spans

    def may_stand_in(self, plain: str) -> bool:
        """Whether a whole file may hold the phrase in one of its texts, and mostly not in vain.

        `plain` is what `folded` gives of the file: far quicker than to read it closely.
        """
        return all(run in plain for run in self.runs) and bool(self._runs.search(plain))

    def _compared(self, text: str) -> tuple[str, list[int] | range]:
        """The text as it is compared, and for each place in it the place in the text."""
        if text.isascii():
            plain = text if self._match_case else text.lower()
            return plain, range(len(text) + 1)
        letters = [_letter(c, match_case=self._match_case) for c in text]
        where = [i for i, letter in enumerate(letters) for _ in letter]
        return "".join(letters), [*where, len(text)]


def folded(text: str) -> str:
    """The text in small letters without accents: the same for all ways to write a word."""
    text = text.casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFD", text)
    odd = "".join(_NOT_ASCII.findall(text))  # a few of thousands: many times as fast
    return _IGNORED.sub("", text) if _IGNORED.search(odd) else text


@lru_cache(maxsize=8192)
def _letter(character: str, *, match_case: bool) -> str:
    """What a character is compared as: its letter without accents; marks alone are nothing."""
    plain = _SAME.get(character, character)
    plain = plain if match_case else plain.casefold()
    return _IGNORED.sub("", unicodedata.normalize("NFD", plain))


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = start > 0 and _goes_on(text[start], text[start - 1])
    after = end < len(text) and _goes_on(text[end - 1], text[end])
    return not (before or after)


def _goes_on(inside: str, outside: str) -> bool:
    """Whether a word that ends inside goes on with its neighbour outside."""
    part_of_a_letter = "\u1160" <= outside <= "\u11ff"  # vowels and finals of Korean syllables
    if part_of_a_letter or unicodedata.category(outside)[0] == "M":
        return True
    return outside.isalnum() and not (_without_blanks(inside) or _without_blanks(outside))


def _without_blanks(letter: str) -> bool:
    return any(first <= letter <= last for first, last in _WITHOUT_BLANKS)


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
    """A name, or other words, found as a `Phrase` is, and in the other German spelling as well.

    `Michael` is `Michäl`, but never `Michal`: that is somebody else.

    Raises:
        ValueError: there is neither a letter nor a figure in it.
    """

    def __init__(self, words: str, *, match_case: bool = False, beginning: bool = False) -> None:
        self._phrase, *self._others = (
            Phrase(spelling, match_case=match_case, beginning=beginning)
            for spelling in (words, *spelt_otherwise(words))
        )
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


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for one of the phrases, the longest first; without any, for nothing."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first) or "(?!)"
