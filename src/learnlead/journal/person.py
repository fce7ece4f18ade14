"""Somebody who is to be forgotten, and the words that stand in the person's place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.rewriting import edited
from learnlead.plaintext.spelling import Name

_PLAIN_WORDS = re.compile(r"[^\W_][\w .,'’()&/+-]*")
_LABELS = frozenset({"plan", "outcome", "with", "rating"})


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody is called, and what is said instead: words that no page reads as a mark."""

    phrase: Name
    instead: str

    def out_of(self, text: str) -> str:
        """A text that is nothing but words, without the person."""
        return edited(text, [(*span, self.instead) for span in self.phrase.spans(text)])


def person_called(name: str, instead: str = "someone", *, match_case: bool = False) -> Person:
    """Whom somebody means.

    Raises:
        LearnleadError: there is no word in the name, or the words in its place would not do.
    """
    try:
        phrase = Name(name, match_case=match_case)
    except ValueError:
        message = f"{name!r} is no name or role" if name.strip() else "the name is empty"
        raise LearnleadError(Problem(message, "type it as it stands on the pages")) from None
    words = " ".join(instead.split())
    if not _PLAIN_WORDS.fullmatch(words) or words.casefold() in _LABELS:
        remedy = "plain words that begin with a letter, such as a role"
        raise LearnleadError(Problem(f"--as {instead!r} would not do", remedy))
    if Name(words).runs & phrase.runs:
        message = f"{words!r} would still say {name!r}"
        raise LearnleadError(Problem(message, "choose other words with --as"))
    return Person(phrase, words)
