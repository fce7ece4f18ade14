"""What forgetting a person changes, as lines and JSON, and what it cannot reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.app.forget.person import Edit, Occurrences, Remaining
from learnlead.i18n.words import Words
from learnlead.reports.attributes import problem_json

_NEAR_AT_MOST = 12
"""How many are shown at most."""


def forgotten_lines(occurrences: Occurrences, words: Words) -> Iterator[str]:
    """Each place, what stands there and what would; then the places that are never changed."""
    if not occurrences.edits:
        yield words("forgotten.none")
    for edit in occurrences.edits:
        yield edit.file if edit.line is None else f"{edit.file}:{edit.line}"
        yield from (f"  - {line}" for line in edit.before.split("\n"))
        yield from (f"  + {line}" for line in edit.after.split("\n"))
    if occurrences.strays:
        yield words("forgotten.strays")
        yield from (f"  {file}" for file in occurrences.strays)
    if occurrences.remaining:
        yield words("forgotten.left")
        yield from _left(occurrences.remaining, words)


def _left(left: Sequence[Remaining], words: Words) -> Iterator[str]:
    """The same words in many files are told once, with every place."""
    by_text: dict[str, list[Remaining]] = {}
    for remaining in left:
        by_text.setdefault(remaining.text, []).append(remaining)
    for text, (first, *more) in by_text.items():
        yield f"  {_place(first)}: {text}"
        yield from (f"    {words('forgotten.and', place=_place(other))}" for other in more)


def _place(left: Remaining) -> str:
    return left.file if left.line is None else f"{left.file}:{left.line}"


def near_lines(occurrences: Occurrences, words: Words) -> Iterator[str]:
    """What may mean the person as well, the most frequent first, and how to have it changed."""
    if not occurrences.near:
        return
    yield words("forgotten.near")
    most = sorted(occurrences.near.items(), key=lambda item: -len(item[1]))
    for text, places in most[:_NEAR_AT_MOST]:
        file, line = places[0]
        place = file if line is None else f"{file}:{line}"
        if more := len(places) - 1:
            key = "forgotten.more-places.one" if more == 1 else "forgotten.more-places.many"
            place = words(key, place=place, n=more)
        yield f"  {text}: {place}"
    if len(most) > _NEAR_AT_MOST:
        yield f"  {words.counted(len(most) - _NEAR_AT_MOST, 'forgotten.others')}"
    key = "forgotten.also-one" if len(most) == 1 else "forgotten.also-each"
    yield words(key, words=_typed(most[0][0]))


def _typed(words: str) -> str:
    return words if words.isalnum() else "'" + words.replace("'", "'\\''") + "'"


def done_line(occurrences: Occurrences, words: Words, *, done: bool) -> str:
    """What became of it."""
    if not done:
        return words("forgotten.nothing")
    edits = edit_count(occurrences.edits, words)
    files = words.counted(len(occurrences.strays), "forgotten.temporary")
    if not occurrences.strays:
        return words("forgotten.changed", edits=edits)
    if not occurrences.edits:
        return words("forgotten.removed", files=files)
    return words("forgotten.changed-and-removed", edits=edits, files=files)


def not_reached_line(occurrences: Occurrences, words: Words) -> str | None:
    """The files that still hold the person, or may."""
    files = occurrences.not_reached
    return words("forgotten.not-reached", files=", ".join(files)) if files else None


def edit_count(edits: Sequence[Edit], words: Words) -> str:
    """`3 places in 2 files`."""
    files = words.counted(len({edit.file for edit in edits}), "some.files")
    return words(
        "forgotten.edits", places=words.counted(len(edits), "forgotten.places"), files=files
    )


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
