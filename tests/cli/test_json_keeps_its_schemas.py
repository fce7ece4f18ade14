"""Everything that answers answers as JSON too, as its shipped schema says and no more."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from typer.main import get_command

from cli.kit import CONTRACT, CORE, MONTHLY, PLAN, by_hand, held
from learnlead.cli.app import app
from running import run

ANSWERS: dict[tuple[str, ...], str] = {
    (): "standing",
    ("--show",): "standing",
    ("due",): "due",
    ("remind",): "remind",
    ("remind", "--test", "--show"): "remind",
    ("doctor",): "doctor",
    ("ask",): "ask",
    ("shared",): "shared",
    ("export", "--dry-run"): "export",
    ("remind", "status"): "remind-status",
    ("trends",): "trends",
    ("trends", "--from", "2027-01-01"): "trends",
    ("trends", "--by", "month"): "trends",
    ("trends", "--why", "own-answers"): "why",
    ("trends", "--why", "overall"): "why",
    ("trends", "--why", "focus"): "why",
    ("trends", "--proof", "overall"): "why",
    ("trends", "--compare", "2026-Q3", "2026-Q4"): "compare",
    ("journal", "list"): "journal-list",
    ("journal", "check"): "journal-check",
    ("read",): "read",
    ("read", "2026"): "year",
    ("search", "three questions"): "search",
    ("journal", "forget", "report A", "--dry-run"): "journal-forget",
    ("read", "2025"): "year",
    ("note", "list"): "notes",
    ("plan",): "plans",
    ("focus",): "focus",
    ("rubric",): "rubric-list",
    ("plan", "list"): "plans",
    ("plan", "list", "--all"): "plans",
    ("focus", "show"): "focus",
    ("away",): "away",
    ("away", "2026-12-21", "2027-01-03"): "away",
    ("rubric", "list"): "rubric-list",
    ("rubric", "show"): "rubric",
    ("rubric", "show", "conversations"): "rubric",
    ("rubric", "check"): "rubric-check",
    ("rubric", "diff", "learning-leader", "conversations"): "rubric-diff",
    ("rubric", "diff", "shipped:learning-leader", "learning-leader"): "rubric-diff",
}


SECOND = {"trends", "why"}
"""The answers whose schema is at its second version; all others are at their first."""


def version_of(name: str) -> int:
    return 2 if name in SECOND else 1


def schema_of(name: str) -> Any:
    """The shipped schema."""
    shipped = files("learnlead.reports") / "schemas" / f"{name}-{version_of(name)}.json"
    return json.loads(shipped.read_text(encoding="utf-8"))


def strict(schema: Any, *, shared: bool = False) -> Any:
    """The schema with every key that it does not name refused.

    What stands under `$defs` and `allOf` is a part of larger objects, and those refuse.
    """
    if isinstance(schema, list):
        return [strict(item, shared=shared) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed: dict[str, Any] = {}
    for key, inside in schema.items():
        if key in ("$defs", "properties"):
            closed[key] = {n: strict(item, shared=key == "$defs") for n, item in inside.items()}
        else:
            closed[key] = strict(inside, shared=key == "allOf")
    keys = {"additionalProperties", "unevaluatedProperties"} & schema.keys()
    if not shared and not keys and {"$ref", "properties", "allOf"} & schema.keys():
        closed["unevaluatedProperties"] = False
    return closed


def check(name: str, answer: object) -> None:
    """The answer keeps its schema, and the schema tells every key of it."""
    validator_of(name).validate(answer)


@cache
def validator_of(name: str) -> Any:
    """Of the schema, with every key refused that it does not name."""
    schema = strict(schema_of(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def empty(_: Path) -> None:
    """A workspace just made."""


def lived_in(workspace: Path) -> None:
    """Pages of every kind."""
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    for week in range(14):
        day = f"2026-{week // 4 + 7:02}-{week % 4 * 7 + 1:02}"
        by_hand(day, {"own-answers": week % 5 + 1, "accessible": "none made"}, focus="own-answers")
    held(f"date: 2026-11-13\n{PLAN}")
    held(CONTRACT)
    held("rubric: conversations\nratings: {asking: 3}\n")
    run("focus", "set", "accessible", "--notice", "the door is open")
    run("note", "-", stdin="Kim asked why\n")


def broken(workspace: Path) -> None:
    """Pages, rubrics and settings with something wrong in each."""
    lived_in(workspace)
    by_hand("2026-11-12", {"own-answers": 9}, rubric_version=7)
    by_hand("2027-11-12", {"own-answers": 3}, rubric="unheard-of")
    Path("journals/2026-11-11.md").write_bytes(b"\xff")
    Path("journals/2026-11-10.md").mkdir()
    (workspace / "rubrics" / "wrong.yaml").write_text("learnlead-rubric: 1\n", encoding="utf-8")
    (workspace / "rubrics" / f"{CORE}.de.yaml").write_text("nothing\n", encoding="utf-8")
    (workspace / "learnlead.yaml").write_text(f"rubric: [{CORE}, wrong]\nfoo: 1\n")


@pytest.mark.parametrize("state", [empty, lived_in, broken])
def test_every_answer_keeps_its_schema(workspace: Path, state: Callable[[Path], None]) -> None:
    state(workspace)
    for command, name in ANSWERS.items():
        if state is empty and "conversations" in command:
            continue
        ran = run(*command, "--json")
        if ran.stdout:
            answer = json.loads(ran.stdout)
            assert answer["schema"] == f"learnlead/{name}/{version_of(name)}"
            check(name, answer)
        else:
            assert state is empty
            nothing = {("read",), ("ask",), ("trends", "--why", "focus")}
            assert command in nothing, "there is nothing to answer with"


def test_with_a_workspace_or_without_one_due_keeps_its_schema(tmp_path: Path) -> None:
    check("due", json.loads(run("due", "--json").stdout))


def test_every_schema_says_its_name() -> None:
    shipped = [path.name for path in (files("learnlead.reports") / "schemas").iterdir()]
    assert {f"{name}-{version_of(name)}.json" for name in ANSWERS.values()} <= set(shipped)
    for file in shipped:
        name, version = file.removesuffix(".json").rsplit("-", 1)
        shipped_file = files("learnlead.reports") / "schemas" / file
        schema = json.loads(shipped_file.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        expected = f"learnlead/{name}/{version}"
        assert schema["$id"] == schema["properties"]["schema"]["const"] == expected
        assert "schema" in schema["required"]
        assert schema["title"]


def test_whatever_answers_as_json_does_so_into_a_file_too() -> None:
    root: Any = get_command(app)
    for arguments in ANSWERS:
        command = root
        for word in arguments:
            command = getattr(command, "commands", {}).get(word, command)
        options = {option for param in command.params for option in param.opts}
        assert {"--json", "--output"} <= options, arguments
