"""`learnlead away`: weeks off, in the settings and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import as_json, by_hand
from running import run

SETTINGS = Path("learnlead.yaml")


@pytest.fixture(autouse=True)
def settings(workspace: Path) -> None:
    (workspace / SETTINGS).write_text("# mine\nday: monday  # early\n", encoding="utf-8")


def test_days_off_are_added_and_nothing_else_is_changed() -> None:
    ran = run("away", "2026-12-21", "2027-01-03")
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "Off: 21 December 2026 to 3 January 2027.\n"
        "No weekly sitting is due in 2 whole weeks.\n"
        f"Changed: {SETTINGS.absolute()}\n"
    )
    assert SETTINGS.read_text("utf-8") == (
        "# mine\nday: monday  # early\naway: [2026-12-21..2027-01-03]\n"
    )


def test_more_days_stand_beside_the_first() -> None:
    run("away", "2026-12-21", "2027-01-03")
    run("away", "2027-02-15..2027-02-19")
    assert SETTINGS.read_text("utf-8").endswith(
        "\naway: [2026-12-21..2027-01-03, 2027-02-15..2027-02-19]\n"
    )


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        (("tomorrow",), "2026-11-21..2026-11-21"),
        (("next week",), "2026-11-23..2026-11-29"),
        (("next", "week"), "2026-11-23..2026-11-29"),
        (("2026-W52", "2026-W53"), "2026-12-21..2027-01-03"),
        (("2026-12",), "2026-12-01..2026-12-31"),
        (("yesterday", "today"), "2026-11-19..2026-11-20"),
        (("2026-12-21..2027-01-03",), "2026-12-21..2027-01-03"),
    ],
)
def test_dates_are_written_as_people_write_them(words: tuple[str, ...], entry: str) -> None:
    assert run("away", *words).code == 0
    assert SETTINGS.read_text("utf-8").endswith(f"\naway: [{entry}]\n")


def test_days_that_are_off_already_are_left_alone() -> None:
    run("away", "2026-12-21", "2026-12-27")
    run("away", "2026-12-28", "2027-01-03")
    before = SETTINGS.read_bytes()
    ran = run("away", "2026-12-24", "2027-01-01")
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "24 December 2026 to 1 January 2027: marked as off already; nothing was changed.\n"
    )
    assert SETTINGS.read_bytes() == before
    assert as_json("away", "2026-12-24")["added"] is None
    assert as_json("away", "2026-12-24", "2027-01-04")["added"] is not None


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("2027-01-03", "2026-12-21"), "2026-12-21 ends before 2027-01-03 begins (change the"),
        (("2027-01-03..2026-12-21",), "ends before it begins (change the"),
        (("Christmas",), "'Christmas' is no date (write it like one of: "),
        (("2026-12-21", "2028-01-03"), "is longer than a year (check the year, or mark less)"),
    ],
)
def test_what_cannot_be_meant_is_wrong_use(words: tuple[str, ...], message: str) -> None:
    before = SETTINGS.read_bytes()
    ran = run("away", *words)
    assert (ran.code, ran.stdout) == (2, "")
    assert message in ran.stderr
    assert SETTINGS.read_bytes() == before


def test_alone_it_lists_them() -> None:
    assert run("away").stdout == ("No weeks off are marked. `learnlead away FROM TO` marks some.\n")
    SETTINGS.write_text(
        "away: [2026-12-21..2027-01-03, 2026-08-03..2026-08-07, 2026-11-18..2026-11-22]\n"
    )
    assert run("away").stdout == (
        "3 to 7 August 2026 (over)\n"
        "18 to 22 November 2026 (now)\n"
        "21 December 2026 to 3 January 2027\n"
        f"They stand under `away` in {SETTINGS.absolute()}; change them there.\n"
    )


def test_a_few_days_make_no_week() -> None:
    assert "That makes no whole week" in run("away", "2026-11-24", "2026-11-25").stdout
    run("away", "2026-11-23")
    assert "in 1 whole week." in run("away", "2026-11-26..2026-11-27").stdout


def test_a_week_off_is_neither_due_nor_missed() -> None:
    by_hand("2026-11-06", {"own-answers": 3})
    assert run("due").code == 0
    run("away", "2026-11-09", "2026-11-20")
    assert run("due").code == 1
    weeks = as_json("trends")["weeks"]
    assert (weeks["held"], weeks["missed"], weeks["excused"]) == (1, 0, 2)


def test_settings_that_cannot_be_changed_safely_are_left_to_their_writer() -> None:
    SETTINGS.write_text("{day: monday}\n", encoding="utf-8")
    ran = run("away", "2026-12-21", "2026-12-27")
    assert (ran.code, ran.stdout) == (2, "")
    assert "add this by hand: away: [2026-12-21..2026-12-27]" in ran.stderr
    assert SETTINGS.read_text("utf-8") == "{day: monday}\n"


def test_without_a_workspace_there_is_nothing_to_write_to() -> None:
    SETTINGS.unlink()
    ran = run("away", "2026-12-21", "2026-12-27")
    assert (ran.code, ran.stdout) == (2, "")
    assert "learnlead init" in ran.stderr
