"""Which sitting a page is: its front matter, typed by field, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date as Date  # noqa: N812 - `date` is a field
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar, get_args

from learnlead.errors import Problem
from learnlead.journal.front_matter import FrontMatter, Value
from learnlead.journal.markers import is_id
from learnlead.journal.scalars import write_list, write_scalar
from learnlead.plaintext.clean import clean_line
from learnlead.plaintext.words import quoted
from learnlead.reflection.model import Reflection
from learnlead.rubric.model import Depth

FORMAT = "1"
"""The version of the page format."""

REFLECTION = "reflection"
KINDS = (REFLECTION, "coach-reply")

DEPTHS: dict[str, Depth] = {depth: depth for depth in get_args(Depth)}

T = TypeVar("T")
Severity = Literal["error", "warning"]

_NUMBER = re.compile(r"-?[0-9]{1,4000}")
_KEYS = frozenset(
    {"learnlead", "kind", "date", "written", "rubric", "rubric-version", "depth", "focus"}
    | {"focus-notice", "relationships", "minutes"}
)


class Header(NamedTuple):
    """The front matter of a reflection, fields as in `Reflection`; `extra` holds all other keys."""

    date: Date
    rubric: str
    rubric_version: int | None = None
    depth: Depth = "standard"
    focus: str | None = None
    focus_notice: str | None = None
    relationships: tuple[str, ...] | None = None
    minutes: int | None = None
    written: Date | None = None
    extra: Mapping[str, Value] = {}


def read_header(front: FrontMatter, file: str) -> tuple[Header | None, list[Problem]]:
    """The typed front matter of a reflection.

    None where the page is none (another kind of page, without a problem), was written by a newer
    learnlead, or lacks its date or rubric. Any other field that cannot be read is a problem, and
    stays unanswered.
    """
    fields = _Fields(front, file)
    if not (fields.is_known_format() and fields.is_reflection()):
        return None, fields.problems
    date, rubric = fields.day("date"), fields.id("rubric")
    fields.require("date", "2026-11-20")
    fields.require("rubric", "learning-leader")
    if date is None or rubric is None:
        return None, fields.problems
    header = Header(
        date,
        rubric,
        fields.number("rubric-version"),
        fields.depth(),
        fields.id("focus"),
        fields.line("focus-notice"),
        fields.ids("relationships"),
        fields.number("minutes", least=0),
        fields.day("written"),
        {key: value for key, value in front.values.items() if key not in _KEYS},
    )
    return header, fields.problems


def write_header(reflection: Reflection) -> str:
    """The front matter of a new page, both `---` lines with it."""
    lines = [f"learnlead: {FORMAT}", f"kind: {REFLECTION}", f"date: {reflection.date.isoformat()}"]
    if reflection.written is not None:
        lines.append(f"written: {reflection.written.isoformat()}")
    lines.append(f"rubric: {write_scalar(reflection.rubric)}")
    if reflection.rubric_version is not None:
        lines.append(f"rubric-version: {reflection.rubric_version}")
    lines.append(f"depth: {reflection.depth}")
    if reflection.focus is not None:
        lines.append(f"focus: {write_scalar(reflection.focus)}")
    if reflection.focus_notice is not None:
        lines.append(f"focus-notice: {write_scalar(reflection.focus_notice)}")
    if reflection.relationships is not None:
        lines.append(f"relationships: {write_list(reflection.relationships)}")
    if reflection.minutes is not None:
        lines.append(f"minutes: {reflection.minutes}")
    return "\n".join(["---", *lines, "tags: [learnlead]", "---", ""])


def _id(text: str) -> str | None:
    return text if is_id(text) else None


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None


def _depth(text: str) -> Depth | None:
    return DEPTHS.get(text)


@lru_cache(maxsize=1024)
def _day(text: str) -> Date | None:
    try:  # fromisoformat alone takes 20261120 and 2026-W47-5 as well
        return Date.fromisoformat(text) if text[4:5] == text[7:8] == "-" else None
    except ValueError:
        return None


class _Fields:
    """Front matter read field by field; what cannot be read is a problem and None."""

    def __init__(self, front: FrontMatter, file: str) -> None:
        self.problems: list[Problem] = []
        self._front = front
        self._values = front.values
        self._file = file

    def is_known_format(self) -> bool:
        version = self._values.get("learnlead")
        if version == FORMAT:
            return True
        if version is None:
            self.require("learnlead", FORMAT)
        elif isinstance(version, str) and (_number(version) or 0) > int(FORMAT):
            self._note("learnlead", "a page written by a newer learnlead", "update learnlead")
        else:
            self._wrong("learnlead", "a page format", FORMAT)
        return False

    def is_reflection(self) -> bool:
        kind = self._values.get("kind")
        if kind is not None and kind not in KINDS:
            self._wrong("kind", "a kind of page known here", REFLECTION, severity="warning")
        return kind is None or kind == REFLECTION

    def require(self, key: str, example: str) -> None:
        value = self._values.get(key)
        if value is None or (isinstance(value, str) and not value.strip()):
            remedy = f"add a line such as '{key}: {example}' to the front matter"
            self._note(key, f"a page without '{key}'", remedy)

    def day(self, key: str) -> Date | None:
        return self._read(key, _day, "a date", "2026-11-20")

    def id(self, key: str) -> str | None:
        return self._read(key, _id, "an id", "own-answers")

    def number(self, key: str, least: int | None = None) -> int | None:
        number = self._read(key, _number, "a whole number", "1")
        if number is not None and least is not None and number < least:
            self._wrong(key, f"a number from {least} on", str(least))
            return None
        return number

    def depth(self) -> Depth:
        return self._read("depth", _depth, "a depth", ", ".join(DEPTHS)) or "standard"

    def line(self, key: str) -> str | None:
        return self._read(key, clean_line, "one text", "people finish their own sentences")

    def ids(self, key: str) -> tuple[str, ...] | None:
        listed = self._values.get(key)
        if listed is None:
            return None
        if isinstance(listed, str):
            self._wrong(key, "a list", "[formal-authority]")
            return None
        if not all(map(is_id, listed)):
            self._wrong(key, "a list of ids", "[formal-authority]")
        return tuple(filter(is_id, listed))

    def _read(self, key: str, read: Callable[[str], T | None], what: str, example: str) -> T | None:
        value = self._values.get(key)
        if not isinstance(value, str):
            if value is not None:
                self._wrong(key, what, example)
            return None
        found = read(value)
        if found is None and value.strip():
            self._wrong(key, what, example)
        return found

    def _wrong(self, key: str, what: str, example: str, severity: Severity = "error") -> None:
        value = self._values[key]
        said = quoted(value if isinstance(value, str) else ", ".join(value or ()))
        self._note(key, f"{key}: {said} is not {what}", f"write {key}: {example}", severity)

    def _note(self, key: str, message: str, remedy: str, severity: Severity = "error") -> None:
        line = self._front.line_of(key)
        self.problems.append(Problem(message, remedy, self._file, line, severity))
