"""docs/rubrics.md tells every key, and its examples pass the check that it tells about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.kit import CORE
from learnlead.rubric.reading import read_bank, read_rubric
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
