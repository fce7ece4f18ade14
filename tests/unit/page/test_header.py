from __future__ import annotations

from datetime import date

import pytest

from learnlead.errors import Problem
from learnlead.page.page import Page, parse

LEAST = "learnlead: 1\ndate: 2026-11-20\nrubric: learning-leader\n"


def read(front: str) -> tuple[Page | None, list[Problem]]:
    return parse(f"---\n{front}---\n", "page.md")


def test_every_field_is_typed() -> None:
    page, problems = read(
        LEAST + "kind: reflection\nrubric-version: 2\ndepth: full\nfocus: own-answers\n"
        "focus-notice: 'no'\nrelationships: []\nminutes: 00\nwritten: 2026-11-22\n"
        "tags: [learnlead, mine]\nmood: 12:30\n"
    )
    assert problems == []
    assert page is not None
    reflection = page.reflection
    assert reflection.rubric_version == 2
    assert reflection.depth == "full"
    assert reflection.focus == "own-answers"
    assert reflection.focus_notice == "no"
    assert reflection.relationships == ()
    assert reflection.minutes == 0
    assert reflection.written == date(2026, 11, 22)
    assert page.extra == {"tags": ["learnlead", "mine"], "mood": "12:30"}


def test_keys_with_nothing_behind_them_are_not_answered() -> None:
    page, problems = read(LEAST + "kind:\nfocus:\nfocus-notice: ''\nrelationships:\nminutes: ' '\n")
    assert problems == []
    assert page is not None
    assert page.reflection.relationships is None


@pytest.mark.parametrize("key", ["learnlead", "date", "rubric"])
@pytest.mark.parametrize("empty", [None, "", "''"])
def test_a_page_without_what_it_needs_is_not_read(key: str, empty: str | None) -> None:
    lines = [line for line in LEAST.splitlines() if not line.startswith(key)]
    lines += [] if empty is None else [f"{key}: {empty}"]
    page, problems = read("\n".join(lines) + "\n")
    assert page is None
    assert [problem.line for problem in problems] == [1 if empty is None else 4]
    assert key in problems[0].message


@pytest.mark.parametrize(
    "line",
    [
        *("date: yesterday", "date: 20261120", "date: 2026-W47-5", "date: 2026-02-30"),
        *("date: [2026-11-20]", "date: ２０２６-11-20", "rubric: Learning Leader", "rubric: [a]"),
        *(
            "learnlead: 2",
            "learnlead: 0",
            "learnlead: one",
            "learnlead: [1]",
            f"rubric: {'a' * 65}",
        ),
    ],
)
def test_a_page_whose_needed_field_is_wrong_is_not_read(line: str) -> None:
    key = line.partition(":")[0]
    lines = [line if old_line.startswith(key) else old_line for old_line in LEAST.splitlines()]
    page, problems = read("\n".join(lines) + "\n")
    assert page is None
    assert [problem.line for problem in problems] == [lines.index(line) + 2]


def test_a_newer_page_says_so() -> None:
    _, problems = read(LEAST.replace("learnlead: 1", "learnlead: 12"))
    assert problems == [
        Problem("a page written by a newer learnlead", "update learnlead", "page.md", 2)
    ]


@pytest.mark.parametrize(
    "line",
    [
        *("depth: deep", "depth: [full]", "focus: Own Answers", "minutes: -1", "minutes: eleven"),
        *("rubric-version: 1.0", "written: today", "relationships: formal-authority"),
        *("relationships: [Formal]", "focus-notice: [a, b]"),
    ],
)
def test_any_other_wrong_field_is_a_problem_and_the_rest_is_read(line: str) -> None:
    page, problems = read(LEAST + line + "\n")
    assert page is not None
    assert [(problem.line, problem.severity) for problem in problems] == [(5, "error")]
    right, _ = read(LEAST)
    assert right is not None
    key = line.partition(":")[0]
    if key != "relationships":
        assert page.reflection == right.reflection


def test_of_a_list_with_a_wrong_id_the_right_ones_are_read() -> None:
    page, problems = read(LEAST + "relationships: [Formal, equal-influence]\n")
    assert page is not None
    assert page.reflection.relationships == ("equal-influence",)
    assert len(problems) == 1


def test_another_kind_of_page_is_no_reflection_and_no_problem() -> None:
    text = "---\nlearnlead: 1\nkind: coach-reply\n---\n"
    assert parse(text, "page.md") == (None, [])


def test_an_unknown_kind_is_left_alone_with_a_warning() -> None:
    page, problems = read(LEAST + "kind: reflexion\n")
    assert page is None
    assert [(problem.line, problem.severity) for problem in problems] == [(5, "warning")]


@pytest.mark.parametrize("text", ["", "\ufeff", "---\n", "no front matter", "\x00"])
def test_what_is_no_page_is_a_problem(text: str) -> None:
    page, problems = parse(text, "page.md")
    assert page is None
    assert problems
    assert all(problem.file == "page.md" and problem.line == 1 for problem in problems)


@pytest.mark.parametrize(("letters", "is_read"), [(10_000, True), (10_001, False)])
def test_a_notice_has_the_length_of_a_line(letters: int, is_read: bool) -> None:
    page, problems = read(f"{LEAST}focus-notice: {'x' * letters}\n")
    assert page is not None
    assert (page.reflection.focus_notice is not None) == is_read
    assert [problem.line for problem in problems] == ([] if is_read else [5])
