"""The language in which the program speaks to whoever called it, found when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from learnlead.errors import LearnleadError, tell_problems_by


class _Spoken:
    """The language of this run: None is English, until somebody says how to find it."""

    def __init__(self) -> None:
        self.known: str | None = None
        self.find: Callable[[], str | None] | None = None


_spoken: Final = _Spoken()


def speak(find: Callable[[], str | None] | None) -> None:
    """From now on, speak the language that the function finds, called at most once; else English.

    Args:
        find: gives a language; None is English, also in its place.
    """
    _spoken.known, _spoken.find = None, find


def spoken_language() -> str | None:
    """Its name; None is English, also where a problem keeps it from being found."""
    find, _spoken.find = _spoken.find, None  # a problem on the way is told in English
    if find is not None:
        try:
            _spoken.known = find()
        except LearnleadError:
            return None
    return _spoken.known


def translated(english: str, area: Literal["help", "problems"]) -> str:
    """A sentence of help or of a problem in the language that is spoken."""
    language = spoken_language()
    if language is None:
        return english
    from learnlead.i18n.by_original import by_original

    return by_original(language, area)(english)


tell_problems_by(lambda english: translated(english, "problems"))
