"""The settings: everything has a default, and what is wrong is told with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from learnlead.adapters.disk.settings import Settings, load_settings, read_settings
from learnlead.adapters.disk.workspace import Workspace


def settings(text: str) -> Settings:
    found, problems = read_settings(text)
    assert problems == []
    assert found is not None
    return found


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n\r\n  # more", "\ufeff", "---\n"])
def test_a_file_that_says_nothing_leaves_every_default(text: str) -> None:
    assert settings(text) == Settings()


def test_the_defaults() -> None:
    default = Settings()
    assert default.journal == "journals"
    assert default.rubric == ("learning-leader",)
    assert (default.day, default.weekday) == ("friday", 4)
    assert default.prompts == "rotate"
    assert default.depth is None
    assert default.language is None
    assert default.people == default.support == ()
    assert default.share is None
    assert default.away == ()


def test_every_key() -> None:
    found = settings(
        "journal: pages\nrubric: [learning-leader, quarter]\ndepth: quick\nlanguage: de\n"
        "day: thursday\nprompts: steady\npeople: [report A, no]\nshare: [focus]\n"
        "support:\n  - Helpline 0800 111 222\n"
        "away:\n  - 2026-12-21..2027-01-03\n  - 2026-12-01\n"
    )
    assert found == Settings(
        journal="pages",
        rubric=("learning-leader", "quarter"),
        depth="quick",
        language="de",
        day="thursday",
        prompts="steady",
        people=("report A", "no"),
        share=("focus",),
        support=("Helpline 0800 111 222",),
        away=(
            (date(2026, 12, 21), date(2027, 1, 3)),
            (date(2026, 12, 1), date(2026, 12, 1)),
        ),
    )


def test_one_word_does_for_a_list_of_one() -> None:
    found = settings("rubric: quarter\npeople: a peer\naway: 2026-12-21..2027-01-03\n")
    assert found.rubric == ("quarter",)
    assert found.people == ("a peer",)
    assert found.away == ((date(2026, 12, 21), date(2027, 1, 3)),)


@pytest.mark.parametrize(
    ("word", "weekday"), [("mon", 0), ("Thu", 3), ("Friday", 4), ("SUN", 6), ("saturday", 5)]
)
def test_days_by_their_short_names_too(word: str, weekday: int) -> None:
    assert settings(f"day: {word}\n").weekday == weekday


def test_a_key_with_nothing_behind_it_says_nothing() -> None:
    assert settings("rubric:\naway:\nday:\n") == Settings()


def test_unknown_keys_are_one_warning_each_and_stop_nothing() -> None:
    found, problems = read_settings("# mine\nrubrik: quarter\nday: monday\ncolour: {of: sky}\n")
    assert found is not None
    assert found.weekday == 0
    assert [(p.where, p.severity) for p in problems] == [
        ("learnlead.yaml:2", "warning"),
        ("learnlead.yaml:4", "warning"),
    ]
    assert "rubric" in problems[0].remedy


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("day: someday\n", 1),
        ("\nprompts: never\n", 2),
        ("rubric: []\n", 1),
        ("rubric: Not An Id\n", 1),
        ("rubric: [fine, ../../etc]\n", 1),
        ("language: ../de\n", 1),
        ("journal: ''\n", 1),
        ("depth: deep\n", 1),
        ("away:\n  - 2026-12-21..2027-01-03\n  - next week\n", 3),
        ("away: [2027-01-03..2026-12-21]\n", 1),
        ("away: 2026-02-30..2026-03-01\n", 1),
        ("day: friday\nday: monday\n", 2),
        ("- a list\n", 1),
        ("day: [friday\n", None),
        ("just words\n", 1),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int | None) -> None:
    found, problems = read_settings(text)
    assert found is None
    [problem] = problems
    assert problem.file == "learnlead.yaml"
    assert problem.severity == "error"
    assert line is None or problem.line == line


def test_everything_wrong_is_told_at_once() -> None:
    found, problems = read_settings("day: someday\nprompts: never\naway: soon\nwhat: else\n")
    assert found is None
    assert [p.line for p in problems] == [1, 2, 3, 4]


def test_a_key_that_stands_twice_hides_nothing_else_that_is_wrong() -> None:
    found, problems = read_settings("day: friday\nday: monday\nprompts: never\nrubrik: mine\n")
    assert found is None
    assert [(p.line, p.severity) for p in problems] == [(2, "error"), (3, "error"), (4, "warning")]


def test_settings_are_read_from_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "learnlead.yaml").write_bytes("\ufeffday: monday\r\n".encode())
    found, problems = load_settings(Workspace(tmp_path))
    assert problems == []
    assert found == Settings(day="monday")
