"""The header of a page: its front matter as typed fields, read and written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date as Date  # noqa: N812 - `date` is a field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from learnlead.errors import Problem
from learnlead.page.front_matter import FrontMatter
from learnlead.page.markers import Fault, is_id
from learnlead.rubric.model import Depth
from learnlead.text.clean import clean_line
from learnlead.text.flat_yaml import Value, write_list, write_scalar
from learnlead.text.limits import LINE_AT_MOST
from learnlead.text.problem_text import quoted

if TYPE_CHECKING:  # pages are looked at far more often than written
    from learnlead.sitting.model import Reflection

FORMAT = "1"
"""The version of the page format."""

REFLECTION = "reflection"
KINDS = (REFLECTION, "coach-reply")

DEPTHS: dict[str, Depth] = {depth: depth for depth in get_args(Depth)}

Raw = str | tuple[str, ...]
"""The value of a key: one text, or a list of texts."""

Field = Callable[[str, Raw], tuple[Any, Fault | None]]
"""Reads the value of a key; the result is None where the value is empty or cannot be read."""

_NUMBER = re.compile(r"-?[0-9]{1,4000}")  # int() refuses more


def _read_number(text: str) -> int | None:
    """The integer that the text spells in digits; None for any other text."""
    return int(text) if _NUMBER.fullmatch(text) else None


def _read_day(text: str) -> Date | None:
    try:  # fromisoformat alone takes 20261120 and 2026-W47-5 as well
        return Date.fromisoformat(text) if text[4:5] == text[7:8] == "-" else None
    except ValueError:
        return None


def _wrong_value(key: str, raw: Raw | None, what: str, example: str) -> Fault:
    """The fault that the key's value is not `what`, with an example as its remedy."""
    words = quoted(raw if isinstance(raw, str) else ", ".join(raw or ()))
    return f"{key}: {words} is not {what}", f"write {key}: {example}"


def _text_field(read: Callable[[str], Any], what: str, example: str) -> Field:
    """A field of one text."""

    def field(key: str, raw: Raw) -> tuple[Any, Fault | None]:
        value = read(raw) if isinstance(raw, str) else None
        says_nothing = isinstance(raw, str) and not raw.strip()
        if value is None and not says_nothing:
            return None, _wrong_value(key, raw, what, example)
        return value, None

    return field


_DAY = _text_field(_read_day, "a date", "2026-11-20")
"""An ISO date."""

_ID = _text_field(lambda text: text if is_id(text) else None, "an id", "own-answers")
"""The id of a rubric, or of a part of one."""

_WHOLE = _text_field(_read_number, "a whole number", "1")
"""A whole number."""


def _minutes(key: str, raw: Raw) -> tuple[Any, Fault | None]:
    """A whole number that is at least 0."""
    value, fault = _WHOLE(key, raw)
    if value is not None and value < 0:
        return None, _wrong_value(key, raw, "a number from 0 on", "0")
    return value, fault


def _line(key: str, raw: Raw) -> tuple[str | None, Fault | None]:
    """A text of one line."""
    if isinstance(raw, str) and len(raw) > LINE_AT_MOST:
        return None, (f"{key} has more than {LINE_AT_MOST:,} letters", "shorten it")
    return _LINE(key, raw)


_LINE = _text_field(clean_line, "one text", "people finish their own sentences")


def _ids(key: str, raw: Raw) -> tuple[tuple[str, ...] | None, Fault | None]:
    """A list of ids; wrong ones are left out, with a fault."""
    if isinstance(raw, str):
        return None, _wrong_value(key, raw, "a list", "[formal-authority]")
    right = tuple(filter(is_id, raw))
    return right, None if right == raw else _wrong_value(
        key, raw, "a list of ids", "[formal-authority]"
    )


FIELDS: Mapping[str, Field] = {
    "date": _DAY,
    "rubric": _ID,
    "rubric-version": _WHOLE,
    "depth": _text_field(DEPTHS.get, f"one of {', '.join(DEPTHS)}", next(iter(DEPTHS))),
    "focus": _ID,
    "focus-notice": _line,
    "relationships": _ids,
    "minutes": _minutes,
    "written": _DAY,
}
"""How each field of a `Header` is read, in its order."""

_KEYS = frozenset({"learnlead", "kind", *FIELDS})
_OTHERS = tuple(key for key in FIELDS if key not in ("date", "rubric"))

Severity = Literal["error", "warning"]


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
    """The header of a reflection.

    None if the page is of another kind (without a problem), was written by a newer learnlead, or
    lacks its date or rubric. Any other field that cannot be read is a problem, and is left out.
    """
    reader = _Reader(front, file)
    if not (reader.is_known_format() and reader.is_reflection()):
        return None, reader.problems
    date, rubric = reader.fields("date", "rubric")
    if date is None or rubric is None:
        reader.require("date", "2026-11-20")
        reader.require("rubric", "learning-leader")
        return None, reader.problems
    version, depth, *others = reader.fields(*_OTHERS)
    extra = {key: value for key, value in front.values.items() if key not in _KEYS}
    read = (date, rubric, version, depth or "standard", *others, extra)
    return Header._make(read), reader.problems


@lru_cache(maxsize=1024)  # most values come back page after page
def _typed(key: str, raw: Raw) -> tuple[Any, Fault | None]:
    return FIELDS[key](key, raw)


class _Reader:
    """Reads the fields of one page's front matter and collects its problems."""

    def __init__(self, front: FrontMatter, file: str) -> None:
        self.problems: list[Problem] = []
        self._front = front
        self._file = file

    def is_known_format(self) -> bool:
        version = self._front.values.get("learnlead")
        if version == FORMAT:
            return True
        if version is None:
            self.require("learnlead", FORMAT)
        elif isinstance(version, str) and (_read_number(version) or 0) > int(FORMAT):
            self._note("learnlead", ("a page written by a newer learnlead", "update learnlead"))
        else:
            self._note(
                "learnlead", _wrong_value("learnlead", _raw(version), "a page format", FORMAT)
            )
        return False

    def is_reflection(self) -> bool:
        kind = self._front.values.get("kind")
        if kind is not None and kind not in KINDS:
            fault = _wrong_value("kind", _raw(kind), "a kind of page known here", REFLECTION)
            self._note("kind", fault, "warning")
        return kind is None or kind == REFLECTION

    def fields(self, *keys: str) -> list[Any]:
        """The typed value of each key; None if it is missing or cannot be read."""
        values = self._front.values
        read: list[Any] = []
        for key in keys:
            value = values.get(key)
            if value is None:
                read.append(None)
                continue
            typed, fault = _typed(key, value if isinstance(value, str) else tuple(value))
            read.append(typed)
            if fault is not None:
                self._note(key, fault)
        return read

    def require(self, key: str, example: str) -> None:
        """Add a problem if the key is missing or empty."""
        value = self._front.values.get(key)
        if value is None or (isinstance(value, str) and not value.strip()):
            remedy = f"add a line such as '{key}: {example}' to the front matter"
            self._note(key, (f"a page without '{key}'", remedy))

    def _note(self, key: str, fault: Fault, severity: Severity = "error") -> None:
        line = self._front.line_of(key)
        self.problems.append(Problem(*fault, self._file, line, severity))


def _raw(value: str | list[str]) -> Raw:
    return value if isinstance(value, str) else tuple(value)


def write_header(reflection: Reflection) -> str:
    """The front matter of a new page, with both `---` lines."""
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
