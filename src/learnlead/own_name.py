"""The program's name as the user types it, for the commands in its sentences.

Sentences are written with `learnlead` and a command. Where only a path starts the program, as in a
checkout, `as_typed` puts that path in before they are shown; files keep the usual name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

USUAL: Final = "learnlead"

COMMANDS: Final = (
    *("ask", "away", "coach", "doctor", "due", "export", "focus", "init", "journal", "note"),
    *("backup", "completion", "demo", "read", "restore", "schemas", "search"),
    *("plan", "reflect", "remind", "rubric", "shared", "trends", "help", "--help"),
)
"""The words after which `learnlead` is a command to type, and not the name of the program."""


class _Name:
    """The name, looked for when it is first needed."""

    def __init__(self) -> None:
        self.known: str | None = USUAL
        self.find: Callable[[], str] = str

    def __call__(self) -> str:
        if self.known is None:
            self.known = self.find()
        return self.known


_name: Final = _Name()


def own_name() -> str:
    """The program as it is typed in a shell, quoted where needed."""
    return _name()


def set_name_finder(find: Callable[[], str]) -> None:
    """Use the name that the function gives; it is called at most once."""
    _name.known, _name.find = None, find


@contextmanager
def usual_name() -> Iterator[None]:
    """Inside, the program has its usual name, for sentences that go to a file."""
    known, _name.known = _name.known, USUAL
    try:
        yield
    finally:
        _name.known = known


def as_typed(sentence: str) -> str:
    """The sentence with the program's commands as the user has to type them."""
    if f"{USUAL} " not in sentence or (name := _name()) == USUAL:
        return sentence
    command = rf"(?<![\w/.-]){USUAL} (?=(?:{'|'.join(COMMANDS)})(?![\w-]))"
    return re.sub(command, lambda _: f"{name} ", sentence)
