"""The second export to the same coach: what is new comes first, and what was chosen is a start."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cli.kit import held
from learnlead.shipped import folder
from running import run
from terminal.terminal import Terminal

BEFORE = "2026-10-23"

FULL_WEEK = """\
date: {day}
focus: {{behaviour: own-answers}}
{back}
relationships: [formal-authority]
moments:
  - {{relationship: formal-authority, with: report A, what: A quollmoment, other_side: Calm}}
  - {{relationship: equal-influence, with: a peer, what: We compared, other_side: She laughed}}
ratings: {{own-answers: 4, accessible: 3, joint-learning: 2}}
evidence: {{own-answers: A quollevidence, accessible: The door stood open.}}
insight: A quollinsight.
obstacle: A quollobstacle.
heard: A quollheard.
plan: {{behaviour: own-answers, cue: a report asks, action: count to ten}}
"""


@pytest.fixture
def a_year_on(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A year of pages, a bundle four weeks ago, and four full weeks since."""
    pages = sorted((folder("examples")).glob("2*.md"))
    journals = workspace / "journals"
    journals.mkdir(exist_ok=True)
    for page in pages:
        if page.name[:10] <= BEFORE:
            shutil.copy(page, journals)
    monkeypatch.setenv("LEARNLEAD_TODAY", BEFORE)
    chosen = ("--include", "moments,insights", "--yes", "--names", "stay")
    first = run("export", "--output", "one.zip", "--for", "Maria Weber", *chosen)
    assert first.code == 0, first.stderr
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-20")
    for day in ("2026-10-30", "2026-11-06", "2026-11-13", "2026-11-20"):
        back = "" if day.endswith("10-30") else "look_back: {outcome: done, note: Quolltold so.}"
        held(FULL_WEEK.format(day=day, back=back))
    return workspace


def bundle_data(name: str) -> Any:
    with zipfile.ZipFile(name) as archive:
        data: object = json.loads(archive.read("annexes/data.json"))
        return data


def test_a_second_export_shows_twelve_lines_and_takes_six_keys(a_year_on: Path) -> None:
    with Terminal("export", "--output", "two.zip", "--for", "maria weber") as terminal:
        terminal.wait_for("What do you want").press("enter")
        terminal.wait_for("Which lines leave?", "New since 23 October 2026; ticked as you chose")
        rows = [line for line in terminal.text.splitlines() if line[3:7] in TICKS]
        assert 1 <= len(rows) <= 12, terminal.text
        assert "[x] Moments and their other side (16 of 16)" in terminal.text
        assert "[x] Insights (4 of 4)" in terminal.text
        assert "Not chosen last time: evidence (8), obstacles (4), " in terminal.text
        assert "[x] Plans and what became of them (4 of 4)" in terminal.text
        terminal.press("enter").wait_for("[y/N]").press("y", "enter")
        assert terminal.finish() == 0
    keys = 1 + 1 + 2
    assert keys <= 6
    data = bundle_data("two.zip")
    days = {str(passage["date"]) for passage in data["passages"]}
    assert min(days) > BEFORE
    assert {passage["kind"] for passage in data["passages"]} == {"moments", "insights"}


TICKS = ("[x] ", "[-] ", "[ ] ", "[=] ")


def test_what_they_have_is_marked_and_cannot_be_ticked(a_year_on: Path) -> None:
    options = ("--want", "", "--only", "insights", "--word", "question")
    with Terminal("export", "--output", "two.zip", "--for", "Maria Weber", *options) as terminal:
        terminal.wait_for(
            "Nothing is new since 23 October 2026. Older lines: 1, of which Maria Weber has 1.",
            "a older, too",
        )
        assert "Insights (" not in terminal.text, "no new one holds the word"
        terminal.press("a").wait_for("[=] Insights (0 of 0)")
        terminal.press("right", "down").wait_for("they have it since 23 October 2026")
        terminal.press(" ").wait_for("[=] Insights (0 of 0)").press("ctrl-c")
        assert terminal.finish() == 130


def test_the_marked_line_stays_marked_when_older_ones_come_into_sight(a_year_on: Path) -> None:
    with Terminal(
        "export", "--output", "two.zip", "--for", "Maria Weber", "--want", ""
    ) as terminal:
        terminal.wait_for("› [x] The focus (1 of 1)").press("down", "down")
        terminal.wait_for("› [x] Findings").press("down")
        terminal.wait("a finding", lambda: "›     [x]" in terminal.text)
        marked = next(row for row in terminal.text.splitlines() if "›" in row)
        terminal.press("a").wait_for("27 of 247 lines ticked")
        assert marked in terminal.text
        assert "they have it" not in terminal.text
        terminal.press("ctrl-c")
        assert terminal.finish() == 130


def test_words_are_found_and_esc_goes_back_a_step(a_year_on: Path) -> None:
    with Terminal("export", "--output", "two.zip", "--for", "Maria Weber") as terminal:
        terminal.wait_for("What do you want").press("Time", "enter")
        terminal.wait_for("New since").press("/").wait_for("hold which word?")
        terminal.press("quollev", "enter").wait_for("Only what holds “quollev”: 8 lines.")
        assert "Moments" not in terminal.text
        terminal.press(" ").wait_for(
            "[x] Evidence (4 of 4)", "Whole pages, as filtered copies (0 of 4)"
        )
        terminal.press("/").wait_for("hold which word?").press("enter")
        terminal.wait_for("[-] Evidence (4 of 8)").press("escape")
        terminal.wait_for("What do you want from this conversation? ▌ Time").press(" off", "enter")
        terminal.wait_for("[-] Evidence (4 of 8)").press("enter")
        terminal.wait_for("[y/N]").press("b", "enter").wait_for("[-] Evidence (4 of 8)")
        terminal.press("enter").wait_for("[y/N]").press("y", "enter")
        assert terminal.finish() == 0
    data = bundle_data("two.zip")
    assert data["want"] == "Time off"
    assert sum(passage["kind"] == "evidence" for passage in data["passages"]) == 4


def test_plain_words_say_the_same(a_year_on: Path) -> None:
    options = ("--plain", "--want", "")
    with Terminal("export", "--output", "two", "--for", "Maria Weber", *options) as terminal:
        closed = "Moments and their other side (16 of 16 ticked): moments"
        terminal.wait_for(closed, "evidence (8), obstacles (4)", "Enter when these are the ones.")
        assert "quollevidence" not in terminal.text
        terminal.press("show evidence", "enter").wait_for("A quollevidence", "not ticked")
        terminal.press("find quollo", "enter").wait_for("A quollobstacle.")
        terminal.press("enter").wait_for("[y/N]").press("y", "enter")
        assert terminal.finish() == 0
        assert b"\x1b" not in terminal.raw
