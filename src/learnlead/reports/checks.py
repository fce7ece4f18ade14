"""Results of checks: a line a problem, as compilers print them, and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from learnlead.errors import Problem
from learnlead.reports.attributes import attributes, problem_json
from learnlead.reports.words import counted
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

    `what` is the noun for one file; `others` counts files that were not checked.
    """

    what: str
    files: int
    others: int = 0


def check_lines(checked: FileCheckResult) -> list[str]:
    """A line for each problem, and a summary with the counts."""
    warnings = len(checked.problems) - checked.errors
    parts = [counted(checked.files, checked.what), counted(checked.errors, "error")]
    if warnings:
        parts.append(counted(warnings, "warning"))
    if checked.others:
        parts.append(f"{counted(checked.others, 'other file')} left alone")
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
