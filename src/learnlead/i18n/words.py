"""The sentences of one language, by key; and its days and months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from learnlead.i18n.languages import (
    ORIGINAL,
    Area,
    area_of,
    area_with_original,
    language_that_serves,
    own_languages,
    remembered,
    shipped,
)
from learnlead.i18n.spoken import spoken_language
from learnlead.own_name import USUAL, as_typed

_KEYS: Final = {
    "days": "weekdays weekdays-short months months-short day-and-month full-date short-date "
    "long-date weekday-and-date this decimal",
    "questions": "ask about reason someone",
    "plan": "plan plan-closed plan-of-day if-then more-plans",
    "page": "page",
    "read": "read",
    "keys": "key does no-words nothing-chosen suggested number-gone count not-kept help "
    "like-a-command",
    "plain": "plain word",
    "begin": "begin answers problems several welcome opener",
    "end": "end card refused x not-for-here remind",
    "editor": "editor no-editor editor-failed editor-unchanged editor-later editor-not-utf8 "
    "editor-refused",
    "form": "form",
    "export": "export",
    "home": "home status",
    "roles": "role",
    "author": "diff new-rubric",
    "desk": "desk import gone client reference reference-of sheet",
    "bundle": "terms own theirs bundle review signature shared",
    "trends": "trends unit verdict held short bet side why rare",
    "findings": "finding theme",
    "figures": "figure weeks table by compare",
    "proof": "proof",
    "upkeep": "backup restored examined written forgotten",
    "lines": "yes-or-no due nudge reminder days-off made noted rubric",
    "reports": "some span year answer listed search plans focus-is checked",
}
"""By the file, what its keys begin with, up to a full stop; all others are in `sitting`."""

_FILE_OF: Final = {first: file for file, firsts in _KEYS.items() for first in firsts.split()}

SENTENCE_FILES: Final = (*_KEYS, "sitting")
"""The files of a language that hold sentences."""


class Words:
    """The program's sentences in one language; a file is read when it is first needed.

    What is missing in the language is English.

    Attributes:
        language: that they are in, such as `de`.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._files: dict[str, Area] = {}

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence of that key, with the values in their places."""
        sentence = self.template(key)
        text = sentence.format(**values) if values else sentence
        return as_typed(text) if f"{USUAL} " in sentence else text

    def template(self, key: str) -> str:
        """The sentence of that key, with its gaps."""
        return str(self._file_of(key)[key])

    def __contains__(self, key: str) -> bool:
        """Whether there is a sentence of that key."""
        return key in self._file_of(key)

    def __iter__(self) -> Iterator[str]:
        """Every key, in the order of the files."""
        for file in SENTENCE_FILES:
            yield from self._read(file)

    def keys_below(self, prefix: str) -> tuple[str, ...]:
        """`heard` of `page.heard`, if the prefix is `page`."""
        return tuple(
            key.removeprefix(f"{prefix}.")
            for key in self._file_of(prefix)
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

    def speaks(self, file: str) -> bool:
        """Whether the language has any sentence in that file, or all would be English."""
        return bool(area_of(self.language.partition("-")[0], file) or area_of(self.language, file))

    def full_date(self, day: date) -> str:
        """`20 November 2026`."""
        return self("full-date", day=day.day, month=self._month(day), year=day.year)

    def figure(self, value: float, decimals: int = 1, *, sign: bool = False) -> str:
        """`3.5`, in German `3,5`; with a sign `+0.1`, `−0.1`, and never `−0.0`."""
        text = f"{value:.{decimals}f}"
        if float(text) == 0:
            text = text.removeprefix("-")
        elif sign and value > 0:
            text = f"+{text}"
        return self.with_sign(text.replace("-", "−"))

    def number(self, value: float) -> str:
        """A rating or a mean of ratings: `4`, `3.5`."""
        return f"{value:.0f}" if value == int(value) else self.figure(value)

    def with_sign(self, figure: str) -> str:
        """The figure with the decimal sign of the language, in German `3,5`."""
        return figure.replace(".", self("decimal"))

    def short_date(self, day: date) -> str:
        """`20 Nov 2026`."""
        return self("short-date", day=day.day, month=self.short_month(day), year=day.year)

    def short_month(self, day: date) -> str:
        """`Nov`."""
        return self("months-short").split()[day.month - 1]

    def long_date(self, day: date) -> str:
        """`Friday 20 November 2026`."""
        month, weekday = self._month(day), self.weekday(day)
        return self("long-date", weekday=weekday, day=day.day, month=month, year=day.year)

    def weekday_and_date(self, day: date) -> str:
        """`Friday 20 November`."""
        return self(
            "weekday-and-date", weekday=self.weekday(day), day=day.day, month=self._month(day)
        )

    def margin(self, day: date) -> str:
        """`Fri 20`, `Fri  9`: for the margin beside the texts of a day."""
        return f"{self('weekdays-short').split()[day.weekday()]} {day.day:>2}"

    def month(self, day: date) -> str:
        """`November`."""
        return self._month(day)

    def span(self, first: date, last: date) -> str:
        """`9 January to 20 November 2026`, without repeating month or year."""
        if first == last or first.year != last.year:
            dates = [self.full_date(day) for day in dict.fromkeys((first, last))]
            return (
                dates[0] if len(dates) == 1 else self("span.years", first=dates[0], last=dates[1])
            )
        if first.month != last.month:
            return self("span.months", first=self.day_and_month(first), last=self.full_date(last))
        return self("span.days", first=first.day, last=self.full_date(last))

    def _month(self, day: date) -> str:
        return self("months").split()[day.month - 1]

    def _file_of(self, key: str) -> Area:
        return self._read(_FILE_OF.get(key.partition(".")[0], "sitting"))

    def _read(self, file: str) -> Area:
        if file not in self._files:
            self._files[file] = self._area(file)
        return self._files[file]

    def _area(self, file: str) -> Area:
        return area_with_original(self.language, file)


class _Original(Words):
    """English as it is shipped, whatever a workspace has."""

    def _area(self, file: str) -> Area:
        return shipped(ORIGINAL, file)


ENGLISH: Final = _Original(ORIGINAL)
"""The original, which every other language is held against."""


@remembered
def words_in(language: str) -> Words:
    """The sentences of that language; of `de` for `de-AT`, English where there are no others.

    Raises:
        LearnleadError: something is wrong in a file of the workspace's own languages (exit 2).
    """
    name = language_that_serves(language)
    if name is None or (name == ORIGINAL and name not in own_languages()):
        return ENGLISH
    return Words(name)


def spoken_words() -> Words:
    """The sentences of the language that is spoken, where nobody hands them in."""
    language = spoken_language()
    return ENGLISH if language is None else words_in(language)
