"""A translation asks the same as its original: ids, order, opportunities, version."""

from __future__ import annotations

from typing import Any

import pytest

from learnlead.errors import Problem
from learnlead.rubric.lint.translations import against_original, bank_against_original
from learnlead.rubric.model import Rubric
from learnlead.rubric.prompts import PromptBank


def rubric(**changes: Any) -> Rubric:
    """Two behaviours, a relationship and a question, changed by `place__key=value`."""
    data: dict[str, Any] = {
        "learnlead-rubric": 1,
        "id": "mine",
        "version": 2,
        "title": "Mine",
        "scale": {"kind": "frequency", "labels": ["a", "b", "c", "d", "e"]},
        "relationships": [{"id": "up", "name": "Up", "sentence": "I led up"}],
        "behaviours": [
            {
                "id": "ask",
                "name": "Ask",
                "when": "When I met",
                "i": "I asked.",
                "opportunity": "met",
                "relationship": "up",
                "anchors": {1: "x", 5: "y"},
            },
            {"id": "wait", "name": "Wait", "when": "When", "i": "I did.", "opportunity": "made"},
        ],
        "questions": [{"id": "keep", "ask": "What?", "kind": "choice", "options": ["p", "q"]}],
    }
    for path, value in changes.items():
        *places, key = path.split("__")
        there: Any = data
        for place in places:
            there = there[int(place) if place.isdecimal() else place]
        there[int(key) if key.isdecimal() else key] = value
    return Rubric.model_validate(data)


def found(**changes: Any) -> list[Problem]:
    return against_original(rubric(**changes), rubric(), "mine.de.yaml", lambda _: 7)


def test_other_words_are_what_a_translation_is() -> None:
    words = {
        "title": "Meins",
        "behaviours__0__name": "Fragen",
        "behaviours__0__i": "habe ich.",
        "behaviours__1__i": "tat ich.",
        "relationships__0__sentence": "nach oben",
        "questions__0__ask": "Was?",
    }
    assert found(**words, scale__labels=["v", "w", "x", "y", "z"], language="de") == []
    (problem,) = found(**{**words, "questions__0__ask": "What?"}, language="de")
    assert problem.severity == "warning"
    assert "keep still has the words of the original, 'What?'" in problem.message
    (problem,) = found(language="de")
    assert "ask still has the words of the original, 'I asked.', and 3 more" in problem.message


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"behaviours__1__id": "stay"}, "'wait' of the original's behaviours is missing"),
        ({"behaviours__1__id": "stay"}, "the original has no 'stay' among its behaviours"),
        ({"behaviours__0__opportunity": "made"}, "the opportunity of ask"),
        ({"behaviours__0__relationship": "all"}, "the relationship of ask"),
        ({"behaviours__0__when": None}, "ask has a 'when' in one of the two languages only"),
        ({"behaviours": [dict(one) for one in reversed(rubric().behaviours)]}, "order"),
        ({"questions__0__options": ["p"]}, "keep has 1 options, the original 2"),
        ({"questions__0__kind": "list"}, "keep is of another kind"),
        ({"scale__kind": "agreement"}, "the scale is of another kind"),
        ({"rhythm": "monthly"}, "'rhythm' is not that of the original"),
        ({"comparable-with": [1]}, "'comparable-with' is not that of the original"),
        ({"version": 3}, "this translation is of version 3, the original of version 2"),
    ],
)
def test_what_would_mean_something_else_is_an_error(changes: dict[str, Any], message: str) -> None:
    problems = found(**changes)
    assert any(message in one.message for one in problems), problems
    assert all(one.severity == "error" and one.line == 7 and one.remedy for one in problems)


def test_a_missing_example_is_a_warning() -> None:
    (problem,) = found(behaviours__0__anchors={1: "x"})
    assert (problem.severity, problem.message) == ("warning", "ask has no example at 5")


def test_a_translation_of_an_older_version_gets_one_warning_whatever_else_differs() -> None:
    (problem,) = found(version=1, behaviours__1__id="stay")
    assert problem.severity == "warning"
    assert problem.message.endswith("version 1; the original has become version 2")
    assert problem.remedy.endswith("'version: 2'")


def test_a_bank_names_the_steps_that_it_leaves_in_plain_words() -> None:
    def bank(**steps: Any) -> PromptBank:
        return PromptBank.model_validate({"learnlead-prompts": 1, "rubric": "mine", **steps})

    original = bank(insight=["One?"], cue=["Two?"], **{"look-back": ["Three?"]})
    problems = list(bank_against_original(bank(cue=["Zwei?"]), original, "x", lambda _: 2))
    assert [one.message.split("'")[1] for one in problems] == ["look-back", "insight"]
    assert {one.severity for one in problems} == {"warning"}
    assert list(bank_against_original(original, bank(), "x", lambda _: 2)) == []
