from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft7Validator

from learnlead.adapters.disk.rubrics.writing import schema_text
from learnlead.rubric.schema import SCHEMA_LINE, FileKind, file_schema

pytestmark = pytest.mark.core

ROOT = Path(__file__).parents[3]
WRONG = ROOT / "tests" / "cli" / "wrong_rubrics"
FOLDERS: dict[FileKind, str] = {"rubric": "rubrics", "prompts": "prompts"}
SHIPPED = [
    (k, path) for k, name in FOLDERS.items() for path in sorted((ROOT / name).glob("*.yaml"))
]


def as_an_editor_reads(path: Path) -> Any:
    """Keys of JSON are texts, and a date is written as one."""
    return json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))


def faults(kind: FileKind, path: Path) -> list[str]:
    validator = Draft7Validator(file_schema(kind))
    return [error.json_path for error in validator.iter_errors(as_an_editor_reads(path))]


@pytest.mark.parametrize("kind", get_args(FileKind))
def test_the_files_are_those_of_the_models(kind: FileKind) -> None:
    """After a change of a model, `make reference` writes them anew."""
    assert (ROOT / "schemas" / f"{kind}.json").read_text("utf-8") == schema_text(kind)
    Draft7Validator.check_schema(file_schema(kind))


@pytest.mark.parametrize("kind", get_args(FileKind))
def test_each_key_is_told_in_a_few_words(kind: FileKind) -> None:
    schema = file_schema(kind)
    for part in (schema, *schema["$defs"].values()):
        for key, node in part["properties"].items():
            assert node["description"].endswith((".", "learn")), key


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=lambda p: getattr(p, "name", p))
def test_a_shipped_file_names_its_schema_and_fits_it(kind: FileKind, path: Path) -> None:
    line = path.read_text("utf-8").partition("\n")[0]
    assert line == SCHEMA_LINE.format(kind=kind)
    assert (path.parent / line.partition("$schema=")[2]).resolve().is_file()
    assert faults(kind, path) == []


@pytest.mark.parametrize(
    ("kind", "name", "some"),
    [
        ("rubric", "rubrics/keys.yaml", {"$", "$.version", "$.rhythm", "$.scale.labels"}),
        ("rubric", "rubrics/types.yaml", {"$.id", "$.behaviours", "$.scale", "$.questions[0]"}),
        ("rubric", "rubrics/asks-nothing.yaml", {"$"}),
        ("prompts", "prompts/learning-culture.yaml", {"$", "$.opening", "$.evidence.trust"}),
    ],
)
def test_an_editor_marks_what_the_check_refuses(kind: FileKind, name: str, some: set[str]) -> None:
    assert some <= set(faults(kind, WRONG / name))


def test_an_editor_lets_words_of_yaml_be_texts() -> None:
    found = faults("rubric", WRONG / "rubrics" / "words-of-yaml.yaml")
    assert all("labels" not in path and "name" not in path for path in found)
