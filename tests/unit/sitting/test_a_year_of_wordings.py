"""A year of weeks with one focus: which wordings are asked, and how soon one comes back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from learnlead import shipped
from learnlead.rubric.model import Rubric
from learnlead.rubric.prompts import PromptBank
from learnlead.rubric.reader import read_bank, read_rubric
from learnlead.sitting.context import SittingContext

WEEKS = 52
FIRST = date(2026, 1, 2)
FEWEST = 8
"""Wordings of the evidence for one behaviour, and of the moment."""


def read(name: str) -> tuple[Rubric, PromptBank]:
    rubric, _ = read_rubric((shipped.folder("rubrics") / name).read_text("utf-8"), name)
    bank, _ = read_bank((shipped.folder("prompts") / name).read_text("utf-8"), name, rubric)
    assert rubric is not None
    assert bank is not None
    return rubric, bank


def asked(step: str, rubric: Rubric, bank: PromptBank, behaviour: str | None = None) -> list[str]:
    """The wordings of one step in each week of the year."""
    return [
        SittingContext(
            rubric,
            FIRST + timedelta(weeks=week),
            FIRST + timedelta(weeks=week),
            sittings=week,
            bank=bank,
        ).wording(step, behaviour=behaviour)
        for week in range(WEEKS)
    ]


def shortest_way_back(wordings: list[str]) -> int:
    """The fewest weeks between two times that the same is asked."""
    last: dict[str, int] = {}
    gaps = [WEEKS]
    for week, wording in enumerate(wordings):
        gaps.append(week - last.get(wording, -WEEKS))
        last[wording] = week
    return min(gaps)


@pytest.mark.parametrize("language", ["", ".de", ".es"])
def test_no_wording_of_the_core_rubric_comes_back_soon(language: str) -> None:
    rubric, bank = read(f"learning-leader{language}.yaml")
    assert shortest_way_back(asked("opening", rubric, bank)) > 5
    assert shortest_way_back(asked("moment", rubric, bank)) > FEWEST
    for behaviour in rubric.behaviours:
        assert shortest_way_back(asked("evidence", rubric, bank, behaviour.id)) >= FEWEST


@pytest.mark.parametrize("step", ["plan", "obstacle", "cue", "action"])
@pytest.mark.parametrize("every", [2, 3, 4, 6, 13])
def test_a_plan_made_every_few_weeks_meets_every_wording(step: str, every: int) -> None:
    rubric, bank = read("learning-leader.yaml")
    met = asked(step, rubric, bank)[::every]
    assert len(set(met)) == min(len(met), len(getattr(bank, step)))


SHIPPED = sorted(file.name for file in shipped.folder("prompts").glob("*.yaml"))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_bank_has_enough_wordings_for_each_behaviour(name: str) -> None:
    rubric, bank = read(name)
    few = [b.id for b in rubric.behaviours if len(set(bank.evidence[b.id])) < FEWEST]
    assert few == []
