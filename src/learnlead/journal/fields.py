"""Front matter typed field by field: everything is text until a field says what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Literal, TypeVar

from learnlead.errors import Problem
from learnlead.journal.front_matter import FrontMatter
from learnlead.journal.markers import is_id
from learnlead.plaintext.clean import clean_line
from learnlead.plaintext.limits import LINE_AT_MOST
from learnlead.plaintext.words import quoted

T = TypeVar("T")
Severity = Literal["error", "warning"]

_NUMBER = re.compile(r"-?[0-9]{1,4000}")  # int() refuses more


def _id(text: str) -> str | None:
    return text if is_id(text) else None


@lru_cache(maxsize=1024)  # most values come back page after page
def read_number(text: str) -> int | None:
    """A whole number in figures."""
    return int(text) if _NUMBER.fullmatch(text) else None


@lru_cache(maxsize=1024)
def read_day(text: str) -> date | None:
    """An ISO date."""
    try:  # fromisoformat alone takes 20261120 and 2026-W47-5 as well
        return date.fromisoformat(text) if text[4:5] == text[7:8] == "-" else None
    except ValueError:
        return None


class Fields:
    """The fields of front matter. Each is None where it is not there, or cannot be read.

    What cannot be read is among `problems`, at its line; nothing behind the key is no problem.
    """

    def __init__(self, front: FrontMatter, file: str) -> None:
        self.problems: list[Problem] = []
        self._front = front
        self._values = front.values
        self._file = file

    def require(self, key: str, example: str) -> None:
        """Note it as a problem if there is nothing behind the key."""
        value = self._values.get(key)
        if value is None or (isinstance(value, str) and not value.strip()):
            remedy = f"add a line such as '{key}: {example}' to the front matter"
            self.note(key, f"a page without '{key}'", remedy)

    def day(self, key: str) -> date | None:
        """An ISO date."""
        return self._read(key, read_day, "a date", "2026-11-20")

    def id(self, key: str) -> str | None:
        """An id of a rubric, or a rubric's."""
        return self._read(key, _id, "an id", "own-answers")

    def number(self, key: str, least: int | None = None) -> int | None:
        """A whole number."""
        number = self._read(key, read_number, "a whole number", "1")
        if number is not None and least is not None and number < least:
            self.wrong(key, f"a number from {least} on", str(least))
            return None
        return number

    def one_of(self, key: str, known: Mapping[str, T]) -> T | None:
        """What one of the known words means."""
        value = self._values.get(key)
        if isinstance(value, str) and value in known:
            return known[value]
        return self._read(key, known.get, f"one of {', '.join(known)}", next(iter(known)))

    def line(self, key: str) -> str | None:
        """A text of one line."""
        value = self._values.get(key)
        if isinstance(value, str) and len(value) > LINE_AT_MOST:
            self.note(key, f"{key} has more than {LINE_AT_MOST:,} letters", "shorten it")
            return None
        return self._read(key, clean_line, "one text", "people finish their own sentences")

    def ids(self, key: str) -> tuple[str, ...] | None:
        """A list of ids; of a list with a wrong one the right ones."""
        listed = self._values.get(key)
        if listed is None:
            return None
        if isinstance(listed, str):
            self.wrong(key, "a list", "[formal-authority]")
            return None
        if not all(map(is_id, listed)):
            self.wrong(key, "a list of ids", "[formal-authority]")
        return tuple(filter(is_id, listed))

    def _read(self, key: str, read: Callable[[str], T | None], what: str, example: str) -> T | None:
        value = self._values.get(key)
        if not isinstance(value, str):
            if value is not None:
                self.wrong(key, what, example)
            return None
        found = read(value)
        if found is None and value.strip():
            self.wrong(key, what, example)
        return found

    def wrong(self, key: str, what: str, example: str, severity: Severity = "error") -> None:
        """Note that what stands behind the key is not what it should be."""
        value = self._values[key]
        said = quoted(value if isinstance(value, str) else ", ".join(value or ()))
        self.note(key, f"{key}: {said} is not {what}", f"write {key}: {example}", severity)

    def note(self, key: str, message: str, remedy: str, severity: Severity = "error") -> None:
        """Note a problem at the key's line."""
        line = self._front.line_of(key)
        self.problems.append(Problem(message, remedy, self._file, line, severity))
