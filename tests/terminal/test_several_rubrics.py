"""Several rubrics of different rhythms: `reflect` proposes the one that waits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from running import TODAY, run
from terminal.terminal import Terminal

ASK = "More than one is due. Which one now?"


@pytest.fixture
def several(workspace: Path) -> Path:
    """A weekly rubric, a monthly and a quarterly one, nothing held."""
    with (workspace / "learnlead.yaml").open("a", encoding="utf-8") as settings:
        settings.write("rubric: [learning-culture, learning-leader, learning-benefits]\n")
    return workspace


def hold(rubric: str, day: str = TODAY) -> None:
    """A page of that rubric on that day."""
    script = f"learnlead: 1\nrubric: {rubric}\ndate: {day}\ninsight: words\n"
    assert run("reflect", "--answers", "-", stdin=script).code == 0


@pytest.mark.usefixtures("several")
def test_one_key_chooses_and_enter_takes_the_weekly_one() -> None:
    with Terminal("reflect") as terminal:
        terminal.wait_for(ASK, "› 1 Learning leader (weekly)", "2 ", "(monthly)", "(quarterly)")
        terminal.press("enter").wait_for("Enter begin")
        terminal.press("ctrl-c")
        assert terminal.finish() == 130


@pytest.mark.usefixtures("several")
def test_another_one_is_one_key_away_at_the_plain_door_too() -> None:
    with Terminal("reflect", "--plain") as terminal:
        terminal.wait_for_prompt(ASK, "1. Learning leader (weekly) (Enter)")
        terminal.press("2", "enter").wait_for_prompt("Press Enter to begin")
        terminal.press("/stop", "enter")
        assert terminal.finish() == 130
    with Terminal("reflect", "--plain") as terminal:
        # What was begun waits like what is due.
        terminal.wait_for_prompt(ASK)
        terminal.press("/stop", "enter")
        assert terminal.finish() == 130


@pytest.mark.usefixtures("several")
def test_the_only_one_that_is_due_is_taken_without_a_word() -> None:
    hold("learning-leader")
    hold("learning-culture", "2026-10-02")
    with Terminal("reflect", "--plain") as terminal:
        terminal.wait_for_prompt("Press Enter to begin")
        assert ASK not in terminal.words
        terminal.press("/stop", "enter")
        assert terminal.finish() == 130
    assert "learning-benefits: due" in run("due").stdout


@pytest.mark.usefixtures("several")
def test_where_nothing_is_due_it_is_the_first_and_that_is_said() -> None:
    hold("learning-leader")
    hold("learning-culture", "2026-10-02")
    hold("learning-benefits", "2026-11-02")
    with Terminal("reflect", "--plain") as terminal:
        terminal.wait_for_prompt("Nothing is due. This is", "`--rubric ID` takes another.")
        terminal.press("/stop", "enter")
        assert terminal.finish() == 130


@pytest.mark.usefixtures("several")
def test_the_editor_door_takes_the_most_frequent_one_and_names_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    ran = run("reflect", "--editor")
    assert ran.code == 0
    said = "Learning leader comes first; also due: learning-benefits, learning-culture"
    assert said in ran.stderr


@pytest.mark.usefixtures("several")
def test_a_named_one_and_a_file_of_answers_are_asked_nothing() -> None:
    with Terminal("reflect", "--plain", "--rubric", "learning-benefits") as terminal:
        terminal.wait_for_prompt("Press Enter to begin")
        assert ASK not in terminal.words
        terminal.press("/stop", "enter")
        assert terminal.finish() == 130
    hold("learning-benefits")


def test_bare_learnlead_lists_all_that_wait(several: Path) -> None:
    said = run().stdout
    for rubric in ("learning-culture", "learning-leader", "learning-benefits"):
        assert f"{rubric}: due" in said
    assert str(several) in said
    assert os.environ["LEARNLEAD_TODAY"] == TODAY


def test_a_single_rubric_is_never_asked_about(workspace: Path) -> None:
    with Terminal("reflect", "--plain") as terminal:
        terminal.wait_for_prompt("Press Enter to begin")
        assert ASK not in terminal.words
        terminal.press("/stop", "enter")
        assert terminal.finish() == 130
    assert workspace.is_dir()
