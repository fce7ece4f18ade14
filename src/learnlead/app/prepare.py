"""Builds the context of a sitting from the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from learnlead.app.coach_questions import (
    agreed_in,
    newest_with_time,
    questions_in,
    waiting_replies,
)
from learnlead.app.notes import notes_to_offer
from learnlead.app.pages import NEWEST_PAGES, read_sittings
from learnlead.app.passages import ShownPassage, passage_to_show
from learnlead.app.ports import PageStore
from learnlead.app.yardsticks import AskedQuestion, Yardstick, asked_since, yardsticks_to_show
from learnlead.errors import Problem
from learnlead.i18n.words import words_in
from learnlead.page.facts import Sitting
from learnlead.page.naming import begins_with_date, read_name, stem
from learnlead.page.reader import scan
from learnlead.rubric.model import Depth, Rubric
from learnlead.sitting.context import FocusChoice, OpenPlan, RecentSittings, SittingContext
from learnlead.sitting.note import Note
from learnlead.trends.focus import focus_of
from learnlead.trends.plans import PlanItem, plan_items

if TYPE_CHECKING:
    from learnlead.rubric.prompts import PromptBank


def prepare(
    page_store: PageStore,
    rubric: Rubric,
    bank: PromptBank | None,
    *,
    day: date,
    today: date,
    depth: Depth,
    pending: FocusChoice | None = None,
    people: Sequence[str] = (),
    notes: Sequence[Note] = (),
    asked_questions: Iterable[AskedQuestion] = (),
    yardsticks: Iterable[Yardstick] = (),
    shown_passages: Iterable[ShownPassage] = (),
    steady: bool = False,
) -> SittingContext:
    """The context of a sitting on that day, from the newest earlier pages of the rubric.

    The outcomes of their plans are read from pages of any date: a back-dated sitting asks about no
    plan that was reviewed or kept since.
    `notes` are all that are open; those of them are offered that no sitting could offer before.
    `asked_questions` are all questions that were given out, `yardsticks` all that were kept,
    `shown_passages` what came back already.
    """
    listing = page_store.listing()
    names = listing.names
    dated = _dated(names, page_store, rubric.id)
    earlier = [(name, on) for name, on in dated if on <= day]
    newest = earlier[-NEWEST_PAGES:]
    sittings, problems = read_sittings(page_store, [name for name, _ in newest])
    problems += _since(newest[0][1] if newest else date.min, listing.problems)
    sittings = [sitting for sitting in sittings if sitting.rubric == rubric.id]
    later, _ = read_sittings(page_store, [name for name, on in dated if on > day])
    focus = focus_of(sittings)
    made = {s.stem: s.date for s in sittings}
    plans = [_open_plan(i, made[i.id]) for i in plan_items(sittings, [*sittings, *later]) if i.open]
    last = newest_with_time(sittings)
    offered = last.date if last else None
    replies = waiting_replies(names, page_store, rubric.id, last, day)
    return SittingContext(
        rubric=rubric,
        day=day,
        today=today,
        depth=depth,
        sittings=len(earlier),
        last=earlier[-1][1] if earlier else None,
        focus=FocusChoice(focus.behaviour, focus.notice, focus.since) if focus else None,
        pending=pending,
        plans=tuple(reversed(plans)),
        same_day=next((stem(name) for name, on in earlier if on == day), None),
        unread=len(problems),
        people=tuple(people),
        notes=notes_to_offer(notes, day, offered),
        recent=_recent(sittings),
        yardsticks=yardsticks_to_show(yardsticks, day, words_in(rubric.language)),
        memory=passage_to_show(page_store, rubric.id, day, len(earlier), shown_passages),
        asked_someone=asked_since(asked_questions, offered),
        coach_questions=questions_in(replies),
        agreed=agreed_in(replies, [*sittings, *later]),
        bank=bank,
        steady=steady,
    )


def _since(first: date, problems: Iterable[Problem]) -> list[Problem]:
    """Those of files whose name begins with that date or a later one."""
    dated = (
        (begins_with_date((problem.file or "").rpartition("/")[2]), problem) for problem in problems
    )
    return [problem for day, problem in dated if day is not None and day >= first]


def _recent(sittings: Sequence[Sitting]) -> RecentSittings:
    marks = [{k: m for k, m in s.ratings.items() if not isinstance(m, Mapping)} for s in sittings]
    outcomes = [s.reviews[0].outcome for s in sittings if s.reviews]  # the newest plan's is first
    outcome = outcomes[-1] if outcomes else None
    same = takewhile(lambda earlier: earlier == outcome, reversed(outcomes))
    return RecentSittings(
        marks=tuple(marks),
        last_moment={relationship: s.date for s in sittings for relationship in s.moments},
        outcome=outcome,
        running=len(list(same)),
    )


def _dated(names: Iterable[str], page_store: PageStore, rubric_id: str) -> list[tuple[str, date]]:
    """Name and date of the rubric's pages, in order.

    Only where the name does not say the rubric, because a person gave it, is the page read.
    """
    dated_names = []
    for name in names:
        page_name = read_name(name)
        dated = page_name.day if page_name else begins_with_date(name)
        if dated is None:
            continue
        if page_name is None:
            sittings, _ = read_sittings(page_store, [name])
            ours = any(sitting.rubric == rubric_id for sitting in sittings)
        else:
            ours = page_name.rubric == rubric_id
        if ours:
            dated_names.append((name, dated))
    return dated_names


def plan_of(page_store: PageStore, plan_stem: str) -> OpenPlan | None:
    """The plan on the page of that stem, whatever its box says; None if there is none."""
    name = f"{plan_stem}.md"
    if name not in page_store.listing().names:
        return None
    sitting, _ = scan(page_store.read(name), page_store.shown(name), stem(name))
    if sitting is None or sitting.plan is None:
        return None
    plan = sitting.plan
    return OpenPlan(plan_stem, plan.behaviour, plan.cue, plan.action, sitting.date, plan.due)


def _open_plan(item: PlanItem, made: date) -> OpenPlan:
    return OpenPlan(item.id, item.behaviour, item.cue, item.action, made, item.due)
