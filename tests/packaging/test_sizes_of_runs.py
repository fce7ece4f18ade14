"""`make test` is quick; what it leaves out is in `make test-all`, which a change has to pass."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sizes
import slow

HOUSE = Path(__file__).parents[2]
MAKEFILE = (HOUSE / "Makefile").read_text(encoding="utf-8")


def recipe(target: str) -> str:
    found = re.search(rf"^{target}:(.*\n(?:\t.*\n)*)", MAKEFILE, re.MULTILINE)
    assert found is not None
    return found[1]


def test_both_begin_with_the_same_checks() -> None:
    assert recipe("test").startswith(" lint\n")
    assert recipe("test-all").startswith(" lint\n")
    for check in ("ruff check", "ruff format --check", "mypy", "lint-imports"):
        assert f".venv/bin/{check}\n" in recipe("lint")


def test_all_leaves_out_nothing_but_what_needs_debian() -> None:
    assert "LEARNLEAD_TESTS=all " in recipe("test-all")
    assert " -m 'not system' " in recipe("test-all")
    assert " -m 'not system and not slow' " in recipe("test")


def test_a_change_has_to_pass_all() -> None:
    lines = (HOUSE / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("make")] == [
        "make test-all",
        "make test-system",
    ]


@pytest.mark.parametrize("part", slow.PARTS)
def test_what_is_named_as_slow_or_quick_is_there(part: str) -> None:
    path, _, name = part.partition("::")
    text = (HOUSE / path).read_text(encoding="utf-8")
    assert re.search(rf"^ *(?:def|class) {name or 'test_'}", text, re.MULTILINE)


@pytest.mark.parametrize(("count", "quick"), [(500, 50), (150, 15), (60, 10), (4, 4)])
def test_few_examples_are_a_tenth_and_at_least_ten(
    monkeypatch: pytest.MonkeyPatch, count: int, quick: int
) -> None:
    monkeypatch.setattr(sizes, "FULL", True)
    assert sizes.examples(count) == count
    monkeypatch.setattr(sizes, "FULL", False)
    assert sizes.examples(count) == quick


def test_thinned_cases_are_all_there_and_the_first_of_each_step_is_quick() -> None:
    cases = sizes.thinned(["a", ("b", 1), "c", "d"], 2)
    assert [case.values for case in cases] == [("a",), ("b", 1), ("c",), ("d",)]
    assert [bool(case.marks) for case in cases] == [False, True, False, True]


def literal_counts(path: Path) -> Iterator[int]:
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)) if "max_examples" in text else ():
        if (
            isinstance(node, ast.keyword)
            and node.arg == "max_examples"
            and isinstance(node.value, ast.Constant)
        ):
            yield node.value.lineno


def test_no_number_of_examples_is_the_same_in_both() -> None:
    literal = {
        str(path.relative_to(HOUSE)): list(literal_counts(path))
        for path in sorted((HOUSE / "tests").rglob("*.py"))
    }
    assert {name: lines for name, lines in literal.items() if lines} == {}
