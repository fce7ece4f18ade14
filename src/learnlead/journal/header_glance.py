"""Front matter at a glance, line by line: most lines come back page after page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from learnlead.journal.fields import Fields, read_day
from learnlead.journal.front_matter import LIMIT, FrontMatter
from learnlead.journal.header import FIELDS, FORMAT, REFLECTION
from learnlead.plaintext.flat_yaml import read_plainly

_BEGINS, _ENDS = "---\n", "\n---\n"
_ONLY = {"learnlead": (FORMAT,), "kind": (REFLECTION, None)}


def glance_at_header(text: str) -> tuple[Mapping[str, Any], int] | None:
    """The values of a reflection's front matter by field of `Header`, and where its body begins.

    None leaves to `read_front_matter` and `read_header` whatever is not plain, not right or lacks
    a date or a rubric. Wherever this accepts, they read the same, and find no problem.

    Args:
        text: a prepared text.
    """
    end = text.find(_ENDS, 0, LIMIT // 4)
    if end < 0 or not text.startswith(_BEGINS):
        return None
    lines = text[len(_BEGINS) : end].split("\n")
    values: dict[str, Any] = {}
    for line in lines:
        field = _field(line)
        if field is None:
            return None
        values[field[0]] = field[1]
    once = len(values) == len(lines)
    if not once or "learnlead" not in values or None in (values.get("date"), values.get("rubric")):
        return None
    return values, end + len(_ENDS) - 1


@lru_cache(maxsize=1024)
def _field(line: str) -> tuple[str, Any] | None:
    """The field of a plain line, or its key where that is none, and its value; None if wrong."""
    if line.startswith("date: ") and (day := read_day(line[6:])) is not None:
        return "date", day  # on each page another one
    values = read_plainly(line)
    if values is None:
        return None
    ((key, value),) = values.items()
    if value not in _ONLY.get(key, (value,)):
        return None
    fields = Fields(FrontMatter(values, 0, line), "")
    typed = FIELDS[key](fields, key) if key in FIELDS else None
    return None if fields.problems else (key.replace("-", "_"), typed)
