"""A yardstick of one's own, at both typed doors: kept at the close, shown a month later."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.sitting.question import AnswerValue
from running import run
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

OFFER = "4 (mostly). Keep this sentence as your own example of a 4? “He waited.”"
SAID: dict[str, AnswerValue] = {
    "evidence:own-answers": "He waited. I did, too.",
    "rating:own-answers": 4,
}
OWN = "your own 4, 4 December 2026: He waited."
FIRST_OF_A_MONTH = "2026-12-04"
"""A yardstick is offered once a month."""


@pytest.mark.parametrize("plain", [False, True], ids=["rich", "plain"])
def test_kept_at_the_close_and_shown_four_weeks_later(
    begun_workspace: Path, monkeypatch: pytest.MonkeyPatch, plain: bool
) -> None:
    options = ["--plain"] if plain else []
    hand = PlainTypist if plain else Typist
    monkeypatch.setenv("LEARNLEAD_TODAY", FIRST_OF_A_MONTH)
    with Terminal("reflect", "--depth", "quick", *options) as terminal:
        typist = hand(terminal, begun(depth="quick"))
        typist.answer_all(SAID)
        typist.sees_the_page()
        terminal.press("enter").wait_for(OFFER)
        terminal.press(*(["2", "enter"] if plain else ["2"]))
        assert typist.finish() == 0
    record = begun_workspace / "records" / "yardsticks.md"
    assert record.read_text("utf-8") == "- 2026-12-04 own-answers 4: He waited.\n"
    assert "He waited" not in run("trends", "--json").stdout

    for day, there in (("2026-12-11", False), ("2027-01-01", True)):
        monkeypatch.setenv("LEARNLEAD_TODAY", day)
        with Terminal("reflect", "--depth", "quick", *options) as terminal:
            typist = hand(terminal, begun(depth="quick"))
            typist.answer_all(SAID, until="rating:own-answers")
            typist.sees()
            if plain:
                terminal.press("/help", "enter").wait_for_prompt("Type a number from 1 to 5")
            else:
                terminal.press("?").wait_for("Esc back", "doesn't belong")
            assert (OWN in terminal.words) == there
            terminal.press(*(["/stop", "enter"] if plain else ["ctrl-c"]))
            assert terminal.finish() == 130
        for draft in Path.home().rglob("draft-*.json"):
            draft.unlink()


@pytest.mark.parametrize("key", ["enter", "ctrl-c"])
def test_no_is_the_default_and_stopping_there_loses_nothing(
    begun_workspace: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("LEARNLEAD_TODAY", FIRST_OF_A_MONTH)
    with Terminal("reflect", "--depth", "quick") as terminal:
        typist = Typist(terminal, begun(depth="quick"))
        typist.answer_all(SAID)
        typist.sees_the_page()
        terminal.press("enter").wait_for(OFFER)
        terminal.press(key)
        assert typist.finish() == 0
    assert len(list((begun_workspace / "journals").glob("*.md"))) == 2
    assert not (begun_workspace / "records").exists()
