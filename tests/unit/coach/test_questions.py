"""The questions offered to a coach: each shipped bank has its own, for each kind of reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.coach.review import QUESTION_KINDS
from learnlead.rubric.reader import read_bank

BANKS = sorted((Path(__file__).parents[3] / "prompts").glob("*.yaml"))
OF_ONE_LANGUAGE = [path for path in BANKS if path.name.count(".") == 1]


def said_in(path: Path) -> list[tuple[str, ...]]:
    """The wordings of each kind."""
    bank, _ = read_bank(path.read_text("utf-8"), path.name)
    assert bank is not None
    return [getattr(bank.coach_questions, kind.replace("-", "_")) for kind in QUESTION_KINDS]


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.name)
def test_a_shipped_bank_has_three_short_questions_of_each_kind(path: Path) -> None:
    kinds = said_in(path)
    assert [len(wordings) for wordings in kinds] == [3] * len(QUESTION_KINDS)
    for wording in (wording for wordings in kinds for wording in wordings):
        assert wording.endswith("?")
        assert len(wording.split()) <= 18, wording


def test_no_question_stands_twice_in_the_shipped_banks() -> None:
    assert len(OF_ONE_LANGUAGE) == 5
    said = [w for path in OF_ONE_LANGUAGE for wordings in said_in(path) for w in wordings]
    assert len(set(said)) == len(said)
