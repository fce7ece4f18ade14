"""What pydantic found, sorted by place: one fault for each place of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]

COMPLAINTS = ("value_error", "assertion_error")
"""What a model's own validators raise: their words are already for people."""

_ON_A_KEY = "[key]"


class Complaint(ValueError):  # noqa: N818 - says what a validator does
    """What a validator of a model finds, in words for people.

    Attributes:
        remedy: what to do about it.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at one place.

    Attributes:
        path: the place in the file.
        asked: the same place as the model sees it, which may make a list of one entry.
        error: pydantic's own finding; of several alternatives the most telling.
        on_key: whether the key is wrong, not what stands behind it.
    """

    path: Path
    asked: Path
    error: ErrorDetails
    on_key: bool = False


def faults_of(error: ValidationError, data: Any) -> list[Fault]:
    """One fault a place, in the order in which pydantic found them.

    A place with alternatives (a number, a word or a mapping) fails once for each of them. Where
    one of them fails further inside, that is what the file meant, and the others go.
    """
    found = [_fault(e, data) for e in error.errors(include_url=False, include_input=False)]
    outer = {f.path[:n] for f in found for n in range(len(f.path))}
    places: dict[tuple[Path, bool], list[Fault]] = {}
    for fault in found:
        places.setdefault((fault.path, fault.on_key), []).append(fault)
    return [
        next((f for f in same if f.error["type"] in COMPLAINTS), same[0])
        for (path, on_key), same in places.items()
        if on_key or path not in outer
    ]


def _fault(error: ErrorDetails, data: Any) -> Fault:
    """The error at its place, without the names of alternatives that pydantic puts between."""
    steps = error["loc"]
    on_key = steps[-1:] == (_ON_A_KEY,) and not _has(_reached(data, steps[:-1]), _ON_A_KEY)
    if on_key:
        steps = steps[:-1]
    path: list[str | int] = []
    asked: list[str | int] = []
    node = data
    for number, step in enumerate(steps, 1):
        missing = error["type"] == "missing" and number == len(steps)
        if missing or _has(node, step):
            node = None if missing else node[step]
            path.append(step)
            asked.append(step)
        elif isinstance(step, int):
            asked.append(step)
    return Fault(tuple(path), tuple(asked), error, on_key)


def _reached(node: Any, steps: tuple[str | int, ...]) -> Any:
    """What stands at the end of the steps, but for those that only name an alternative."""
    for step in steps:
        node = node[step] if _has(node, step) else node
    return node


def _has(node: Any, step: str | int) -> bool:
    if isinstance(node, dict):
        return step in node
    return isinstance(node, list) and isinstance(step, int) and step < len(node)
