"""The sentences of one language, by key; and its days and months."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from learnlead.own_name import USUAL, as_typed

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)?")


class Words:
    """The program's sentences in one language.

    Attributes:
        language: that they are in, such as `de`.
    """

    def __init__(self, language: str, sentences: Mapping[str, str]) -> None:
        self.language = language
        self._sentences = sentences

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence of that key, with the values in their places."""
        sentence = self._sentences[key]
        said = sentence.format(**values) if values else sentence
        return as_typed(said) if f"{USUAL} " in sentence else said

    def __contains__(self, key: str) -> bool:
        """Whether there is a sentence of that key."""
        return key in self._sentences

    def keys_below(self, prefix: str) -> tuple[str, ...]:
        """`heard` of `page.heard`, if the prefix is `page`."""
        return tuple(
            key.removeprefix(f"{prefix}.")
            for key in self._sentences
            if key.startswith(f"{prefix}.")
        )

    def lines(self, key: str) -> tuple[str, ...]:
        """A sentence of several lines, each by itself."""
        return tuple(self(key).split("\n"))

    def counted(self, number: int, noun: str) -> str:
        """`1 answer`, `3 answers`: the noun has a key for one and a key for many."""
        return self(f"{noun}.one" if number == 1 else f"{noun}.many", n=number)

    def weekday(self, day: date) -> str:
        """`Friday`, whatever the locale."""
        return self("weekdays").split()[day.weekday()]

    def day_and_month(self, day: date) -> str:
        """`20 November`."""
        return self("day-and-month", day=day.day, month=self._month(day))

    def long_date(self, day: date) -> str:
        """`Friday 20 November 2026`."""
        month, weekday = self._month(day), self.weekday(day)
        return self("long-date", weekday=weekday, day=day.day, month=month, year=day.year)

    def _month(self, day: date) -> str:
        return self("months").split()[day.month - 1]


@cache
def words_in(language: str) -> Words:
    """The sentences of that language; of `de` for `de-AT`, English where there are no others."""
    for one in (language, language.partition("-")[0]):
        module = f"{__package__}.{one.replace('-', '_').lower()}"
        if _LANGUAGE.fullmatch(one) and find_spec(module) is not None:
            return Words(one, import_module(module).SENTENCES)
    return ENGLISH


def _english() -> Words:
    from learnlead.i18n.en import SENTENCES

    return Words("en", SENTENCES)


ENGLISH: Final = _english()
"""The original, which every other language is held against."""
