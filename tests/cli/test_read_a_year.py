"""`learnlead read YEAR`: what was said in a year, and no figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import CORE, LAST_WEEKS, MONTHLY, PLAN, TODAYS, as_json, by_hand, held
from learnlead.reports.formats.registry import format_named, names
from running import run

pytestmark = pytest.mark.usefixtures("workspace")


@pytest.fixture
def lived(workspace: Path) -> None:
    focus = "focus: {behaviour: own-answers, notice: they finish their sentences}\n"
    held(f"date: 2025-12-30\ninsight: Last year.\n{focus}")
    held(f"date: 2026-11-13\n{PLAN}ratings: {{own-answers: 4}}\n")
    held("look_back: {outcome: done, note: Twice.}\ninsight: Wait.\nheard: not here\n")


@pytest.mark.usefixtures("lived")
def test_this_year_in_the_writers_words() -> None:
    ran = run("read", "2026")
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "2026 in your own words\n"
        "\n"
        "  November  13  20\n"
        "\n"
        "November\n"
        "\n"
        " Fri 13  Focus: Room for their own answers\n"
        "\n"
        "         Plan\n"
        "         If a report brings me a stuck problem, then I will ask three questions.\n"
        "           20 November: done.\n"
        "           Twice.\n"
        "\n"
        " Fri 20  Insight\n"
        "         Wait.\n"
    )


@pytest.mark.usefixtures("lived")
def test_another_year_by_its_number() -> None:
    out = run("read", "2025").stdout
    assert out.startswith(
        "2025 in your own words\n\n  December  30\n\nDecember\n\n Tue 30  Focus: "
    )
    assert "Others would notice: they finish their sentences\n" in out
    assert "Last year." in out


@pytest.mark.usefixtures("lived")
def test_as_json_every_text_as_it_stands() -> None:
    answer = as_json("read", "2026")
    first, second = answer["sittings"]
    assert (answer["year"], answer["rubric"], answer["problems"]) == (2026, None, [])
    assert (first["page"], second["page"]) == (LAST_WEEKS, TODAYS)
    assert first["plan"] == {
        "behaviour": "own-answers",
        "cue": "a report brings me a stuck problem",
        "action": "ask three questions",
        "due": "2026-11-20",
        "kept": False,
        "open": False,
        "outcome": "done",
        "looks_back": [{"page": TODAYS, "date": "2026-11-20", "outcome": "done", "note": "Twice."}],
    }
    assert (second["insight"], second["plan"]) == ("Wait.", None)


@pytest.mark.usefixtures("lived")
def test_only_one_rubric_and_its_open_questions(workspace: Path) -> None:
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    held("rubric: conversations\nanswers: {keep-one: the first}\n")
    assert run("read", "2026", "--rubric", "conversations").stdout.endswith(
        " Fri 20  Which would you keep?\n         the first\n"
    )
    both = run("read", "2026").stdout
    assert "Conversations\n" in both
    assert "Learning leader\n" in both
    assert as_json("read", "2026", "--rubric", CORE)["rubric"] == CORE


@pytest.mark.usefixtures("lived")
def test_it_goes_into_a_file(workspace: Path) -> None:
    ran = run("read", "2026", "--output", "year.txt")
    assert (ran.code, ran.stdout) == (0, "")
    assert (workspace / "year.txt").read_text("utf-8").startswith("2026 in your own words\n")


def test_a_year_without_a_word_is_exit_1_and_one_friendly_line(workspace: Path) -> None:
    by_hand("2026-11-13", {"own-answers": 4})
    ran = run("read", "2026")
    assert (ran.code, ran.stdout) == (1, "")
    assert ran.stderr == (
        "learnlead: there are no words of yours from 2026 (`learnlead reflect` begins a sitting)\n"
    )
    assert "(there are pages from 2026)" in run("read", "1999").stderr
    assert as_json("read", "2026", code=1)["sittings"] == []


@pytest.mark.parametrize("year", ["x", "0", "10000", "0000"])
def test_what_is_no_year_is_no_page(year: str) -> None:
    assert run("read", year).code == 1


def test_a_page_that_cannot_be_read_is_told(workspace: Path) -> None:
    held("insight: Wait.\n")
    Path("journals/2026-11-12.md").write_text("no front matter\n", encoding="utf-8")
    ran = run("read", "2026")
    assert (ran.code, ran.stdout.count("Wait.")) == (0, 1)
    assert ran.stderr.startswith("learnlead: journals/2026-11-12.md:1: ")


def test_no_control_character_of_a_page_reaches_the_terminal() -> None:
    page = held("insight: Wait.\n")
    page.write_text(page.read_text("utf-8").replace("Wait.", "Wait \x1b[31m."), encoding="utf-8")
    ran = run("read", "2026")
    assert "Wait �[31m." in ran.stdout
    assert "\x1b" not in ran.stdout + ran.stderr


@pytest.mark.usefixtures("lived")
@pytest.mark.parametrize("name", names())
def test_every_format_has_the_words_and_no_figure(name: str) -> None:
    ran = run("read", "2026", "--format", name)
    assert (ran.code, ran.stderr) == (0, "")
    assert "2026 in your own words" in ran.stdout
    assert "Wait." in ran.stdout
    suffix = format_named(name).suffix
    assert run("read", "2026", "--output", f"year{suffix}").stdout == ""
    assert Path(f"year{suffix}").read_text("utf-8") == ran.stdout


@pytest.mark.usefixtures("lived")
def test_what_is_no_format_of_a_year_is_refused() -> None:
    ran = run("read", "2026", "--format", "csv")
    assert (ran.code, ran.stdout) == (2, "")
    assert "there is no format 'csv' (formats are html, json, markdown, plain, text)" in ran.stderr


@pytest.mark.usefixtures("lived")
def test_the_year_is_a_calendar_of_its_pages_and_no_week_is_a_gap(workspace: Path) -> None:
    held("date: 2026-01-09\ninsight: x\n")
    held("date: 2026-11-06\ninsight: x\n")
    rows = run("read", "2026").stdout.splitlines()[2:4]
    assert rows == ["  January   9", "  November  6  13  20"]
    plain = run("read", "2026", "--plain").stdout.splitlines()[2:4]
    assert plain == ["  January: 9", "  November: 6, 13, 20"]
