"""The program's own lines on a page in an editor come and go without a trace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_reflection import lines, texts
from learnlead.app.editor_page.remarks import (
    question,
    with_problems,
    without_problems,
    without_questions,
)
from learnlead.errors import Problem
from learnlead.i18n.spoken import speak
from learnlead.page.markers import escape_text

_PAGES = st.lists(texts().map(escape_text), min_size=1, max_size=5).map("\n\n".join)


@given(_PAGES, st.lists(st.tuples(lines(), lines(), st.integers(1, 9)), max_size=3))
def test_problems_go_as_they_came(page: str, problems_found: list[tuple[str, str, int]]) -> None:
    problems = [Problem(message, remedy, line=line) for message, remedy, line in problems_found]
    assert without_problems(with_problems(page, problems)) == page


@given(_PAGES, lines())
def test_questions_leave_the_lines_where_they_are(page: str, words: str) -> None:
    bare, problems = without_questions(f"{question(words)}\n{page}\n{question(words)}")
    assert bare == f"\n{page}\n"
    assert problems == []


def test_a_problem_stands_above_its_line_with_its_remedy() -> None:
    problems = [
        Problem("no rating", "write 1 to 5", line=3),
        Problem("odd", line=2),
        Problem("all of it"),
    ]
    assert with_problems("a\nb\nc", problems).split("\n") == [
        "<!-- ! all of it -->",
        "a",
        "<!-- ! odd -->",
        "b",
        "<!-- ! no rating (write 1 to 5) -->",
        "c",
    ]


@pytest.mark.parametrize(
    ("page", "bare"),
    [
        ("<!-- ? How? --> Well.", "Well."),
        ("  <!-- ? How? -->\nWell.", "\nWell."),
        ("<!-- ? A question that\nan editor broke. -->\nWell.", "\n\nWell."),
        ("Well. <!-- ? How? -->", "Well. <!-- ? How? -->"),
        ("\\<!-- ? How? -->", "\\<!-- ? How? -->"),
        ("<!-- mine -->", "<!-- mine -->"),
    ],
)
def test_only_a_question_that_begins_a_line_is_taken_out(page: str, bare: str) -> None:
    assert without_questions(page) == (bare, [])


def test_a_question_that_lost_its_end_takes_nothing_with_it() -> None:
    bare, problems = without_questions("a\n<!-- ? How?\n\nWell.\n<!-- ? Why? -->\nSo.")
    assert bare.split("\n") == ["a", "", "", "Well.", "", "So."]
    assert [problem.line for problem in problems] == [2]


def test_words_that_would_end_a_comment_do_not() -> None:
    assert without_questions(question("a --> b <!-- c\u2028d\n")) == ("", [])


def test_a_problem_stands_there_in_the_language_that_is_spoken() -> None:
    problem = Problem("these are more minutes than a day has", "write fewer, or none", line=1)
    speak(lambda: "de")
    try:
        text = with_problems("x", [problem])
    finally:
        speak(None)
    assert text.split("\n")[0] == (
        "<!-- ! das sind mehr Minuten, als ein Tag hat (schreib weniger, oder keine) -->"
    )
    assert without_problems(text) == "x"
