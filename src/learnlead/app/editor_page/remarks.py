"""The program's own lines on a page in an editor: questions and problems.

Both are HTML comments that begin a line, `<!-- ? … -->` and `<!-- ! … -->`. An answer never
begins a line like that: on a page a `<` there has a backslash before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from learnlead.errors import Problem, spoken_problem

_WORDS = (
    r"(?:(?!--|\n[ \t]*\n).)*"  # an editor may have broken its line, but no blank line is in it
)
_QUESTION = re.compile(rf"^[ \t]*<!-- \? {_WORDS}-->[ \t]*", re.MULTILINE | re.DOTALL)
_TROUBLE = re.compile(r"^[ \t]*<!-- ! .*-->[ \t]*\n?", re.MULTILINE)
_BROKEN = re.compile(r"^[ \t]*<!-- [?!] .*", re.MULTILINE)


def one_line(text: str) -> str:
    """The words on one line, with nothing in them that a comment could end at."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def question(text: str) -> str:
    """A line that asks or explains."""
    return f"<!-- ? {re.sub('--+', '–', one_line(text))} -->"


def without_questions(text: str) -> tuple[str, list[Problem]]:
    """The text with the same lines, those of the program's questions blank.

    What was written behind a question on its line stays. A question without its end is a
    problem, since the start of the answer is unknown.
    """
    bare = _QUESTION.sub(lambda match: "\n" * match[0].count("\n"), text)
    remedy = "end it with --> on its line, or take the line out"
    problems = [
        Problem("a question whose end is lost", remedy, line=bare.count("\n", 0, at.start()) + 1)
        for at in _BROKEN.finditer(bare)
    ]
    return _BROKEN.sub("", bare), problems


def first_of_each_line(problems: Iterable[Problem]) -> list[Problem]:
    """The first problem of each line: what follows on the same one mostly follows from it."""
    by_line: dict[int | None, Problem] = {}
    for problem in problems:
        by_line.setdefault(problem.line, problem)
    return list(by_line.values())


def with_problems(text: str, problems: Iterable[Problem]) -> str:
    """The text with each problem, as it is spoken, on a line above the line where it is."""
    lines = text.split("\n")
    for problem in sorted(problems, key=lambda problem: problem.line or 1, reverse=True):
        remedy = f" ({spoken_problem(problem.remedy)})" if problem.remedy else ""
        above = min(problem.line or 1, len(lines)) - 1
        lines.insert(above, f"<!-- ! {one_line(spoken_problem(problem.message) + remedy)} -->")
    return "\n".join(lines)


def without_problems(text: str) -> str:
    """The text that `with_problems` was given, with whatever was changed since."""
    return _TROUBLE.sub("", text)
