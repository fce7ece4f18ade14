"""Answers that the page of their sitting does not hold, as a record that can be read."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.left_out import LeftOut

BESIDE_FILE = "not-on-a-page.md"
"""In `records/`."""


def record_of(out: Sequence[LeftOut], around: Circumstances) -> str:
    """A section of that file: which sitting, then an item an answer."""
    lines = [f"## {around.day} {around.rubric.id}", ""]
    for one in out:
        first, *more = f"{one.question.about}: {_text(one)}".split("\n")
        lines += [f"- {first}", *(f"  {line}".rstrip() for line in more)]
    return "\n".join(["", *lines])


def answers_in(lines: Sequence[str]) -> int:
    """How many answers the file holds."""
    return sum(line.startswith("- ") for line in lines)


def _text(one: LeftOut) -> str:
    question, given = one.question, one.given
    if isinstance(given, dict):
        said = (question.label(given.get("relationship", "")), given.get("with", ""))
        return ", ".join(part for part in said if part)
    parts = given if isinstance(given, list) else [str(given)]
    return "; ".join(question.label(part) for part in parts)
