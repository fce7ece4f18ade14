"""`learnlead` alone on a terminal: where one stands, and keys that lead on."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.terminal import Terminal

pytestmark = pytest.mark.core

DAY = "Friday 20 November 2026. Week 2 on Room for their own answers"


def settings(workspace: Path, *lines: str) -> None:
    (workspace / "learnlead.yaml").write_text("\n".join(lines), encoding="utf-8")


def test_home_says_where_one_stands_and_a_key_leads_on_or_out(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    with Terminal() as terminal:
        terminal.wait_for(DAY, "This week's sitting is still to come.", "1 week so far ■")
        terminal.wait_for("Enter reflect · n note · r read · t trends · q leave")
        assert "If a report" not in terminal.text, "a plan's words may be somebody else's to see"
        terminal.press("q")
        assert terminal.finish() == 0
    with Terminal() as terminal:
        terminal.wait_for("Enter reflect").press("enter")
        terminal.wait_for("Week 2 on", "one line only")


def test_the_plan_is_in_sight_where_the_settings_allow_it(begun_workspace: Path) -> None:
    settings(begun_workspace, "show-plans: yes")
    with Terminal() as terminal:
        terminal.wait_for("Your plan: ▌ If a report brings me a stuck problem")


def test_from_a_note_one_comes_back_home(begun_workspace: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("n note").press("n").wait_for("One line for later").press("escape")
        terminal.wait_for(DAY).press("n").wait_for("One line for later")
        terminal.press("She drew it.", "enter").wait_for("1 note waits for your next sitting.")
        terminal.press("q")
        assert terminal.finish() == 0
    assert "She drew it." in (begun_workspace / "inbox.md").read_text("utf-8")


def test_a_week_that_is_written_or_off_is_not_due(begun_workspace: Path) -> None:
    settings(begun_workspace, "away: 2026-11-16..2026-11-22")
    with Terminal() as terminal:
        terminal.wait_for("This week is excused.")
    with Terminal(environment={"LEARNLEAD_TODAY": "2026-11-14"}) as terminal:
        terminal.wait_for("This week is written, on 13 November.")


def test_after_half_a_year_the_weeks_of_a_focus_are_not_counted(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    for today, line in (("2027-05-07", "Week 26 on Room"), ("2027-05-14", "May 2027. Room")):
        with Terminal(environment={"LEARNLEAD_TODAY": today}) as terminal:
            terminal.wait_for(line, "q leave").press("enter").wait_for(line, "one line only")


def test_home_speaks_the_language_of_the_workspace(begun_workspace: Path) -> None:
    settings(begun_workspace, "language: de")
    with Terminal(columns=100) as terminal:
        terminal.wait_for("Freitag, 20. November 2026. Woche 2: ", "Bisher 1 Woche ■")
        terminal.wait_for(
            "Der Rückblick auf diese Woche steht noch aus.", "Enter Rückblick · n Notiz"
        )
        terminal.press("n").wait_for("Eine Zeile für später", "Esc zurück")


def test_at_the_plain_door_it_is_lines(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    with Terminal("--plain") as terminal:
        terminal.wait_for_prompt(
            "This week's sitting is still to come.", "1 week so far", "n. note"
        )
        assert "■" not in terminal.text
        terminal.press("q", "enter")
        assert terminal.finish() == 0


def test_without_a_workspace_it_is_the_welcome(tmp_path: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("Write roles", "see a finished page").press("q")
        assert terminal.finish() == 0
