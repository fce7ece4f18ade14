"""From Monday to Wednesday, with nothing held last week: about last week?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

ASK = "About last week?"
MONDAY, WEDNESDAY, THURSDAY = "2026-11-23", "2026-11-25", "2026-11-26"


def test_yes_dates_the_page_on_the_sitting_day_of_last_week(
    begun_workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEARNLEAD_TODAY", MONDAY)
    (begun_workspace / "learnlead.yaml").write_text("day: thursday\n", encoding="utf-8")
    with Terminal("reflect", "--depth", "quick") as terminal:
        terminal.wait_for(ASK, "› 1 Yes, about last week").press("enter")
        typist = Typist(terminal, begun(date(2026, 11, 19), "quick"))
        typist.answer_all({"look-back": "done", "rating:own-answers": 3})
        terminal.wait_for("Thursday 19 November 2026")
        assert typist.save() == 0
    page = begun_workspace / "journals" / "2026-11-19-learning-leader.md"
    assert "date: 2026-11-19\n" in page.read_text("utf-8")
    assert f"written: {MONDAY}\n" in page.read_text("utf-8")


@pytest.mark.parametrize("plain", [True, False])
def test_no_is_about_this_week(
    begun_workspace: Path, monkeypatch: pytest.MonkeyPatch, plain: bool
) -> None:
    monkeypatch.setenv("LEARNLEAD_TODAY", WEDNESDAY)
    with Terminal("reflect", "--depth", "quick", *(["--plain"] if plain else [])) as terminal:
        if plain:
            terminal.wait_for_prompt(ASK, "1. Yes, about last week (Enter)")
            terminal.press("2", "enter")
        else:
            terminal.wait_for(ASK).press("2")
        kind = PlainTypist if plain else Typist
        typist = kind(terminal, begun(depth="quick"))
        typist.answer_all({"look-back": "done", "plan": "none"})
        assert typist.save() == 0
    page = begun_workspace / "journals" / f"{WEDNESDAY}-learning-leader.md"
    assert "written:" not in page.read_text("utf-8")


@pytest.mark.parametrize("why", ["thursday", "held", "away", "a day is named", "never held"])
def test_it_is_not_asked_without_a_reason(
    begun_workspace: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    monkeypatch.setenv("LEARNLEAD_TODAY", THURSDAY if why == "thursday" else MONDAY)
    page = begun_workspace / "journals" / "2026-11-13-learning-leader.md"
    if why == "held":
        page.rename(page.with_name("2026-11-18-learning-leader.md"))
    if why == "never held":
        page.unlink()
    if why == "away":
        settings = "away: 2026-11-16..2026-11-20\n"
        (begun_workspace / "learnlead.yaml").write_text(settings, encoding="utf-8")
    day = ["--date", MONDAY] if why == "a day is named" else []
    with Terminal("reflect", *day) as terminal:
        terminal.wait_for("Enter begin")
        assert ASK.encode() not in terminal.raw
