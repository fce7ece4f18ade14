"""What is told after a sitting is broken between words, however narrow the window is."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from terminal.shots import DOORS, opened, typist
from terminal.typist import begun


@pytest.mark.parametrize("prompter", DOORS)
@pytest.mark.parametrize("columns", [40, 80])
def test_no_word_is_broken_but_a_path_longer_than_the_line(
    workspace: Path, prompter: str, columns: int
) -> None:
    assert workspace.exists()
    with opened(prompter, "--depth", "quick", columns=columns) as terminal:
        hand = typist(prompter, terminal, begun(depth="quick"))
        hand.answer_all({"focus": "own-answers", "rating:own-answers": 4, "cue": "it rings"})
        assert hand.save() == 0
        told = terminal.left_behind.split()
    beside = ENGLISH("end.beside", path="/", names="If …")
    assert [w for w in beside.split() if "/" not in w and w not in told] == []
