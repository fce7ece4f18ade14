"""JSON Schemas of rubric and prompt files, for editors that complete and check while one types.

They are read off the models, so that they say what `learnlead rubric check` says. What the models
cannot tell an editor is added: a few words on each key, and that any scalar will do for a text.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from learnlead.rubric.model import Rubric
from learnlead.rubric.prompts import PromptBank
from learnlead.text.typed import Part

_RUBRIC: Final = {
    "learnlead-rubric": "The format of this file: 1.",
    "id": "Names the rubric on pages and in commands; the file is called ID.yaml.",
    "version": "Raise it when an id, the scale, the order, the rhythm or a meaning changes.",
    "title": "What the rubric is called on screens and pages.",
    "language": "The language of its words; another language is a file ID.LANGUAGE.yaml beside.",
    "rhythm": "weekly, monthly or quarterly. Say the same period in your wordings.",
    "depth": "quick, standard or full: how much a sitting asks unless somebody chooses otherwise.",
    "source": "Where the ideas come from; `rubric show` says it.",
    "notes": "What somebody should know before trusting it: your own reading, what was left out.",
    "comparable-with": "Earlier versions, each with the behaviours whose ratings may be joined.",
    "overall": "The groups that form one overall value; without it all behaviours do.",
    "scale": "What the numbers 1 to 5 mean.",
    "relationships": "Who a behaviour is towards, if that matters: kinds of people, not names.",
    "behaviours": "What is rated, in the order of the sitting.",
    "questions": "Open questions, answered in words after the ratings.",
    "Scale.kind": "frequency asks how often, agreement how far you agree.",
    "Scale.labels": "One label for each of 1 to 5, rising.",
    "Relationship.id": "Names the relationship on pages; never shown in a sitting.",
    "Relationship.name": "What trends call it.",
    "Relationship.sentence": "What a sitting shows, such as: I helped a peer learn",
    "Behaviour.id": "Names its series for good: keep it when you change the words.",
    "Behaviour.name": "A few words for headings and charts.",
    "Behaviour.group": "A heading that several behaviours in a row share.",
    "Behaviour.relationship": "The id of its one relationship; all, or left out, is every one.",
    "Behaviour.opportunity": "met: the occasion comes from outside. made: it is yours to create.",
    "Behaviour.when": "The occasion, at most 15 words, beginning with When. Frequency needs it.",
    "Behaviour.i": "One act that somebody could see, at most 15 words, ending with a full stop.",
    "Behaviour.anchors": "Scenes for 1, 3, 5: not when it came up, some of the times, every time.",
    "Behaviour.reversed": "true: to agree says the contrary; trends score it from the other end.",
    "Behaviour.notes": "For whoever reads the file; no screen shows it.",
    "Question.id": "Names the question on pages.",
    "Question.kind": "short: a line. long: a text. list: a text of lines. choice: one of options.",
    "Question.ask": "The question as it is asked.",
    "Question.options": "What can be chosen, with kind: choice.",
}

_PROMPTS: Final = {
    "learnlead-prompts": "The format of this file: 1.",
    "rubric": "The id of the rubric that these words are for.",
    "language": "The language of these words.",
    "opening": "The greeting above the first question.",
    "welcome-back": "The greeting after two periods or more away.",
    "look-back": "Asks what became of the plan.",
    "heard": "Asks what came back from somebody who was asked.",
    "moment": "Asks for one real moment (only where the rubric has relationships).",
    "other-side": "Asks what the others said or did next.",
    "evidence": "By a behaviour's id: asks what happened, before the rating. Three or more each.",
    "opposite": "The one question that looks the other way.",
    "follow-up": "Asked in its place in every second sitting, after an answer that calls for it.",
    "insight": "Asks what somebody takes from the period.",
    "obstacle": "Asks what could get in the way of the plan.",
    "plan": "Asks whether to keep the plan, change it or make another.",
    "cue": "Asks for the if of the plan.",
    "action": "Asks for the then of the plan.",
    "focus-notice": "Asks what somebody else would notice if the focus grew.",
    "closing": "Said at the end.",
    "ask": "The second line of a question that goes to one person about the focus.",
    "reminder": "What `learnlead remind` says; others may read it.",
    "reminder-after-pause": "What it says after a longer time; no word of what was left out.",
    "coach-questions": "Offered to a coach who reads an export, each with its reason.",
    "CoachQuestions.want": "After what the leader wants from the conversation.",
    "CoachQuestions.not-done": "After a plan that was not done, or only partly.",
    "CoachQuestions.done": "After a plan that was done.",
    "CoachQuestions.open": "After a plan of which nothing is known yet.",
    "CoachQuestions.focus": "On the focus of the quarter.",
    "CoachQuestions.strength": "After a finding that says what goes well.",
    "CoachQuestions.not-looked-at": "After what has had no example or moment for long.",
    "CoachQuestions.passage": "After a moment that was told.",
    "Opposite.high": "For somebody who mostly rates high: when was it otherwise? An odd number.",
    "Opposite.low": "For somebody who mostly rates low: when did it go well? An odd number.",
    "FollowUps.low": "After a low rating. An odd number.",
    "FollowUps.high": "After a 5. An odd number.",
    "FollowUps.no-occasion": "After three sittings running without an occasion. An odd number.",
    "FollowUps.empty": "After a rating without an example. An odd number.",
}

KEYS: Final = {"rubric": _RUBRIC, "prompts": _PROMPTS}
"""By kind of file; a key of a part carries the part's name before it."""


FileKind = Literal["rubric", "prompts"]

SCHEMA_LINE: Final = "# yaml-language-server: $schema=../schemas/{kind}.json"
"""The first line of a file, by which editors find the schema that lies beside the folder."""

_MODELS: Final[dict[FileKind, type[Part]]] = {"rubric": Rubric, "prompts": PromptBank}
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
        key: {**_as_typed(node), "description": KEYS[kind][prefix + key]}
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
