"""Every shipped rubric, sat through in a real terminal, and its trends after a few years."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from learnlead.sitting.question import AnswerValue, Kind, Question
from running import run
from sizes import thinned
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

DATES = {
    "learning-benefits": [f"{y}-{m:02}-20" for y in (2025, 2026) for m in range(1, 12)],
    "learning-culture": [f"{y}-{m:02}-20" for y in range(2023, 2027) for m in (2, 5, 8, 11)],
    "leadership-buy-in": [f"{y}-{m:02}-20" for y in range(2023, 2027) for m in (2, 5, 8, 11)],
    "learning-organization": [f"{y}-{m:02}-20" for y in range(2023, 2027) for m in (2, 5, 8, 11)],
}
"""Sittings up to 20 November 2026, the day of the tests, each in a period of its own."""


def _answer(question: Question, number: int) -> AnswerValue:
    match question.kind:
        case Kind.RATING:
            return 1 + number % 5
        case Kind.CHOICE:
            return question.preset or question.choices[0].value
        case Kind.COUNT:
            return "2/3"
        case Kind.LINE | Kind.TEXT:
            return f"Words on {question.id.replace(':', ' ')}."
    raise AssertionError(question.kind)


# One of months and one of quarters always; `unit/rubric` reads every shipped rubric.
@pytest.mark.parametrize("rubric", thinned(DATES, 2))
def test_a_sitting_and_what_it_adds_up_to(rubric: str, workspace: Path) -> None:
    *earlier, last = DATES[rubric]
    behaviours = json.loads(run("rubric", "show", rubric, "--json").stdout)["behaviours"]
    for number, day in enumerate(earlier):
        ratings = {one["id"]: 1 + (number + place) % 5 for place, one in enumerate(behaviours)}
        script = json.dumps({"learnlead": 1, "rubric": rubric, "date": day, "ratings": ratings})
        assert run("reflect", "--answers", "-", stdin=script).code == 0

    with Terminal("reflect", "--rubric", rubric, columns=100, rows=30) as terminal:
        typist = Typist(terminal, begun(rubric=rubric))
        number = 0
        while typist.session.screen is not None:
            questions = typist.screen.questions
            typist.fill({q.id: _answer(q, number + n) for n, q in enumerate(questions)})
            number += len(questions)
        assert typist.save() == 0

    page = (workspace / "journals" / f"{last}-{rubric}.md").read_text(encoding="utf-8")
    for question in json.loads(run("rubric", "show", rubric, "--json").stdout)["questions"]:
        assert f"<!-- answer {question['id']} -->" in page
    assert run("journal", "check").code == 0

    found = json.loads(run("trends", "--rubric", rubric, "--json").stdout)
    assert found["sittings"] == found["weeks"]["held"] == len(DATES[rubric])
    assert found["weeks"]["unit"] == ("month" if rubric == "learning-benefits" else "quarter")
    assert {one["n"] for one in found["behaviours"]} == {len(DATES[rubric])}
    told = run("trends", "--rubric", rubric, "--plain")
    assert told.code == 0
    assert "week" not in told.stdout.replace("No trend", "")
