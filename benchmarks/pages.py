"""Invented pages in any number, rendered by the program itself; the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from learnlead.page.writer import render
from learnlead.rubric.model import Rubric
from learnlead.rubric.reader import read_rubric
from learnlead.shipped import folder
from learnlead.sitting.mark import Mark
from learnlead.sitting.model import Moment, Plan, Reflection

_LAST = date(2026, 11, 13)
_VOCABULARY = (
    "review design silence question report peer answer minute whiteboard plan budget meeting "
    "customer release sketch waited asked told listened explained she he they we Tuesday "
    "Thursday morning afterwards before because although while the a my their our half whole "
    "first second nobody somebody problem fix mistake idea deadline quarter handover corridor "
    "lunch call slides numbers forecast pilot vendor contract test server invoice sensor"
)
_WORDS = _VOCABULARY.split()

RARE = "eclipse"
"""A word that stands in one page of a thousand, in its insight."""


def write_workspace(root: Path, *, pages: int, days_apart: int) -> Path:
    """Make a workspace whose journal holds that many pages, the last dated 13 November 2026.

    A page has about 4 kB. Returns the journal's folder.
    """
    journal = root / "journals"
    journal.mkdir(parents=True)
    (root / "learnlead.yaml").touch()
    rubric = _rubric()
    for reflection in _reflections(rubric, pages, days_apart):
        page = journal / f"{reflection.date}-{rubric.id}.md"
        page.write_text(render(reflection, rubric), encoding="utf-8")
    return journal


def _rubric() -> Rubric:
    file = folder("rubrics") / "learning-leader.yaml"
    rubric, problems = read_rubric(file.read_text(encoding="utf-8"), file.name)
    assert rubric is not None, problems
    return rubric


def _reflections(rubric: Rubric, pages: int, days_apart: int) -> Iterator[Reflection]:
    rng = random.Random(2026)
    for number in range(pages):
        day = _LAST - timedelta(days=days_apart * (pages - 1 - number))
        insight = _text(rng, 25) + (f" {RARE}" if number % 1000 == 0 else "")
        yield _reflection(rng, rubric, day, insight)


def _reflection(rng: random.Random, rubric: Rubric, day: date, insight: str) -> Reflection:
    behaviours = [behaviour.id for behaviour in rubric.behaviours]
    relationship = rng.choice(rubric.relationships).id
    return Reflection(
        date=day,
        rubric=rubric.id,
        rubric_version=rubric.version,
        focus=behaviours[7],
        relationships=(relationship,),
        minutes=rng.randint(6, 19),
        moments=(
            Moment.model_validate(
                {
                    "relationship": relationship,
                    "with": "report A",
                    "what": _text(rng, 110),
                    "other_side": _text(rng, 50),
                }
            ),
        ),
        ratings={one: mark for one in behaviours if (mark := _mark(rng)) is not None},
        evidence={one: _text(rng, 40) for one in rng.sample(behaviours, 3)},
        opposite=_text(rng, 40),
        insight=insight,
        obstacle=_text(rng, 12),
        plan=Plan(
            behaviour=behaviours[7],
            cue=_text(rng, 6),
            action=_text(rng, 5),
            due=day + timedelta(days=7),
        ),
    )


def _mark(rng: random.Random) -> Mark | None:
    """Mostly a number; at times no opportunity, or skipped."""
    chance = rng.random()
    if chance < 0.1:
        return "no-opportunity"
    return None if chance < 0.15 else min(5, max(1, round(rng.gauss(3.2, 0.9))))


def _text(rng: random.Random, words: int) -> str:
    """So many words, in sentences of ten."""
    said = rng.choices(_WORDS, k=words)
    sentences = (" ".join(said[i : i + 10]).capitalize() for i in range(0, words, 10))
    return ". ".join(sentences) + "."
