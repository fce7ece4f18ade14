from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.page.naming import (
    PageName,
    begins_with_date,
    looks_like_page,
    name_disagreements,
    page_name,
    read_name,
    stem,
)

FRIDAY = date(2026, 11, 20)


def test_the_second_sitting_of_a_day() -> None:
    assert page_name(FRIDAY, "learning-leader") == "2026-11-20-learning-leader.md"
    assert page_name(FRIDAY, "learning-leader", 2) == "2026-11-20-learning-leader.2.md"
    assert stem("2026-11-20-learning-leader.2.md") == "2026-11-20-learning-leader.2"


@given(st.dates(), st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True), st.integers(1, 99))
def test_a_name_says_what_it_was_made_of(day: date, rubric: str, nth: int) -> None:
    assert read_name(page_name(day, rubric, nth)) == PageName(day, rubric, nth)


@pytest.mark.parametrize(
    "name",
    [
        *("2026-11-20.md", "2026-11-20-Friday.md", "2026-02-30-r.md", "2026-11-20-r.0.md"),
        *("2026-11-20-r.md.bak", "x2026-11-20-r.md", "2026-11-20-r.two.md", "2026-11-20-r.md\n"),
    ],
)
def test_other_names_say_nothing(name: str) -> None:
    assert read_name(name) is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2026-11-20 My Friday.md", FRIDAY),
        ("2026-11-20", FRIDAY),
        ("2026-11-201.md", None),
        ("20261120.md", None),
        ("2026-13-01.md", None),
    ],
)
def test_the_date_a_name_begins_with(name: str, day: date | None) -> None:
    assert begins_with_date(name) == day


OWN = "---\ndate: 2026-11-20\nlearnlead: 1\n---\n"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("2026-11-20-learning-leader.md", ""),
        ("2026-11-20 Friday.md", "anything"),
        ("Friday.md", OWN),
        ("Friday.txt", "\ufeff" + OWN.replace("\n", "\r\n")),
        ("Friday.md", '---  \n"learnlead" : 2\n'),
    ],
)
def test_what_is_a_page(name: str, head: str) -> None:
    assert looks_like_page(name, head)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("README.md", "# Journal\n\nlearnlead: 1\n"),
        ("notes.md", "---\ntitle: learnlead\n---\nlearnlead: 1\n"),
        ("notes.md", "---\n nested:\n  learnlead: 1\n---\n"),
        ("2026-11-20.txt", ""),
        ("2026-02-30-learning-leader.md", ""),
        (".2026-11-20-learning-leader.md", OWN),
        ("2026-11-20-learning-leader.md~", OWN),
        ("old.md.bak", OWN),
        ("learnlead.yaml", "journal: .\n"),
    ],
)
def test_what_is_no_page(name: str, head: str) -> None:
    assert not looks_like_page(name, head)


@pytest.mark.parametrize(
    ("name", "disagrees"),
    [
        ("2026-11-20-learning-leader.md", []),
        ("2026-11-20-learning-leader.2.md", []),
        ("2026-11-20 My Friday.md", []),
        ("Friday.md", []),
        ("2026-11-19-learning-leader.md", [("date", "2026-11-19")]),
        ("2026-11-19 My Thursday.md", [("date", "2026-11-19")]),
        ("2026-11-20-other.3.md", [("rubric", "other")]),
        ("2026-11-19-other.md", [("date", "2026-11-19"), ("rubric", "other")]),
    ],
)
def test_where_a_name_disagrees(name: str, disagrees: list[tuple[str, str]]) -> None:
    assert name_disagreements(name, FRIDAY, "learning-leader") == disagrees
