"""A problem is one line that says what, where, and what to do; an error owns its exit code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.errors import AnswerIsNo, Interrupted, LearnleadError, MachineFailed, Problem


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("no plan is open"), "no plan is open"),
        (Problem("not a number", "write 1 to 5"), "not a number (write 1 to 5)"),
        (Problem("not a number", file="a.md", line=7), "a.md:7: not a number"),
        (Problem("unreadable", file="a.md"), "a.md: unreadable"),
        (Problem("unknown key", line=3), "line 3: unknown key"),
        (
            Problem("unknown key", "remove it", "a.yaml", 3, "warning"),
            "a.yaml:3: warning: unknown key (remove it)",
        ),
    ],
)
def test_problem_reads_as_one_line(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_error_says_every_problem_on_a_line_of_its_own() -> None:
    error = LearnleadError(Problem("one", file="a"), "two")
    assert str(error) == "a: one\ntwo"


@given(st.lists(st.text(min_size=1)))
def test_words_and_problems_are_the_same_to_an_error(words: list[str]) -> None:
    assert LearnleadError(*words).problems == LearnleadError(*map(Problem, words)).problems


@pytest.mark.parametrize(
    ("error", "code"),
    [(LearnleadError, 2), (AnswerIsNo, 1), (MachineFailed, 3), (Interrupted, 130)],
)
def test_exit_codes(error: type[LearnleadError], code: int) -> None:
    assert error("no").exit_code == code
    assert issubclass(error, LearnleadError)
