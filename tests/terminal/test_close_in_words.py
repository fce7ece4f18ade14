"""What is told after a sitting is broken between words, however narrow the window is."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from learnlead.sitting.question import AnswerValue
from terminal.shots import DOORS, opened, typist
from terminal.typist import begun

EVIDENCE = "He drew the whole fix on the board himself, and we talked about it for a while."


@pytest.mark.parametrize("prompter", DOORS)
@pytest.mark.parametrize("columns", [40, 80])
def test_no_word_is_broken_but_a_path_longer_than_the_line(
    workspace: Path, prompter: str, columns: int
) -> None:
    assert workspace.exists()
    typed: dict[str, AnswerValue] = {
        "focus": "own-answers",
        "evidence:own-answers": EVIDENCE,
        "rating:own-answers": 4,
    }
    with opened(prompter, "--depth", "quick", columns=columns) as terminal:
        hand = typist(prompter, terminal, begun(depth="quick"))
        hand.answer_all({**typed, "plan": "new", "cue": "it rings"})
        assert hand.save() == 0
        told = terminal.left_behind.split("Sittings held")[1].split()
    beside = ENGLISH("end.beside", path="/", names="If …")
    offered = ENGLISH("end.yardstick", words=EVIDENCE, n=4) if prompter == "plain" else ""
    assert [w for w in f"{beside} {offered}".split() if "/" not in w and w not in told] == []
