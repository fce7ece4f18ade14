"""Wrong types everywhere: any place of a sound file replaced by anything else."""

from __future__ import annotations

import copy
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from learnlead.errors import Problem
from learnlead.rubric.model import Rubric
from learnlead.rubric.prompts import PromptBank
from learnlead.rubric.reader import read_bank, read_rubric
from sizes import examples

pytestmark = pytest.mark.core

ROOT = Path(__file__).parents[3]
SOUND = yaml.safe_load((ROOT / "rubrics" / "learning-leader.yaml").read_text("utf-8"))
SOUND_BANK = yaml.safe_load((ROOT / "prompts" / "learning-leader.yaml").read_text("utf-8"))

Path_ = tuple[Any, ...]
WORDS = ("no", "yes", "~", "null", ".nan", ".inf", "1e400", "0x1F", "12:30:45", "2026-11-20", "1_0")
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(WORDS)
    | st.text(st.characters(codec="utf-8"), max_size=8)
)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def places(node: Any, path: Path_ = ()) -> Iterator[Path_]:
    yield path
    if isinstance(node, dict | list):
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from places(inner, (*path, key))


def replaced(node: Any, path: Path_, value: Any) -> Any:
    if not path:
        return value
    node = copy.deepcopy(node)
    inner = node
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return node


def assert_told(text: str, good: Rubric | PromptBank | None, problems: list[Problem]) -> None:
    """One problem at least where nothing came back, each with its line, on one line."""
    assert (good is None) == any(p.severity == "error" for p in problems)
    assert len(problems) <= 201
    for problem in problems:
        assert problem.line is not None
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.remedy
        assert "\n" not in str(problem)
        assert len(str(problem)) < 500


@settings(deadline=None, max_examples=examples(100))
@given(st.sampled_from(list(places(SOUND))), anything, st.booleans())
@example(("behaviours", 0, "anchors"), {"1": {"1": "x"}}, True)
@example(("scale", "labels"), "never", False)
@example(("version",), 10**400, True)
def test_a_rubric_with_anything_anywhere(path: Path_, value: Any, as_json: bool) -> None:
    wrong = replaced(SOUND, path, value)
    text = json.dumps(wrong) if as_json else yaml.safe_dump(wrong, allow_unicode=True)
    for craft in (False, True):
        rubric, problems = read_rubric(text, "f", craft=craft)
        assert_told(text, rubric, problems)


@settings(deadline=None, max_examples=examples(100))
@given(st.sampled_from(list(places(SOUND_BANK))), anything)
def test_a_bank_with_anything_anywhere(path: Path_, value: Any) -> None:
    rubric = Rubric.model_validate(SOUND)
    text = yaml.safe_dump(replaced(SOUND_BANK, path, value), allow_unicode=True)
    bank, problems = read_bank(text, "f", rubric, craft=True)
    assert_told(text, bank, problems)


@settings(deadline=None, max_examples=examples(100))
@given(st.text())
def test_any_text_behind_the_first_key(text: str) -> None:
    for head, read in (("rubric", read_rubric), ("prompts", read_bank)):
        whole = f"learnlead-{head}: 1\n{text}"
        good, problems = read(whole, "f")
        assert_told(whole, good, problems)


HEAD = "learnlead-rubric: 1\n"
HUGE = {
    "10 MB of brackets": "[" * 10_000_000,
    "10 MB of behaviours": "behaviours:\n" + "  - {id: a}\n" * 900_000,
    "nesting under a key": "notes: " + "[" * 100_000,
    "nested mappings": "".join(" " * n + "a:\n" for n in range(1_000)),
    "a title of 900 kB": "title: " + "a" * 900_000,
    "a `when` of 400,000 words": "behaviours:\n- {id: a, name: b, i: c, when: "
    + "and " * 200_000
    + "}",
    "an alias in an alias": "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n" * 10_000,
    "an object": "title: !!python/object/apply:os.system [false]\n",
    "5,000 unknown keys": "".join(f"key{n}: 1\n" for n in range(5_000)),
    "5,000 numbers for ids": "behaviours:\n" + "- id: 1\n" * 5_000,
    "a mark before it": "\ufeff\ufeff" + "version: 1\n",
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_huge_and_hostile_files_are_told_in_little_memory(text: str) -> None:
    text = HEAD + text
    tracemalloc.start()
    try:
        rubric, problems = read_rubric(text, "f", craft=True)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert rubric is None
    assert_told(text, rubric, problems)
    assert peak < 100_000_000


@pytest.mark.parametrize(("times", "is_sound"), [(990, True), (40_000, False)])
def test_a_file_with_very_long_words_is_checked_and_sound_up_to_the_limit(
    times: int, is_sound: bool
) -> None:
    wrong = replaced(SOUND, ("behaviours", 0, "i"), "I " + "asked and " * times + "left.")
    text = yaml.safe_dump(wrong, width=100)
    rubric, problems = read_rubric(text, "f", craft=True)
    assert (rubric is not None) == is_sound
    assert_told(text, rubric, problems)
