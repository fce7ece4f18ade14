"""The result of `doctor`: facts and problems, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnlead.reports.attributes import problem_json
from learnlead.reports.checks import CheckResult
from learnlead.reports.words import counted


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about the workspace; it contains no answer of a sitting.

    Attributes:
        key: its key in the JSON; with blanks it stands before the words.
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


def examination_lines(examined: Examination) -> Iterator[str]:
    """A line a fact, then a line a problem with what mends it."""
    width = max(len(fact.key) for fact in examined.facts)
    for fact in examined.facts:
        yield f"{fact.key.replace('_', ' '):{width}}  {fact.words}"
    yield ""
    for problem in examined.problems:
        yield str(problem)
    wrong = "Nothing is wrong"
    if examined.errors:
        wrong = f"{counted(examined.errors, 'thing is', 'things are')} wrong"
    warnings = len(examined.problems) - examined.errors
    yield f"{wrong}, {counted(warnings, 'warning')}." if warnings else f"{wrong}."


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
