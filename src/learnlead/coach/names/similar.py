"""Words similar to a known name: inflected, shortened, misspelt, or containing it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from learnlead.coach.names.aliases import is_capital
from learnlead.coach.names.pseudonyms import Names
from learnlead.coach.names.vocabulary import vocabulary
from learnlead.i18n.languages import stop_words
from learnlead.text.phrase import folded, without_umlauts

_BEGINS_WITH = 4
"""Shortest name that makes every longer word similar that begins with it."""

_INSIDE = 5
"""Shortest name that makes a word similar that contains it anywhere."""

_MISSPELT = 5
"""Shortest name of which words with one letter added, missing or changed are similar."""

_STEM = 3
"""Letters that a short form and the name must share."""


class NearNames:
    """Tells which words are similar to the names that are replaced.

    Args:
        names: of a bundle.
    """

    def __init__(self, names: Names) -> None:
        self._known: dict[tuple[str, bool], bool] = {}
        self._names = names

    def near(self, word: str) -> bool:
        """Whether the word, without blanks, may be one of the names in another form."""
        capital = is_capital(word)
        small = folded(word)
        if (small, capital) not in self._known:
            forms = {small, folded(without_umlauts(word))}
            self._known[small, capital] = any(self._near(form, capital) for form in forms)
        return self._known[small, capital]

    def begins_one(self, letter: str) -> bool:
        """Whether a name begins with the letter."""
        return folded(letter) in self._first_letters

    def _near(self, small: str, capital: bool) -> bool:  # noqa: FBT001 - both are the key above
        if small in self._names.initials.of and len(small) > 1:
            return capital or not _is_ordinary(small)
        if _is_ordinary(small):
            return False
        if small in self._words:
            return True
        return (
            self._holds_one(small, capital)
            or self._inflected(small, capital)
            or self._short(small, capital)
            or self._misspelt(small)
        )

    def _holds_one(self, small: str, capital: bool) -> bool:  # noqa: FBT001
        begun = self._words if capital else self._rare
        with_initial = {small[1:], small[:-1]} if len(small) >= _INSIDE else set()  # as in a login
        return (
            any(_BEGINS_WITH <= len(n) < len(small) and small.startswith(n) for n in begun)
            or bool(with_initial & self._words)
            or any(len(name) >= _INSIDE and name in small[1:] for name in self._rare)
        )

    def _inflected(self, small: str, capital: bool) -> bool:  # noqa: FBT001
        words = vocabulary()
        in_capital = (*words.diminutives, *words.inflections)
        endings = in_capital if capital else words.small_diminutives
        return any(
            small.endswith(ending) and small.removesuffix(ending) in self._words
            for ending in endings
        )

    def _short(self, small: str, capital: bool) -> bool:  # noqa: FBT001
        """`Kati`, `Kathi`, `Kat`, `Hannes` or `Lena`; in small letters only where it ends so."""
        if capital and (small in self._beginnings or small in self._ends):
            return True
        for ending in vocabulary().diminutives:
            stem = small.removesuffix(ending)
            if stem == small or len(stem) < (_STEM - 1 if capital else _STEM):
                continue
            if stem in self._beginnings:
                return True
            if capital and len(stem) > _STEM and stem[:-1] in self._beginnings:
                return True
        return False

    def _misspelt(self, small: str) -> bool:
        if not _MISSPELT - 1 <= len(small) <= self._longest + 1:
            return False
        return any(
            form in self._one_letter_less
            and any(name[0] == small[0] for name in self._one_letter_less[form])
            for form in (small, *_one_letter_less(small))
        )

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for word in self._names.words if len(word) > 1)

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._words), default=0)

    @cached_property
    def _rare(self) -> frozenset[str]:
        """Names that are not ordinary words."""
        return self._words - vocabulary().names_and_words

    @cached_property
    def _first_letters(self) -> frozenset[str]:
        return frozenset(word[0] for word in self._words)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word[:end] for word in self._words for end in range(2, len(word)))

    @cached_property
    def _ends(self) -> frozenset[str]:
        starts = ((word, range(1, len(word) - _BEGINS_WITH + 1)) for word in self._words)
        return frozenset(word[start:] for word, places in starts for start in places)

    @cached_property
    def _one_letter_less(self) -> dict[str, set[str]]:
        names_by_form: dict[str, set[str]] = {}
        for name in self._rare:
            if len(name) >= _MISSPELT:
                for form in (name, *_one_letter_less(name)):
                    names_by_form.setdefault(form, set()).add(name)
        return names_by_form


def _is_ordinary(small: str) -> bool:
    return small in stop_words() or small in vocabulary().function_and_role_words


def _one_letter_less(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))
