"""Results of checks: a line a problem, as compilers print them, and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from learnlead.errors import Problem
from learnlead.i18n.words import Words
from learnlead.reports.attributes import attributes, problem_json
from learnlead.text.clean import harmless


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The problems that a check found."""

    problems: Sequence[Problem]

    @property
    def errors(self) -> int:
        """Number of errors; warnings never change the exit code."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def exit_code(self) -> int:
        """1 if there are errors, else 0."""
        return 1 if self.errors else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCheckResult(CheckResult):
    """The result of checking files.

    `what` is what a file is; `others` counts files that were not checked.
    """

    what: Literal["pages", "files"]
    files: int
    others: int = 0


def check_lines(checked: FileCheckResult, words: Words) -> list[str]:
    """A line for each problem, and a summary with the counts."""
    warnings = len(checked.problems) - checked.errors
    parts = [
        words.counted(checked.files, f"some.{checked.what}"),
        words.counted(checked.errors, "some.errors"),
    ]
    if warnings:
        parts.append(words.counted(warnings, "some.warnings"))
    if checked.others:
        files = words.counted(checked.others, "some.other-files")
        parts.append(words("checked.left-alone", files=files))
    lines = (harmless(str(problem), breaks=False) for problem in checked.problems)
    return [*lines, ", ".join(parts)]


def check_json(checked: FileCheckResult, name: str) -> dict[str, object]:
    """The result as JSON; `name` is that of the schema."""
    return {
        "schema": f"learnlead/{name}/1",
        **attributes(checked, "files", "others", "errors"),
        "problems": [
            {**problem_json(problem), "severity": problem.severity} for problem in checked.problems
        ],
    }
