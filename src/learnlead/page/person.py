"""The person that a journal forgets: the names that are looked for, and the words instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from learnlead.errors import LearnleadError, Problem
from learnlead.page.edit import apply_edits
from learnlead.text.phrase import Name, Span

_PLAIN_WORDS = re.compile(r"[^\W_][\w .,'’()&/+-]*")
_LABELS = frozenset({"plan", "outcome", "with", "rating"})


class NameMatcher(Protocol):
    """Finds the names of one person in a text."""

    @property
    def runs(self) -> frozenset[str]:
        """The words of the names, folded for comparison."""

    def spans(self, text: str) -> list[Span]:
        """The places of the person's names in the text, from left to right."""

    def may_stand_in(self, plain: str) -> bool:
        """As `Phrase.may_stand_in`: a fast test on folded text."""


def _nothing(_: str) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Person:
    """The person to remove.

    Attributes:
        phrase: finds the person's names.
        instead: the words that replace a name; no page reads them as a marker.
        near_in: gives the words of a line that resemble the names.
    """

    phrase: NameMatcher
    instead: str
    near_in: Callable[[str], Iterable[str]] = _nothing

    def out_of(self, text: str) -> str:
        """A plain text without the person."""
        return apply_edits(text, [(*span, self.instead) for span in self.phrase.spans(text)])


def person_of(phrase: NameMatcher, instead: str, name: str) -> Person:
    """The person whose names `phrase` finds; `name` is for messages.

    Raises:
        LearnleadError: `instead` cannot replace the names.
    """
    words = " ".join(instead.split())
    if not _PLAIN_WORDS.fullmatch(words) or words.casefold() in _LABELS:
        remedy = "plain words that begin with a letter, such as a role"
        raise LearnleadError(Problem(f"--as {instead!r} would not do", remedy))
    if Name(words).runs & phrase.runs:
        message = f"{words!r} would still say {name!r}"
        raise LearnleadError(Problem(message, "choose other words with --as"))
    return Person(phrase, words)


@contextmanager
def refused_names() -> Iterator[None]:
    """A context that turns the ValueError for a name without a word into a LearnleadError.

    Raises:
        LearnleadError: a name has no word.
    """
    try:
        yield
    except ValueError as error:
        name = str(error)
        message = f"{name!r} is no name or role" if name.strip() else "the name is empty"
        raise LearnleadError(Problem(message, "type it as it stands on the pages")) from None
