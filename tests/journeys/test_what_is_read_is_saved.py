"""Every word on the last page is in the file, and the other way round: whatever path led there.

The paths go through `sit` itself: answers, skips, back, mending, changed choices, all depths,
several plans, a focus that waits. The same sittings are then handed in as a file, and as a page of
an editor.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any, cast

import pytest

from faults.sitting_walk import Person, Told
from faults.sitting_world import RUBRIC, TOKEN, World, rubric_text
from filling import filled
from learnlead.app.editor_page.make import sitting_page
from learnlead.app.editor_page.sheet import read_page
from learnlead.app.scripted import answer_problems, named_plans, read_script, save_answers
from learnlead.app.sit import Finished, sit
from learnlead.errors import Interrupted
from learnlead.rubric.reader import read_rubric
from learnlead.sitting.answers import Answers
from learnlead.sitting.build import build_reflection, collect_answers
from learnlead.sitting.check_answers import misfits
from learnlead.sitting.context import FocusChoice, OpenPlan, SittingContext
from learnlead.sitting.left_out import left_out
from learnlead.sitting.session import Session
from sizes import examples
from twins import MemoryInbox, MemoryShelf

ALL = 400
PATHS = examples(ALL)
PARTS = PATHS // 40
HALF_PARTS = max(PATHS // 100, 1)

DAY = date(2026, 11, 20)
SMALL, _ = read_rubric(rubric_text(1), RUBRIC)
assert SMALL is not None
MAY_BE_LEFT_OUT = {"cue", "action", "focus-notice"}
"""Heads of the questions whose words a page cannot hold without another answer."""


class Nowhere:
    """A world in which nothing happens meanwhile, and nothing is on a disk."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._given_out = 0

    def token(self) -> str:
        self._given_out += 1
        return f"w{self._given_out}q"


class Reader(Person):
    """The same person, undisturbed."""

    def look_for_every_word(self, when: str) -> None: ...

    def _something_happens(self) -> None: ...

    def _signal(self) -> None:
        raise Interrupted


class Notebook:
    def keep(self, answers: Any, unfinished: Any) -> bool:
        return True


def sitting_context(chance: Random) -> SittingContext:
    weeks = range(1, chance.choice((1, 2, 2, 4)))
    days = [DAY - timedelta(weeks=week) for week in weeks]
    assert SMALL is not None
    return SittingContext(
        SMALL,
        DAY,
        DAY,
        depth=chance.choice(("quick", "standard", "standard", "full")),
        sittings=chance.choice((0, 1, 2, 13)),
        last=DAY - timedelta(days=chance.choice((7, 30))),
        focus=chance.choice((None, FocusChoice("asking"), FocusChoice("waiting"))),
        pending=chance.choice((None, None, FocusChoice("waiting"))),
        plans=tuple(OpenPlan(f"{d}-small", "asking", "it rings", "wait", d, d) for d in days),
        asked_someone=chance.random() < 0.3,
        people=("report A",),
        relationship=chance.choice((None, None, "peer")),
    )


def walked(number: int) -> tuple[Session, set[str]] | None:
    """A sitting, and the words on its last page; None where it was left."""
    chance = Random(number)  # noqa: S311 - the same path again
    person = Reader(cast("World", Nowhere(chance)), Told())
    session = Session.begin(sitting_context(chance))
    try:
        ended = sit(session, person, Notebook(), title="Small")
        while not isinstance(ended, Finished):  # x, pressed by mistake
            left = ended
            ended = sit(left.session, person, Notebook(), title="Small", unfinished=left.unfinished)
    except Interrupted:
        return None
    if not collect_answers(ended.session).has_any:
        return None
    return ended.session, person.on_page or set()


def words_in_file(answers: Answers, context: SittingContext) -> set[str]:
    page_store = MemoryShelf()
    plans = named_plans(answers, context, page_store)
    kept = save_answers(answers, context, plans, page_store, MemoryInbox())
    return set(TOKEN.findall(page_store.pages[kept.name]))


def check(number: int, save: Callable[[Answers], Answers] = lambda answers: answers) -> int:
    """Whether a path was walked to its page; all that this file says must be true of it."""
    if (walk := walked(number)) is None:
        return 0
    session, read = walk
    assert words_in_file(save(collect_answers(session)), session.context) == read
    out = left_out(session)
    worded = {answer.question.id.split(":")[0] for answer in out if answer.kept_elsewhere}
    assert worded <= MAY_BE_LEFT_OUT
    assert all(answer.mended_at for answer in out)
    beside = set(TOKEN.findall(str([answer.answer for answer in out])))
    assert read | beside == tokens(session.answers)
    return 1


def tokens(answers: Any) -> set[str]:
    return set(TOKEN.findall(str(list(answers.values()))))


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_read_at_the_end_is_what_is_saved(part: int) -> None:
    walked_to_the_page = sum(check(number) for number in range(part, PATHS, PARTS))
    assert walked_to_the_page > PATHS / PARTS / 2


EMPTY: dict[str, Any] = {
    "focus": None,
    "look_back": (),
    "moments": (),
    "heard": None,
    "evidence": {},
    "opposite": None,
    "insight": None,
    "obstacle": None,
    "plan": None,
    "answers": {},
}


@pytest.mark.parametrize("field", EMPTY)
def test_and_it_shows_when_one_field_is_dropped_from_saving(field: str) -> None:
    def dropping(answers: Answers) -> Answers:
        return answers.model_copy(update={field: EMPTY[field]})

    with pytest.raises(AssertionError):
        sum(check(number, dropping) for number in range(ALL))


@pytest.mark.parametrize("part", range(HALF_PARTS))
def test_every_word_of_an_answers_file_that_is_accepted_is_in_the_file(part: int) -> None:
    accepted = 0
    for number in range(part, PATHS // 2, HALF_PARTS):
        if (walk := walked(number)) is None:
            continue
        session, context = walk[0], walk[0].context
        data = collect_answers(session).model_dump(
            mode="json", by_alias=True, exclude_defaults=True
        )
        script = read_script(json.dumps({"learnlead": 1, **data}), "answers.yaml")
        plans = named_plans(script.answers, context, MemoryShelf())
        if answer_problems(script, context, plans):
            continue
        accepted += 1
        assert words_in_file(script.answers, context) == set(TOKEN.findall(json.dumps(data)))
    assert accepted > PATHS / 2 / HALF_PARTS / 3


@pytest.mark.parametrize("part", range(HALF_PARTS))
def test_every_word_of_an_editors_page_that_is_accepted_is_in_the_file(part: int) -> None:
    accepted = 0
    for number in range(part, PATHS // 2, HALF_PARTS):
        if (walk := walked(number)) is None:
            continue
        session, context = walk[0], replace(walk[0].context, relationship=None)
        answers = collect_answers(session)
        plans = named_plans(answers, context, MemoryShelf())
        if misfits(answers, context, plans):
            continue
        reflection = build_reflection(answers, context, plans, DAY)
        written = filled(sitting_page(context), reflection, context.rubric)
        read = read_page(written, lambda *_, context=context: context, MemoryShelf())
        if read.page is None or read.problems:
            continue
        accepted += 1
        assert words_in_file(read.page.answers, context) == set(TOKEN.findall(written))
    assert accepted > PATHS / 2 / HALF_PARTS / 4
