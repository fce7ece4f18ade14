"""JSON Schemas of rubric and prompt files, for editors that complete and check while one types.

They are read off the models, so that they say what `learnlead rubric check` says. What the models
cannot tell an editor is added: the few words on each key beside them, and that any scalar will do
for a text.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from learnlead.rubric.model import RUBRIC_KEYS, Rubric
from learnlead.rubric.prompts import PROMPT_KEYS, PromptBank
from learnlead.text.typed import Part

FileKind = Literal["rubric", "prompts"]

SCHEMA_LINE: Final = "# yaml-language-server: $schema=../schemas/{kind}.json"
"""The first line of a file, by which editors find the schema that lies beside the folder."""

_MODELS: Final[dict[FileKind, type[Part]]] = {"rubric": Rubric, "prompts": PromptBank}
_KEYS: Final = {"rubric": RUBRIC_KEYS, "prompts": PROMPT_KEYS}
_TITLES: Final = {"rubric": "A rubric of learnlead", "prompts": "A prompt bank of learnlead"}
_SCALAR: Final = ["string", "number", "boolean"]
"""`- 12` and `- no` are texts to us; an editor reads a number and a truth value."""

_SAID_BY_KEYS: Final = frozenset(("title", "description", "default"))


def file_schema(kind: FileKind) -> dict[str, Any]:
    """The JSON Schema of that kind of file: draft 7, which editors of YAML know best."""
    schema = _MODELS[kind].model_json_schema(by_alias=True)
    parts = schema.pop("$defs")
    root = _part(kind, "", schema)
    if kind == "rubric":
        root["anyOf"] = [{"required": ["behaviours"]}, {"required": ["questions"]}]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": _TITLES[kind],
        **root,
        "$defs": {name: _part(kind, f"{name}.", part) for name, part in sorted(parts.items())},
    }


def _part(kind: FileKind, prefix: str, part: dict[str, Any]) -> dict[str, Any]:
    """One model, a few words on each of its keys."""
    properties = {
        key: {**_as_typed(node), "description": _KEYS[kind][prefix + key]}
        for key, node in part["properties"].items()
    }
    if "anchors" in properties:
        properties["anchors"]["propertyNames"] = {"pattern": "^[1-5]$"}
    required = {"required": part["required"]} if "required" in part else {}
    return {
        "type": "object",
        "properties": properties,
        **required,
        "additionalProperties": part["additionalProperties"],
    }


def _as_typed(node: Any) -> Any:
    """A node for what people type: any scalar for a text, nothing that only repeats its key."""
    if isinstance(node, list):
        return [_as_typed(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node:  # a text, or left out; or a list, or a group of keys
        forms = [_as_typed(form) for form in node["anyOf"] if form != {"type": "null"}]
        return forms[0] if len(forms) == 1 else {"anyOf": forms}
    kept = {key: _as_typed(inner) for key, inner in node.items() if key not in _SAID_BY_KEYS}
    if kept.get("type") == "string" and not kept.keys() & {"enum", "pattern"}:
        kept["type"] = _SCALAR
    return {"allOf": [kept]} if "$ref" in kept else kept
