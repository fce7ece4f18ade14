"""Removing a person from the program's JSON files, whole documents or an object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from learnlead.page.edit import Change
from learnlead.page.forget import ForgetResult, forget_in_record
from learnlead.page.person import Person

_REFERENCE_KEYS: Final = frozenset(
    {"entry", "bundle", "leader", "withdrawn", "file", "id", "kind", "rubric", "depth", "begun"}
)
"""Keys whose values refer to something; changed, they would refer to nothing."""

_ESCAPED: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrt\"/]))")
_UNESCAPED: Final = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "/": "/"}


def forget_in_json(text: str, person: Person) -> ForgetResult:
    """The JSON text without the person; a text that is no valid JSON is treated as plain lines."""
    try:
        return _redact([text], person, indent=1)
    except ValueError:
        return forget_in_record(unescaped(text), person)


def forget_in_json_lines(text: str, person: Person) -> ForgetResult:
    """The same for one JSON object a line; a line that is no JSON is unchanged."""
    return _redact(text.split("\n"), person, indent=None)


def _redact(texts: list[str], person: Person, indent: int | None) -> ForgetResult:
    """Each text without the person.

    Raises:
        ValueError: with `indent`, a text is no JSON.
    """
    changes: list[Change] = []
    left: list[tuple[int, str]] = []
    after: list[str] = []
    for number, text in enumerate(texts, start=1):
        try:
            data = json.loads(text) if text.strip() else None
        except (ValueError, RecursionError):
            if indent is not None:
                raise ValueError(text) from None
            after.append(text)
            if person.phrase.spans(unescaped(text)):
                left.append((number, text))
            continue
        before = len(changes)
        data = _without(data, person, number, changes)
        left += ((number, words) for words in _remaining(data, person))
        changed = len(changes) > before
        after.append(json.dumps(data, indent=indent, ensure_ascii=indent == 1) if changed else text)
    return ForgetResult("\n".join(after), tuple(changes), tuple(left))


def _without(value: Any, person: Person, line: int, changes: list[Change]) -> Any:
    if isinstance(value, dict):
        return {
            key: inner if key in _REFERENCE_KEYS else _without(inner, person, line, changes)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_without(inner, person, line, changes) for inner in value]
    if not isinstance(value, str) or (after := person.out_of(value)) == value:
        return value
    changes.append(Change(line, value, after))
    return after


def _remaining(value: Any, person: Person) -> Iterator[str]:
    """Keys and reference values that still name the person."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if person.phrase.spans(key):
                yield key
            yield from _remaining(inner, person)
    elif isinstance(value, list):
        for inner in value:
            yield from _remaining(inner, person)
    elif isinstance(value, str) and person.phrase.spans(value):
        yield value


def unescaped(text: str) -> str:
    """The text with JSON's escapes replaced, for a document that cannot be parsed."""
    return _ESCAPED.sub(
        lambda match: chr(int(match[1], 16)) if match[1] else _UNESCAPED[match[2]], text
    )
