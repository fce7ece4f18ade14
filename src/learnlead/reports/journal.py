"""The journal listed and shown, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.errors import Problem
from learnlead.journal.naming import stem
from learnlead.journal.sitting import Sitting
from learnlead.own_name import as_typed
from learnlead.plaintext.clean import harmless
from learnlead.reports.attributes import attributes
from learnlead.reports.cells import cells, padded
from learnlead.reports.problem_json import problem_json
from learnlead.reports.words import counted


def list_lines(sittings: Sequence[Sitting]) -> list[str]:
    """One line a sitting: its page, its depth, how much is on it; nothing that was typed."""
    if not sittings:
        return [as_typed("No page yet. `learnlead reflect` makes the first one.")]
    stems = [harmless(sitting.stem, breaks=False) for sitting in sittings]
    width = max(map(cells, stems))
    return [
        f"{padded(name, width)}  {sitting.depth:<8}  {_contents(sitting)}".rstrip()
        for name, sitting in zip(stems, sittings, strict=True)
    ]


def _contents(sitting: Sitting) -> str:
    parts = []
    if sitting.ratings:
        parts.append(counted(len(sitting.ratings), "rating"))
    if sitting.moments:
        parts.append(counted(len(sitting.moments), "moment"))
    if sitting.plan is not None:
        parts.append("plan")
    return ", ".join(parts)


def list_json(sittings: Sequence[Sitting], problems: Sequence[Problem]) -> dict[str, object]:
    """The same for programs, with what could not be read."""
    return {
        "schema": "learnlead/journal-list/1",
        "pages": [
            {
                "id": sitting.stem,
                **attributes(sitting, "file", "date", "rubric", "rubric_version", "depth", "focus"),
                "ratings": len(sitting.ratings),
                "moments": len(sitting.moments),
                "plan": sitting.plan is not None,
            }
            for sitting in sittings
        ],
        "problems": [problem_json(problem) for problem in problems],
    }


def show_json(pages: Sequence[tuple[str, str]]) -> dict[str, object]:
    """Pages as they stand, for programs."""
    return {
        "schema": "learnlead/journal-show/1",
        "pages": [{"id": stem(name), "name": name, "text": text} for name, text in pages],
    }
