"""Somebody who is to be forgotten, and the words that stand in the person's place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.rewriting import edited
from learnlead.plaintext.phrase import Span
from learnlead.plaintext.spelling import Name

_PLAIN_WORDS = re.compile(r"[^\W_][\w .,'’()&/+-]*")
_LABELS = frozenset({"plan", "outcome", "with", "rating"})


class Called(Protocol):
    """What somebody is called."""

    @property
    def runs(self) -> frozenset[str]:
        """Its words, as they are compared."""

    def spans(self, text: str) -> list[Span]:
        """Each place where the person stands in the text, from left to right."""

    def may_stand_in(self, plain: str) -> bool:
        """As of a `Phrase`."""


def _nothing(_: str) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody is called, and what is said instead: words that no page reads as a mark.

    `near_in` tells what else in a line may mean the person.
    """

    phrase: Called
    instead: str
    near_in: Callable[[str], Iterable[str]] = _nothing

    def out_of(self, text: str) -> str:
        """A text that is nothing but words, without the person."""
        return edited(text, [(*span, self.instead) for span in self.phrase.spans(text)])


def person_called(name: str, instead: str = "someone", *, match_case: bool = False) -> Person:
    """Whom somebody means, by that name alone.

    Raises:
        LearnleadError: there is no word in the name, or the words in its place would not do.
    """
    with refused_names():
        return person_of(Name(name, match_case=match_case), instead, name)


def person_of(phrase: Called, instead: str, name: str) -> Person:
    """Whom somebody means by all that the person is called.

    Raises:
        LearnleadError: the words in its place would not do.
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
    """A context in which a name without a word is refused as the leader should read it.

    Raises:
        LearnleadError: there is no word in a name.
    """
    try:
        yield
    except ValueError as error:
        name = str(error)
        message = f"{name!r} is no name or role" if name.strip() else "the name is empty"
        raise LearnleadError(Problem(message, "type it as it stands on the pages")) from None
