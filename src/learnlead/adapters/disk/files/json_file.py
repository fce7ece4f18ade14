"""Small JSON objects on disk: written whole, and set aside when they cannot be understood."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.errors import Problem

T = TypeVar("T")

_DEEPEST = 20

NOTHING: Final = b"{}\n"
"""Stands in the file of an object that is forgotten and could not be removed."""

NOT_UNDERSTOOD = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a file of another form than it is taken for makes happen."""


class JsonFolder:
    """A folder of JSON objects, each a file of its owner alone (0600).

    Args:
        folder: made when the first object is saved.
        noun: what one object is called in messages: "draft".
    """

    def __init__(self, folder: Path, noun: str) -> None:
        self._folder = folder
        self._noun = noun

    def save(self, name: str, content: Mapping[str, Any]) -> None:
        """Put the object on disk in place of an earlier one.

        Raises:
            MachineFailed: the earlier object, if any, is still there.
        """
        path = self._folder / name
        text = json.dumps(content, ensure_ascii=True)
        with report_failures(f"keep the {self._noun}", str(path)):
            safe_write.make_folder(self._folder)
            safe_write.put(path, text.encode("ascii"))

    def load(self, name: str, understand: Callable[[Any], T]) -> tuple[T | None, list[Problem]]:
        """The object as `understand` makes it.

        What is of another form than `understand` takes for granted is renamed to `NAME.broken-N`
        and told as a problem.

        Raises:
            MachineFailed: the file cannot be read or set aside.
        """
        path = self._folder / name
        with report_failures(f"read the {self._noun}", str(path)):
            try:
                raw = path.read_bytes()
            except FileNotFoundError:
                return None, []
        if raw == NOTHING:
            return None, []
        try:
            content = json.loads(raw)
            if _is_deep(content):
                raise ValueError
            return understand(content), []
        except NOT_UNDERSTOOD:
            return None, [self._set_aside(path)]

    def set_aside(self, name: str) -> Problem:
        """Rename the object's file to `NAME.broken-N`, and say so.

        Raises:
            MachineFailed: it is still where it was.
        """
        return self._set_aside(self._folder / name)

    def remove(self, name: str) -> None:
        """Forget the object, if it is there; a file that cannot be removed is emptied.

        Raises:
            MachineFailed: it is still there.
        """
        path = self._folder / name
        with report_failures(f"remove the {self._noun}", str(path)):
            try:
                safe_write.remove(path)
            except OSError as error:
                if not path.exists():
                    raise
                try:
                    safe_write.blank(path, NOTHING)
                except OSError:
                    raise error from None

    def _set_aside(self, path: Path) -> Problem:
        with report_failures(f"set the broken {self._noun} aside", str(path)):
            aside = safe_write.set_aside(path)
        return Problem(
            f"the {self._noun} cannot be understood, so it was set aside",
            remedy="what was typed may still be read in the file",
            file=str(aside),
        )


def is_forgotten(path: Path) -> bool:
    """Whether it is the file of an object that is forgotten and could not be removed."""
    try:
        return path.stat().st_size == len(NOTHING) and path.read_bytes() == NOTHING
    except OSError:
        return False


def _is_deep(content: Any) -> bool:
    """Whether it is nested deeper than anything that was saved here."""
    level = [content]
    for _ in range(_DEEPEST):
        level = [inner for node in level for inner in _inside(node)]
    return bool(level)


def _inside(node: Any) -> Iterable[Any]:
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, list) else ()
