"""docs/rubrics.md tells every key, and its examples pass the check that it tells about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.kit import CORE
from learnlead.rubric.reader import read_bank, read_rubric
from learnlead.rubric.schema import file_schema
from reference import KEYS, RUBRICS, rubric_keys
from running import run

PAGE = RUBRICS.read_text(encoding="utf-8")
HEAD = """\
learnlead-rubric: 1
id: my-rubric
version: 1
title: Mine
scale: {kind: frequency, labels: [never, rarely, half the time, mostly, every time]}
"""


def test_the_keys_are_those_of_the_program() -> None:
    """After a change, `make reference` writes them anew."""
    assert PAGE.endswith(rubric_keys())
    assert PAGE.count(KEYS) == 1


def chosen() -> Iterator[tuple[str, str]]:
    """The keys of a rubric that take one of a few words, each with those words."""
    schema = file_schema("rubric")
    parts = {f"{name.lower()}s: ": part for name, part in schema["$defs"].items()}
    parts["scale: "] = parts.pop("scales: ")
    for prefix, part in {"": schema, **parts}.items():
        for key, node in part["properties"].items():
            for word in node.get("enum", ()):
                yield prefix + key, word


def test_every_word_that_can_be_chosen_is_told_under_its_key() -> None:
    problems: list[tuple[str, str]] = []
    section = PAGE.partition("## What can be chosen\n")[2].partition("\n## ")[0]
    for key, word in re.findall(
        r"^\| (?:`([a-z: ]+)` )?\| `([a-z]+)` \| \S", section, re.MULTILINE
    ):
        problems.append((key or problems[-1][0], word))
    assert sorted(problems) == sorted(chosen())
    assert {"rhythm", "depth", "behaviours: opportunity", "questions: kind"} <= dict(
        problems
    ).keys()


def test_its_examples_pass_without_a_warning() -> None:
    item, bank = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    rubric, problems = read_rubric(HEAD + item, "f", craft=True)
    assert (rubric is None, problems) == (False, [])
    assert read_bank(bank, "f", rubric, craft=True)[1] == []


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`learnlead ([a-z ]+)", PAGE))))
def test_its_commands_are_there(workspace: Path, command: str) -> None:
    assert run(*command.split(), "--help").code == 0


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        assert (RUBRICS.parent / target).exists(), target
    assert CORE in PAGE
