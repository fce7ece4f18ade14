"""Which sitting a page is: its front matter, typed by field, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date as Date  # noqa: N812 - `date` is a field
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from learnlead.errors import Problem
from learnlead.journal.fields import Fields, read_number
from learnlead.journal.front_matter import FrontMatter
from learnlead.plaintext.flat_yaml import Value
from learnlead.plaintext.scalars import write_list, write_scalar
from learnlead.rubric.model import Depth

if TYPE_CHECKING:  # pages are looked at far more often than written
    from learnlead.reflection.model import Reflection

FORMAT = "1"
"""The version of the page format."""

REFLECTION = "reflection"
KINDS = (REFLECTION, "coach-reply")

DEPTHS: dict[str, Depth] = {depth: depth for depth in get_args(Depth)}

FIELDS: Mapping[str, Callable[[Fields, str], Any]] = {
    "date": Fields.day,
    "rubric": Fields.id,
    "rubric-version": Fields.number,
    "depth": lambda fields, key: fields.one_of(key, DEPTHS) or "standard",
    "focus": Fields.id,
    "focus-notice": Fields.line,
    "relationships": Fields.ids,
    "minutes": lambda fields, key: fields.number(key, least=0),
    "written": Fields.day,
}
"""How each field of a `Header` is read, in its order."""

_KEYS = frozenset({"learnlead", "kind", *FIELDS})


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
    fields = Fields(front, file)
    if not (_is_known_format(front, fields) and _is_reflection(front, fields)):
        return None, fields.problems
    date, rubric = fields.day("date"), fields.id("rubric")
    if date is None or rubric is None:
        fields.require("date", "2026-11-20")
        fields.require("rubric", "learning-leader")
        return None, fields.problems
    others = [read(fields, key) for key, read in FIELDS.items() if key not in ("date", "rubric")]
    extra = {key: value for key, value in front.values.items() if key not in _KEYS}
    return Header._make((date, rubric, *others, extra)), fields.problems


def _is_known_format(front: FrontMatter, fields: Fields) -> bool:
    version = front.values.get("learnlead")
    if version == FORMAT:
        return True
    if version is None:
        fields.require("learnlead", FORMAT)
    elif isinstance(version, str) and (read_number(version) or 0) > int(FORMAT):
        fields.note("learnlead", "a page written by a newer learnlead", "update learnlead")
    else:
        fields.wrong("learnlead", "a page format", FORMAT)
    return False


def _is_reflection(front: FrontMatter, fields: Fields) -> bool:
    kind = front.values.get("kind")
    if kind is not None and kind not in KINDS:
        fields.wrong("kind", "a kind of page known here", REFLECTION, severity="warning")
    return kind is None or kind == REFLECTION


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
