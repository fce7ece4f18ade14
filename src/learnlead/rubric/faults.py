"""Problems of one document, each at the line of its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from learnlead.errors import Problem
from learnlead.text.problem_text import quoted
from learnlead.text.yaml_document import Tree, YamlDocument

Path = tuple[str | int, ...]


class Noting:
    """Makes problems of one document.

    Args:
        document: where lines are looked up.
        file: how problems name it.
        severity: of all that is noted.
    """

    def __init__(
        self, document: YamlDocument, file: str, severity: Literal["error", "warning"] = "error"
    ) -> None:
        self._document = document
        self._file = file
        self._severity: Literal["error", "warning"] = severity

    def at(self, path: Path, message: str, remedy: str) -> Problem:
        """A problem at the line of the path."""
        line = self._document.line_of(path)
        return Problem(message, remedy, self._file, line, self._severity)

    def accusing(self, path: Path) -> Problem:
        """A question that asks for a justification."""
        remedy = "ask what happened, or what made it hard"
        return self.at(path, "'why did you' asks for a justification", remedy)

    def pictured(self, path: Path, what: str, idiom: str) -> Problem:
        """A figure of speech; `what` says it."""
        message = f"{what} says {quoted(idiom)}, a figure of speech"
        return self.at(path, message, "say what somebody would see or hear")


def all_texts(node: Tree, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of a tree with its place."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, inner in node.items():
            yield from all_texts(inner, (*path, key))
    elif isinstance(node, list):
        for number, inner in enumerate(node):
            yield from all_texts(inner, (*path, number))
