"""How this program is called from where its user stands, for the hints in its sentences.

Sentences are written with `learnlead` and a command. Where only a path starts the program, as in a
checkout, whoever shows them has them said `as_typed`; what is written to keep stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

USUAL: Final = "learnlead"

COMMANDS: Final = (
    *("ask", "away", "coach", "doctor", "due", "export", "focus", "init", "journal", "note"),
    *("plan", "reflect", "remind", "rubric", "shared", "trends", "year", "--help"),
)
"""What makes a hint of the name before it; elsewhere `learnlead` is the program's name."""


class _Name:
    """The name, found out when it is first said."""

    def __init__(self) -> None:
        self.known: str | None = USUAL
        self.find: Callable[[], str] = str

    def __call__(self) -> str:
        if self.known is None:
            self.known = self.find()
        return self.known


_name: Final = _Name()


def own_name() -> str:
    """What is typed before a command of this program, as a shell reads it."""
    return _name()


def set_name_finder(find: Callable[[], str]) -> None:
    """From now on the program is called as that function says; it is asked once, if at all."""
    _name.known, _name.find = None, find


@contextmanager
def usual_name() -> Iterator[None]:
    """Inside, sentences are made for a file, and the program has its usual name."""
    known, _name.known = _name.known, USUAL
    try:
        yield
    finally:
        _name.known = known


def as_typed(sentence: str) -> str:
    """The sentence with each of our commands in it as it can be typed."""
    if f"{USUAL} " not in sentence or (name := _name()) == USUAL:
        return sentence
    command = rf"(?<![\w/.-]){USUAL} (?=(?:{'|'.join(COMMANDS)})(?![\w-]))"
    return re.sub(command, lambda _: f"{name} ", sentence)
