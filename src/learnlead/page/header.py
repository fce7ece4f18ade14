"""The header of a page: its front matter as typed fields, read and written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date  # noqa: N812 - `date` is a field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from learnlead.errors import Problem
from learnlead.page import header_fields as fields
from learnlead.page.front_matter import FrontMatter
from learnlead.page.header_fields import Field, Raw
from learnlead.page.markers import Fault
from learnlead.rubric.model import Depth
from learnlead.text.flat_yaml import Value, write_list, write_scalar

if TYPE_CHECKING:  # pages are looked at far more often than written
    from learnlead.sitting.model import Reflection

FORMAT = "1"
"""The version of the page format."""

REFLECTION = "reflection"
KINDS = (REFLECTION, "coach-reply")

DEPTHS: dict[str, Depth] = {depth: depth for depth in get_args(Depth)}

FIELDS: Mapping[str, Field] = {
    "date": fields.day,
    "rubric": fields.rubrics_id,
    "rubric-version": fields.number,
    "depth": fields.one_of(DEPTHS),
    "focus": fields.rubrics_id,
    "focus-notice": fields.line,
    "relationships": fields.ids,
    "minutes": fields.number_from(0),
    "written": fields.day,
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
        elif isinstance(version, str) and (fields.read_number(version) or 0) > int(FORMAT):
            self._note("learnlead", ("a page written by a newer learnlead", "update learnlead"))
        else:
            self._note(
                "learnlead", fields.wrong_value("learnlead", _raw(version), "a page format", FORMAT)
            )
        return False

    def is_reflection(self) -> bool:
        kind = self._front.values.get("kind")
        if kind is not None and kind not in KINDS:
            fault = fields.wrong_value("kind", _raw(kind), "a kind of page known here", REFLECTION)
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
