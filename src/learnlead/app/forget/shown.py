"""What forgetting a person changes, as lines and JSON, and what it cannot reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.app.forget.person import Edit, Occurrences, Remaining
from learnlead.reports.attributes import problem_json
from learnlead.reports.words import counted

UNREACHED = (
    "This cannot reach backups and other copies of these files, what was exported, sent or written",
    "elsewhere by --output, or your shell's history, which holds the command you have just typed.",
    "Nor does it know all nicknames and other forms, or words that only hint at the person:",
    "read the pages once more.",
)
"""What a person who asks to be forgotten should hear as well."""

_NEAR_AT_MOST = 12
"""How many are shown at most."""


def forgotten_lines(occurrences: Occurrences) -> Iterator[str]:
    """Each place, what stands there and what would; then the places that are never changed."""
    if not occurrences.edits:
        yield "No answer, note or record holds that name."
    for edit in occurrences.edits:
        yield edit.file if edit.line is None else f"{edit.file}:{edit.line}"
        yield from (f"  - {line}" for line in edit.before.split("\n"))
        yield from (f"  + {line}" for line in edit.after.split("\n"))
    if occurrences.strays:
        yield "To be removed, since a run that was cut off has left them:"
        yield from (f"  {file}" for file in occurrences.strays)
    if occurrences.remaining:
        yield "Left as they are, since they are no answers: see for yourself."
        yield from _left(occurrences.remaining)


def _left(left: Sequence[Remaining]) -> Iterator[str]:
    """The same words in many files are told once, with every place."""
    by_text: dict[str, list[Remaining]] = {}
    for remaining in left:
        by_text.setdefault(remaining.text, []).append(remaining)
    for text, (first, *more) in by_text.items():
        yield f"  {_place(first)}: {text}"
        yield from (f"    and {_place(remaining)}" for remaining in more)


def _place(left: Remaining) -> str:
    return left.file if left.line is None else f"{left.file}:{left.line}"


def near_lines(occurrences: Occurrences) -> Iterator[str]:
    """What may mean the person as well, the most frequent first, and how to have it changed."""
    if not occurrences.near:
        return
    yield "Also stands near, and stays as it is: see whether it means the person, too."
    most = sorted(occurrences.near.items(), key=lambda item: -len(item[1]))
    for words, places in most[:_NEAR_AT_MOST]:
        file, line = places[0]
        more = f", and {counted(len(places) - 1, 'more place')}" if len(places) > 1 else ""
        yield f"  {words}: {file if line is None else f'{file}:{line}'}{more}"
    if len(most) > _NEAR_AT_MOST:
        others = counted(len(most) - _NEAR_AT_MOST, "other", "others")
        yield f"  and {others}; --json --dry-run lists all."
    also = "--also" if len(most) == 1 else "--also for each, such as --also"
    yield f"To have it changed as well, run the command again with {also} {_typed(most[0][0])}"


def _typed(words: str) -> str:
    return words if words.isalnum() else "'" + words.replace("'", "'\\''") + "'"


def done_line(occurrences: Occurrences, *, done: bool) -> str:
    """What became of it."""
    if not done:
        return "Nothing was changed."
    parts = [f"changed {edit_count(occurrences.edits)}"] if occurrences.edits else []
    parts += (
        [f"removed {counted(len(occurrences.strays), 'temporary file')}"]
        if occurrences.strays
        else []
    )
    words = " and ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."


def not_reached_line(occurrences: Occurrences) -> str | None:
    """The files that still hold the person, or may."""
    files = occurrences.not_reached
    return f"Not changed, and to be looked at by yourself: {', '.join(files)}." if files else None


def edit_count(edits: Sequence[Edit]) -> str:
    """`3 places in 2 files`."""
    files = len({edit.file for edit in edits})
    return f"{counted(len(edits), 'place')} in {counted(files, 'file')}"


def forgotten_json(occurrences: Occurrences, *, done: bool) -> dict[str, object]:
    """The same for programs; `done` says whether it was carried out."""
    return {
        "schema": "learnlead/journal-forget/1",
        "done": done,
        "changes": [
            {"file": e.file, "line": e.line, "before": e.before, "after": e.after}
            for e in occurrences.edits
        ],
        "removed": occurrences.strays,
        "near": [
            {"text": words, "places": [{"file": file, "line": line} for file, line in places]}
            for words, places in occurrences.near.items()
        ],
        "left": [
            {"file": remaining.file, "line": remaining.line, "text": remaining.text}
            for remaining in occurrences.remaining
        ],
        "problems": [problem_json(problem) for problem in occurrences.problems],
    }
