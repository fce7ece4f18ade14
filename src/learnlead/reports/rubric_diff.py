"""Two versions of a rubric compared, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from learnlead.rubric.changes import Changes, Ids
from learnlead.rubric.model import Rubric

_WIDTH = 76
_COLUMN = 10

_SAID: Final = {
    "yes": "yes: what stays means the same, so the series go on.",
    "no": "no: ratings of the two are kept apart",
    "if-the-meaning-stays": "if what is reworded still means the same to you. An item that asks "
    "something else needs an id of its own: then only its series begins anew.",
}

_HOW: Final = {
    "yes": ": the series go on",
    "no": ": the series begin anew",
    "if-the-meaning-stays": "",
}


def diff_lines(found: Changes) -> Iterator[str]:
    """What happens to the series, then the two answers: the number, and whether ratings join."""
    old, new, behaviours = found.old, found.new, found.behaviours
    yield f"{_named(old)} → {_named(new)}"
    yield ""
    if old.id != new.id:
        yield "These are two rubrics: their ratings never stand in one series."
        return
    if behaviours.same and not found.reworded:
        yield from _row("stays", "every behaviour, as it was")
    elif behaviours.stay:
        yield from _row("stays", f"{', '.join(behaviours.stay)}{_HOW[found.comparable]}")
    if behaviours.gone:
        yield from _row("gone", f"{', '.join(behaviours.gone)}: the series end; pages keep them")
    if behaviours.new:
        yield from _row("new", f"{', '.join(behaviours.new)}: the series begin")
    for one in found.reworded:
        yield from _row("reworded", f"{one.id}: {', '.join(one.keys)}")
    for kind, ids in (("relations", found.relationships), ("questions", found.questions)):
        if not ids.same:
            yield from _row(kind, _of_other_ids(ids))
    yield ""
    yield from _version(found)
    yield from _comparable(found)


def _version(found: Changes) -> Iterator[str]:
    old, new, needed = found.old.version, found.new.version, found.needs_version
    if not found.version_for:
        said = f"{old} will do: no id, scale, order or rhythm changed"
        if found.reworded:
            said = f"{said}, as long as no item asks something else now"
        yield from _row("version", said if new == old else f"{said}; NEW is {new}")
        return
    state = f"NEW is {new}" if new >= needed else f"NEW still says {new}"
    yield from _row("version", f"{needed} is needed ({state}): {'; '.join(found.version_for)}")


def _comparable(found: Changes) -> Iterator[str]:
    old, new = found.old, found.new
    said = _SAID[found.comparable]
    if found.apart_for:
        said = f"{said}, for {'; '.join(found.apart_for)}."
    yield from _row("joins", said)
    joined = old.version in new.comparable_with
    if found.comparable == "no" and joined:
        yield from _row("", f"NEW says comparable-with: {old.version}: take that out.")
    elif found.comparable != "no" and joined:
        yield from _row("", f"NEW says comparable-with: {old.version}, so they are joined.")
    elif found.comparable != "no" and new.version != old.version:
        yield from _row("", f"Write comparable-with: [{old.version}] in NEW to join them.")


def diff_json(found: Changes) -> dict[str, object]:
    """The same for programs."""
    return {
        "schema": "learnlead/rubric-diff/1",
        "old": _named_json(found.old),
        "new": _named_json(found.new),
        "behaviours": _ids_json(found.behaviours),
        "relationships": _ids_json(found.relationships),
        "questions": _ids_json(found.questions),
        "reworded": [{"id": one.id, "keys": list(one.keys)} for one in found.reworded],
        "needs_version": found.needs_version,
        "version_reasons": list(found.version_for),
        "comparable": found.comparable,
        "comparable_reasons": list(found.apart_for),
        "joined": found.old.id == found.new.id and found.new.joins(found.old.version),
    }


def _named(rubric: Rubric) -> str:
    return f"{rubric.id}, version {rubric.version}"


def _named_json(rubric: Rubric) -> dict[str, object]:
    return {"id": rubric.id, "version": rubric.version, "language": rubric.language}


def _ids_json(ids: Ids) -> dict[str, object]:
    return {
        "stay": list(ids.stay),
        "gone": list(ids.gone),
        "new": list(ids.new),
        "moved": ids.moved,
    }


def _of_other_ids(ids: Ids) -> str:
    parts = [
        f"{how}: {', '.join(found)}"
        for how, found in (("gone", ids.gone), ("new", ids.new))
        if found
    ]
    return "; ".join([*parts, *(["in another order"] if ids.moved else [])])


def _row(lead: str, words: str) -> Sequence[str]:
    """A word at the left, the rest beside it."""
    return wrap(
        words,
        _WIDTH,
        initial_indent=f"{lead:<{_COLUMN}}",
        subsequent_indent=" " * _COLUMN,
        break_on_hyphens=False,
    )
