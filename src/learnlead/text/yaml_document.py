"""What a YAML file holds, as texts, and on which line each of them stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Tree = None | str | list["Tree"] | dict[str, "Tree"]
"""None is a key or an entry with nothing behind it; every other scalar is text, as written."""

MOST_PROBLEMS = 100
"""After so many problems in one file no more are told."""


class Place:
    """The line of a list or mapping, and the places inside; a scalar's place is its line alone."""

    __slots__ = ("inside", "line")

    def __init__(self, line: int, inside: dict[str, Place | int] | list[Place | int]) -> None:
        self.line = line
        self.inside = inside


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A tree and its lines. Without a place everything is said to stand on line 1."""

    data: Tree
    place: Place | int = field(default=1, repr=False, compare=False)

    @property
    def keys(self) -> Mapping[str, Tree]:
        """What stands behind each key of the whole; nothing where that is no mapping."""
        return self.data if isinstance(self.data, dict) else {}

    def line_of_key(self, key: str) -> int | None:
        """The line, counted from 1, of a key of the whole; None where it is not there."""
        return self.line_of([key]) if key in self.keys else None

    def line_of(self, path: Sequence[str | int]) -> int:
        """The line, counted from 1, of a key or a list entry, or of its nearest known ancestor."""
        place = self.place
        for step in path:
            if isinstance(place, int):
                break
            inner: Place | int | None = None
            if isinstance(place.inside, dict):
                inner = place.inside.get(step) if isinstance(step, str) else None
            elif isinstance(step, int) and 0 <= step < len(place.inside):
                inner = place.inside[step]
            if inner is None:
                break
            place = inner
        return place if isinstance(place, int) else place.line
