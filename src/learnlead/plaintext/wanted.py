"""What a model wants at a place of a file, in words; read off the model's JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.errors import PydanticUserError

Node = dict[str, Any]


class Wanted:
    """The places of one model. A place that the schema does not tell about wants nothing known."""

    def __init__(self, model: type[BaseModel]) -> None:
        try:
            self._schema: Node = model.model_json_schema()
        except PydanticUserError:  # a field that JSON Schema cannot tell about
            self._schema = {}

    def words(self, path: Sequence[str | int]) -> str | None:
        """Such as `a whole number from 1 to 5, or one of no-opportunity, none-made`."""
        found = dict.fromkeys(filter(None, map(_in_words, self._at(path))))
        return ", or ".join(found) or None

    def choices(self, path: Sequence[str | int]) -> list[str]:
        """The fixed words that would do there."""
        return [str(word) for node in self._at(path) for word in node.get("enum", ())]

    def keys(self, path: Sequence[str | int]) -> list[str]:
        """The keys that the mapping there may have."""
        return [key for node in self._at(path) for key in node.get("properties", ())]

    def _at(self, path: Sequence[str | int]) -> list[Node]:
        nodes = list(self._branches(self._schema))
        for step in path:
            nodes = [
                branch
                for node in nodes
                for inner in _inside(node, step)
                for branch in self._branches(inner)
            ]
        return nodes

    def _branches(self, node: Node) -> Iterator[Node]:
        """The node itself, or what it refers to, or each of its alternatives."""
        if "$ref" in node:
            name = node["$ref"].rsplit("/", 1)[-1]
            yield from self._branches(self._schema["$defs"][name])
            return
        alternatives = node.get("anyOf") or node.get("oneOf")
        if not alternatives:
            yield node
            return
        for alternative in alternatives:
            yield from self._branches(alternative)


def _inside(node: Node, step: str | int) -> Iterator[Node]:
    if isinstance(step, int):
        if isinstance(node.get("items"), dict):
            yield node["items"]
    elif step in node.get("properties", {}):
        yield node["properties"][step]
    else:
        yield from node.get("patternProperties", {}).values()
        if isinstance(node.get("additionalProperties"), dict):
            yield node["additionalProperties"]


def _in_words(node: Node) -> str | None:
    if "const" in node:
        return str(node["const"])
    if "enum" in node:
        return "one of " + ", ".join(map(str, node["enum"]))
    tell = _BY_TYPE.get(node.get("type", ""))
    return tell(node) if tell else None


def _text(node: Node) -> str:
    if node.get("format") == "date":
        return "a date such as 2026-11-20"
    if "pattern" in node:  # a regular expression says nothing to people; its description does
        return str(node.get("description", "a text of another form"))
    return "a text"


def _number(node: Node) -> str:
    words = "a whole number" if node["type"] == "integer" else "a number"
    least, most = node.get("minimum"), node.get("maximum")
    if least is not None and most is not None:
        return f"{words} from {least} to {most}"
    if least is not None:
        return f"{words}, {least} or more"
    return words if most is None else f"{words}, {most} or less"


def _list(node: Node) -> str:
    least, most = node.get("minItems", 0), node.get("maxItems")
    if least and least == most:
        return f"a list of {least} entries"
    if most is not None:
        return f"a list of at most {most} entries"
    return "a list of at least one entry" if least == 1 else "a list"


_BY_TYPE: dict[str, Callable[[Node], str]] = {
    "string": _text,
    "integer": _number,
    "number": _number,
    "array": _list,
    "boolean": lambda _: "yes or no",
    "object": lambda _: "a group of 'key: value' lines",
}
