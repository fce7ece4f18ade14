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


def edit_lines(edits: Sequence[Edit]) -> Iterator[str]:
    """Each place, what stands there, and what would."""
    for edit in edits:
        yield edit.file if edit.line is None else f"{edit.file}:{edit.line}"
        yield from (f"  - {line}" for line in edit.before.split("\n"))
        yield from (f"  + {line}" for line in edit.after.split("\n"))


def edit_count(edits: Sequence[Edit]) -> str:
    """`3 places in 2 files`."""
    files = len({edit.file for edit in edits})
    return f"{counted(len(edits), 'place')} in {counted(files, 'file')}"


def left_lines(left: Sequence[Left]) -> Iterator[str]:
    """The places that are never changed; the same words in many files are told once."""
    if not left:
        return
    yield "Left as they are, because the program reads them as something else: see for yourself."
    by_text: dict[str, list[Left]] = {}
    for one in left:
        by_text.setdefault(one.text, []).append(one)
    for text, places in by_text.items():
        first = places[0]
        where = first.file if first.line is None else f"{first.file}:{first.line}"
        more = f" (and {len(places) - 1} more like it)" if len(places) > 1 else ""
        yield f"  {where}: {text}{more}"


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
