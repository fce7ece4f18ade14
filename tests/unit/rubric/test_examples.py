"""Examples stand for their behaviour without its name: a reader finds it by what they tell."""

from __future__ import annotations

import re

import pytest

from learnlead import shipped
from learnlead.rubric.lint.english import grade
from learnlead.rubric.model import Rubric
from learnlead.rubric.reader import read_rubric

SMALL = frozenset(("from", "that", "their", "those", "what", "when", "with", "behind", "before"))
NAMES = sorted(
    file.name for file in shipped.folder("rubrics").glob("*.yaml") if file.name.count(".") == 1
)


def rubric_called(name: str) -> Rubric:
    rubric, _ = read_rubric((shipped.folder("rubrics") / name).read_text("utf-8"), name)
    assert rubric is not None
    return rubric


def stems(text: str) -> set[str]:
    """The beginnings of its words of meaning."""
    words = re.findall(r"[a-z]{4,}", text.lower())
    return {word[:5] for word in words if word not in SMALL}


@pytest.mark.parametrize("name", NAMES)
def test_no_example_has_a_word_of_its_behaviours_name(name: str) -> None:
    shared = {
        (behaviour.id, value): same
        for behaviour in rubric_called(name).behaviours
        for value, text in behaviour.anchors.items()
        if (same := stems(behaviour.name) & stems(text))
    }
    assert shared == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_rubric_is_read_after_six_years_at_school_and_no_screen_needs_nine(name: str) -> None:
    rubric = rubric_called(name)
    sentences = [behaviour.sentence for behaviour in rubric.behaviours]
    examples = [text for behaviour in rubric.behaviours for text in behaviour.anchors.values()]
    asked = [question.ask for question in rubric.questions]
    assert grade("\n".join([*sentences, *examples, *asked])) <= 6
    screens = ["\n".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    assert [screen for screen in [*screens, *asked] if grade(screen) > 9] == []
