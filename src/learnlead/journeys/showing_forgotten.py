"""What forgetting a person would change, line by line, and what it cannot reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.journeys.forgetting import Edit, Found, Left
from learnlead.reports.json import problem_json
from learnlead.reports.words import counted

UNREACHED = (
    "This cannot reach backups and other copies of these files, what was exported or sent,",
    "drafts that were set aside as broken, your editor's own backups, or your shell's history,",
    "which holds the command you have just typed. Nor does it know nicknames, initials,",
    "inflected forms, or words that only hint at the person: read the pages once more.",
)
"""What a person who asks to be forgotten should hear as well."""


def forgotten_lines(found: Found) -> Iterator[str]:
    """Each place, what stands there and what would; then the places that are never changed."""
    if not found.edits:
        yield "No answer, note or record holds that name."
    for edit in found.edits:
        yield edit.file if edit.line is None else f"{edit.file}:{edit.line}"
        yield from (f"  - {line}" for line in edit.before.split("\n"))
        yield from (f"  + {line}" for line in edit.after.split("\n"))
    if found.left:
        yield "Left as they are, since they are no answers: see for yourself."
        yield from _left(found.left)


def _left(left: Sequence[Left]) -> Iterator[str]:
    """The same words in many files are told once."""
    by_text: dict[str, list[Left]] = {}
    for one in left:
        by_text.setdefault(one.text, []).append(one)
    for text, (first, *more) in by_text.items():
        where = first.file if first.line is None else f"{first.file}:{first.line}"
        others = f" (and {len(more)} more like it)" if more else ""
        yield f"  {where}: {text}{others}"


def edit_count(edits: Sequence[Edit]) -> str:
    """`3 places in 2 files`."""
    files = len({edit.file for edit in edits})
    return f"{counted(len(edits), 'place')} in {counted(files, 'file')}"


def forgotten_json(found: Found, *, done: bool) -> dict[str, object]:
    """The same for programs; `done` says whether it was carried out."""
    return {
        "schema": "learnlead/journal-forget/1",
        "done": done,
        "changes": [
            {"file": e.file, "line": e.line, "before": e.before, "after": e.after}
            for e in found.edits
        ],
        "left": [{"file": one.file, "line": one.line, "text": one.text} for one in found.left],
        "problems": [problem_json(problem) for problem in found.problems],
    }
