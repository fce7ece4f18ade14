"""The texts and marks of a page, each as a line that could leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from learnlead.coaching.bundle import Passage, SentRating
from learnlead.coaching.public_page import texts_of
from learnlead.reflection.mark import Mark
from learnlead.reflection.model import Moment, Plan, PlanReview, Reflection
from learnlead.reports.words import capital
from learnlead.rubric.model import Rubric
from learnlead.trends.model import FocusTrend
from learnlead.trends.plans import PlanItem

_SOMEONE_ELSE = "someone else, or a group"


def passages_on(page: str, said: Reflection, rubric: Rubric) -> Iterator[Passage]:
    """Every text of a page that was cleaned, in the order of a sitting.

    Ids count what stands on the page, so that they stay the same however much of it leaves.
    """
    passage = partial(Passage, date=said.date)
    for number, review in enumerate(said.looking_back, 1):
        if review.note:
            one = f"{page}/look-back-{number}"
            yield passage(id=one, kind="look-backs", about="Of a plan", text=review.note)
    for number, moment in enumerate(said.moments, 1):
        yield from _moment(f"{page}/moment-{number}", said, moment, rubric)
    if said.heard:
        about = "What came back from somebody who was asked"
        yield passage(id=f"{page}/heard", kind="heard", about=about, text=said.heard)
    for one, text in said.evidence.items():
        name = next(b.name for b in rubric.behaviours if b.id == one)
        yield passage(
            id=f"{page}/evidence-{one}", kind="evidence", behaviour=one, about=name, text=text
        )
    for one, text in said.answers.items():
        ask = next(q.ask for q in rubric.questions if q.id == one)
        yield passage(id=f"{page}/answer-{one}", kind="answers", question=one, about=ask, text=text)
    if said.opposite:
        yield passage(id=f"{page}/opposite", kind="opposite", text=said.opposite)
    if said.insight:
        yield passage(id=f"{page}/insight", kind="insights", text=said.insight)
    if said.obstacle:
        yield passage(id=f"{page}/obstacle", kind="obstacles", text=said.obstacle)


def _moment(one: str, said: Reflection, moment: Moment, rubric: Rubric) -> Iterator[Passage]:
    relationship = rubric.relationship(moment.relationship)
    about = capital(relationship.sentence if relationship else _SOMEONE_ELSE)
    passage = partial(Passage, kind="moments", date=said.date, relationship=moment.relationship)
    if moment.what:
        yield passage(id=one, about=about, text=moment.what)
    if moment.other_side:
        about = f"{about}: the other side"
        yield passage(
            id=f"{one}-other-side", part="other-side", about=about, text=moment.other_side
        )


def ratings_on(page: str, said: Reflection) -> Iterator[SentRating]:
    """Every mark of a page."""
    for behaviour, given in said.ratings.items():
        marks: list[tuple[str | None, Mark]] = (
            [*given.items()] if isinstance(given, Mapping) else [(None, given)]
        )
        for relationship, mark in marks:
            yield SentRating(
                page=page,
                date=said.date,
                depth=said.depth,
                behaviour=behaviour,
                relationship=relationship,
                mark=mark,
            )


def rating_words(said: Reflection, rubric: Rubric) -> str:
    """All marks of a page on one line."""
    return "; ".join(
        f"{behaviour.name} {_marks(said.ratings[behaviour.id])}"
        for behaviour in rubric.behaviours
        if behaviour.id in said.ratings
    )


def _marks(given: Mark | Mapping[str, Mark]) -> str:
    if isinstance(given, Mapping):
        return ", ".join(f"{_mark(mark)} ({one})" for one, mark in given.items())
    return _mark(given)


def _mark(mark: Mark) -> str:
    return str(mark).replace("-", " ")


def lines_on(
    page: str, said: Reflection, copy: Reflection, rubric: Rubric, focus: FocusTrend | None
) -> frozenset[str]:
    """The ids of the page's lines that stand in a copy of it; of plans see `plan_words_on`."""
    texts = set(texts_of(copy))
    found = {one.id for one in passages_on(page, said, rubric) if one.text in texts}
    found.update([f"{page}/ratings"] if copy.ratings else [])
    if focus is not None and copy.focus == focus.focus.behaviour:
        found.add("focus")
        found.update(["notice"] if copy.focus_notice == focus.focus.notice else [])
    return frozenset(found)


def plan_words_on(copy: Reflection) -> Iterator[tuple[str, str]]:
    """Cue and action of each plan on the page, made there or looked back at."""
    plans: list[PlanReview | Plan] = [*copy.looking_back, *filter(None, [copy.plan])]
    yield from ((plan.cue, plan.action) for plan in plans if plan.cue and plan.action)


def ids_by_words(plans: Iterable[PlanItem]) -> dict[tuple[str, str], frozenset[str]]:
    """The plans by cue and action: one that is kept has the words of the one before it."""
    found: dict[tuple[str, str], set[str]] = {}
    for plan in plans:
        found.setdefault((plan.cue, plan.action), set()).add(plan.id)
    return {words: frozenset(ids) for words, ids in found.items()}
