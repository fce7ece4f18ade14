"""A rubric at a glance: read without Pydantic and a YAML reader where nothing in it is unusual."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from learnlead.plaintext.clean import clean_line, clean_text
from learnlead.plaintext.nested_yaml import read_nested
from learnlead.rubric.model import (
    Behaviour,
    Depth,
    Opportunity,
    Question,
    QuestionKind,
    Relationship,
    Rhythm,
    Rubric,
    Scale,
    ScaleKind,
)

if TYPE_CHECKING:
    from learnlead.plaintext.document import Tree

_Read = Callable[["Tree"], Any]
"""Makes a field of what stands behind its key; a ValueError leaves the whole to others."""

_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def glance(text: str) -> Rubric | None:
    """The rubric of a file in which every line is plain and right beyond doubt.

    Wherever this accepts, `read_rubric` reads the same without a problem; None leaves it to that.
    """
    data = read_nested(text)
    if data is None or data.pop("learnlead-rubric", None) != "1":
        return None
    try:
        rubric: Rubric = _part(Rubric, _RUBRIC)(data)
    except ValueError:
        return None
    choices = (one for one in rubric.questions if one.kind == "choice")
    return rubric if all(one.options for one in choices) else None


def _part(model: Callable[..., Any], fields: Mapping[str, _Read]) -> _Read:
    def read(node: Tree) -> Any:
        if not isinstance(node, dict) or not node.keys() <= fields.keys():
            raise ValueError
        given = {key: fields[key](value) for key, value in node.items() if value is not None}
        try:
            return model(**{key.replace("-", "_"): value for key, value in given.items()})
        except TypeError:  # a key is missing
            raise ValueError from None

    return read


def _list(item: _Read) -> _Read:
    def read(node: Tree) -> tuple[Any, ...]:
        if not isinstance(node, list):
            raise ValueError  # noqa: TRY004 - wrong in a file, not in the program
        return tuple(map(item, node))

    return read


def _matching(pattern: re.Pattern[str]) -> _Read:
    def read(node: Tree) -> str:
        if not isinstance(node, str) or not pattern.fullmatch(node):
            raise ValueError
        return node

    return read


def _one_of(literal: object) -> _Read:
    return _matching(re.compile("|".join(get_args(literal))))


def _cleaned(clean: Callable[[str], str | None]) -> _Read:
    def read(node: Tree) -> str:
        words = clean(node) if isinstance(node, str) else None
        if not words:
            raise ValueError
        return words

    return read


def _number(node: Tree) -> int:
    return int(_matching(_NUMBER)(node))


def _labels(node: Tree) -> tuple[str, ...]:
    labels: tuple[str, ...] = _list(_line)(node)
    if len(labels) != 5:
        raise ValueError
    return labels


def _anchors(node: Tree) -> dict[int, str]:
    if not isinstance(node, dict) or not node.keys() <= {"1", "2", "3", "4", "5"}:
        raise ValueError
    return {int(key): _line(value) for key, value in node.items() if value is not None}


_line, _text = _cleaned(clean_line), _cleaned(clean_text)
_id = _matching(_ID)

_SCALE: Mapping[str, _Read] = {"kind": _one_of(ScaleKind), "labels": _labels}
_RELATIONSHIP: Mapping[str, _Read] = {"id": _id, "name": _line, "sentence": _line}
_BEHAVIOUR: Mapping[str, _Read] = {
    "id": _id,
    "name": _line,
    "group": _line,
    "relationship": _id,
    "opportunity": _one_of(Opportunity),
    "when": _line,
    "i": _line,
    "anchors": _anchors,
    "notes": _text,
}
_QUESTION: Mapping[str, _Read] = {
    "id": _id,
    "kind": _one_of(QuestionKind),
    "ask": _line,
    "options": _list(_line),
}
_RUBRIC: Mapping[str, _Read] = {
    "id": _id,
    "version": _number,
    "title": _line,
    "language": _line,
    "rhythm": _one_of(Rhythm),
    "depth": _one_of(Depth),
    "source": _text,
    "notes": _text,
    "comparable-with": _list(_number),
    "scale": _part(Scale, _SCALE),
    "relationships": _list(_part(Relationship, _RELATIONSHIP)),
    "behaviours": _list(_part(Behaviour, _BEHAVIOUR)),
    "questions": _list(_part(Question, _QUESTION)),
}
