"""What pydantic found, sorted by place: one fault for each place of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.errors import PydanticUserError
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
    faults = [_fault(e, data) for e in error.errors(include_url=False, include_input=False)]
    outer = {f.path[:n] for f in faults for n in range(len(f.path))}
    places: dict[tuple[Path, bool], list[Fault]] = {}
    for fault in faults:
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
        forms = dict.fromkeys(filter(None, map(_in_words, self._at(path))))
        return ", or ".join(forms) or None

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
