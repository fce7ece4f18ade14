"""What a week costs: screens that wait, texts, and words that are new, counted on the screens.

The walk: two relationships, plan partly, a note waiting, focus counted, plan kept.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from learnlead.sitting.question import AnswerValue, Kind
from learnlead.sitting.screens import Screen
from learnlead.sitting.session import Session
from running import TODAY, run
from terminal.made_answers import BEHAVIOURS, FIRST
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

pytestmark = pytest.mark.core

WEEK: dict[str, AnswerValue] = {
    "memory": "on",
    "look-back": "partly",
    "look-back-note": "We were walking.",
    "live": ["formal-authority", "ripples-of-influence"],
    "note": "B. came with the rota.",
    "moment-with": "report B",
    "moment-what": "B. came with the rota.",
    "other-side": "He left with my answer.",
    "moment": "formal-authority",
    "evidence:own-answers": "Rota: answered. Invoice: asked.",
    "count:own-answers": "2/3",
    **{f"rating:{behaviour}": 4 for behaviour in BEHAVIOURS},
    "opposite": "The outage.",
    "insight": "Away from my desk I ask more.",
    "plan": "keep",
}
LATER = """\
learnlead: 1
relationships: []
ratings: {own-answers: 3}
evidence: {own-answers: I waited.}
insight: I answer fastest when I am least sure.
plan: keep
"""


class Counting(Typist):
    """Counts the screens that wait, and the words on each that the one before did not have.

    A word has letters: the numbers that are keys are none.
    """

    def __init__(self, terminal: Terminal, session: Session) -> None:
        super().__init__(terminal, session)
        self.waited = self.new_words = 0
        self._before: Counter[str] = Counter()

    def count(self) -> None:
        words = Counter(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", self.terminal.text))
        self.waited += 1
        self.new_words += (words - self._before).total()
        self._before = words

    def sees(self) -> Screen:
        screen = super().sees()
        self.count()
        return screen

    def saves(self) -> None:
        """Read the page to its last line, and save it."""
        self.sees_the_page()
        while True:
            self.count()
            before, is_last = self.terminal.text, "Enter save" in self.terminal.text
            self.terminal.press("enter")
            if is_last:
                return
            self.terminal.wait("the page, further on", partial(self._has_changed, before))

    def _has_changed(self, before: str) -> bool:
        return self.terminal.text != before


@pytest.fixture
def four_weeks(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four weeks with a focus and a plan, and a note that waits."""
    for weeks in (4, 3, 2, 1):
        day = date.fromisoformat(TODAY) - timedelta(weeks=weeks)
        monkeypatch.setenv("LEARNLEAD_TODAY", day.isoformat())
        stdin = FIRST.script if weeks == 4 else LATER
        assert run("reflect", "--answers", "-", stdin=stdin).code == 0
    monkeypatch.setenv("LEARNLEAD_TODAY", TODAY)
    assert run("note", "B. came with the rota.").code == 0
    return workspace


def test_a_fifth_week_waits_on_16_screens_at_most_with_6_texts_and_650_new_words(
    four_weeks: Path,
) -> None:
    with Terminal("reflect") as terminal:
        typist = Counting(terminal, begun())
        terminal.wait_for("Week 5 on")
        typist.count()
        terminal.press("enter")
        texts = 0
        while typist.session.screen is not None:
            texts += sum(q.kind is Kind.TEXT for q in typist.screen.questions)
            typist.fill(WEEK)
        typist.saves()
        terminal.wait_for("Four weeks ago you hoped to see", "people finish their own sentences")
        typist.count()
        terminal.press("enter")
        assert terminal.finish() == 0
    assert typist.waited <= 16
    assert texts <= 6
    assert typist.new_words <= 650
    page = (four_weeks / "journals" / f"{TODAY}-learning-leader.md").read_text("utf-8")
    assert "**Count:** 2 of 3" in page
    assert "- [x] " in (four_weeks / "inbox.md").read_text("utf-8")


def test_a_first_sitting_waits_on_12_screens_at_most(tmp_path: Path) -> None:
    with Terminal("reflect") as terminal:
        terminal.wait_for("Write roles", "see a finished page")
        assert not (Path(os.environ["HOME"]) / "learnlead").exists(), "nothing is made before Enter"
        terminal.press("enter")
        terminal.wait_for("Which of these happened this week?")
        typist = Counting(terminal, begun())
        typist.waited = 1
        typist.answer_all(FIRST.typed)
        typist.saves()
        terminal.wait_for("For the coming week:")
        typist.count()
        terminal.press("enter")
        assert terminal.finish() == 0
    assert typist.waited <= 12
