"""The result of `doctor`: facts and problems, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnlead.i18n.words import Words
from learnlead.reports.attributes import problem_json
from learnlead.reports.checks import CheckResult


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about the workspace; it contains no answer of a sitting.

    Attributes:
        key: its key in the JSON; its name stands before the words.
        words: for people.
        value: for programs.
    """

    key: str
    words: str
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination(CheckResult):
    """All facts and problems."""

    facts: Sequence[Fact]


def examination_lines(examined: Examination, words: Words) -> Iterator[str]:
    """A line a fact, then a line a problem with what mends it."""
    names = {fact.key: words(f"examined.{fact.key}") for fact in examined.facts}
    width = max(map(len, names.values()))
    for fact in examined.facts:
        yield f"{names[fact.key]:{width}}  {fact.words}"
    yield ""
    for problem in examined.problems:
        yield str(problem)
    number = len(examined.problems) - examined.errors
    warnings = words.counted(number, "some.warnings")
    wrong = words.counted(examined.errors, "examined.wrong")
    if examined.errors:
        key = "examined.wrong-but" if number else "examined.wrong-alone"
        yield words(key, wrong=wrong, warnings=warnings)
    else:
        yield words("examined.fine-but" if number else "examined.fine", warnings=warnings)


def examination_json(examined: Examination) -> dict[str, object]:
    """The same for programs."""
    return {
        "schema": "learnlead/doctor/1",
        **{fact.key: fact.value for fact in examined.facts},
        "errors": examined.errors,
        "problems": [
            {**problem_json(problem), "severity": problem.severity} for problem in examined.problems
        ],
    }
