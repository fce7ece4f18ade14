"""Checks answers against their rubric and the plans of the journal; each misfit has its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from learnlead.rubric.model import ALL, OTHER, Behaviour, Depth, Rubric
from learnlead.sitting.answers import Answers, PlanAnswer
from learnlead.sitting.build import reviewed_stem
from learnlead.sitting.context import SittingContext
from learnlead.sitting.mark import NONE_MADE, Mark
from learnlead.text.problem_text import near_or_all, quoted


@dataclass(frozen=True, slots=True)
class Misfit:
    """One answer that does not fit; `place` is its path of keys and positions in the answers."""

    place: tuple[str | int, ...]
    message: str
    remedy: str


def misfits(
    answers: Answers, context: SittingContext, known_plans: Collection[str]
) -> list[Misfit]:
    """Every answer that the rubric or the journal does not allow.

    `known_plans` are the stems of those plans named in the answers that the journal has.
    """
    wrong = [
        *_focus_and_texts(answers, context.rubric),
        *_relationships(answers, context.rubric),
        *_ratings(answers, context.rubric, context.depth),
        *_look_back(answers, context, known_plans),
        *_plan(answers, context, known_plans),
    ]
    if not answers.has_any:
        remedy = "answer at least one question; `learnlead reflect --answers-form` prints them"
        wrong.append(Misfit((), "there is no answer in it", remedy))
    return wrong


def _unknown(
    kind: str, unknown_id: str, known: Collection[str], place: tuple[str | int, ...]
) -> Misfit:
    remedy = near_or_all(unknown_id, known, "there are") if known else "take it out"
    return Misfit(place, f"this rubric has no {kind} {quoted(unknown_id)}", remedy)


def _focus_and_texts(answers: Answers, rubric: Rubric) -> Iterator[Misfit]:
    behaviours = [b.id for b in rubric.behaviours]
    if answers.focus and answers.focus.behaviour not in behaviours:
        yield _unknown("behaviour", answers.focus.behaviour, behaviours, ("focus", "behaviour"))
    for part, keys in (("count", answers.count), ("evidence", answers.evidence)):
        for key in keys:
            if key not in behaviours:
                yield _unknown("behaviour", key, behaviours, (part, key))
    for key, answer in answers.answers.items():
        question = rubric.question(key)
        if question is None:
            known = [q.id for q in rubric.questions]
            yield _unknown("open question", key, known, ("answers", key))
        elif question.kind == "choice" and answer is not None and answer not in question.options:
            text = quoted(answer if isinstance(answer, str) else ", ".join(answer))
            remedy = f"they are: {', '.join(question.options)}"
            yield Misfit(("answers", key), f"{text} is not one of its options", remedy)


def _relationships(answers: Answers, rubric: Rubric) -> Iterator[Misfit]:
    known = [r.id for r in rubric.relationships]
    for index, relationship in enumerate(answers.relationships or ()):
        if relationship not in known:
            yield _unknown("relationship", relationship, known, ("relationships", index))
        elif relationship in (answers.relationships or ())[:index]:
            yield Misfit(
                ("relationships", index), f"{relationship!r} stands twice", "leave one out"
            )
    for index, moment in enumerate(answers.moments):
        if moment.relationship not in (*known, OTHER):
            place = ("moments", index, "relationship")
            yield _unknown("relationship", moment.relationship, (*known, OTHER), place)


def _ratings(answers: Answers, rubric: Rubric, depth: Depth) -> Iterator[Misfit]:
    for key, rating in answers.ratings.items():
        behaviour = rubric.behaviour(key)
        if behaviour is None:
            yield _unknown("behaviour", key, [b.id for b in rubric.behaviours], ("ratings", key))
        elif isinstance(rating, Mapping):
            yield from _by_relationship(behaviour, rating, rubric, depth)
        else:
            yield from _mark(behaviour, rating, ("ratings", key))


def _by_relationship(
    behaviour: Behaviour, marks: Mapping[str, Mark], rubric: Rubric, depth: Depth
) -> Iterator[Misfit]:
    place: tuple[str | int, ...] = ("ratings", behaviour.id)
    if depth != "full":
        remedy = "give one rating, or say depth: full"
        yield Misfit(place, "ratings by relationship belong to depth full", remedy)
    elif behaviour.relationship != ALL:
        message = f"{behaviour.id!r} belongs to one relationship alone"
        yield Misfit(place, message, "give one rating")
    elif not marks:
        yield Misfit(place, "no relationship is rated in it", "give one, or leave it out")
    known = [r.id for r in rubric.relationships]
    for relationship, mark in marks.items():
        if relationship not in known:
            yield _unknown("relationship", relationship, known, (*place, relationship))
        yield from _mark(behaviour, mark, (*place, relationship))


def _mark(behaviour: Behaviour, mark: Mark, place: tuple[str | int, ...]) -> Iterator[Misfit]:
    if mark == NONE_MADE and behaviour.opportunity != "made":
        message = f"none-made does not fit {behaviour.id!r}, whose opportunity is met, not made"
        yield Misfit(place, message, "say no-opportunity")


def _look_back(
    answers: Answers, context: SittingContext, known: Collection[str]
) -> Iterator[Misfit]:
    seen: set[str] = set()
    for index, review in enumerate(answers.look_back):
        stem = review.plan or (context.plans[0].stem if context.plans else None)
        place: tuple[str | int, ...] = ("look_back", index)
        if stem is None:
            remedy = "leave look_back out, or name a plan's page"
            yield Misfit(place, "there is no open plan to look back on", remedy)
        elif stem not in known:
            yield _no_such_plan(stem, place)
        elif stem in seen:
            yield Misfit(place, f"the plan {stem!r} is looked back on twice", "leave one out")
        seen.add(stem or "")


def _plan(answers: Answers, context: SittingContext, known: Collection[str]) -> Iterator[Misfit]:
    plan = answers.plan
    reviews_are_named = all(review.plan for review in answers.look_back)
    if plan == "keep" and reviews_are_named and reviewed_stem(answers, context) is None:
        yield Misfit(("plan",), "there is no open plan to keep", "make a new one, or say none")
    if not isinstance(plan, PlanAnswer):
        return
    ids = [b.id for b in context.rubric.behaviours]
    if plan.behaviour is not None and plan.behaviour not in ids:
        yield _unknown("behaviour", plan.behaviour, ids, ("plan", "behaviour"))
    if plan.kept is not None and plan.kept not in known:
        yield _no_such_plan(plan.kept, ("plan", "kept"))
    if not (plan.behaviour or plan.kept or answers.focus or context.current_focus):
        yield Misfit(("plan",), "the plan has no behaviour, and there is no focus", "name one")


def _no_such_plan(stem: str, place: tuple[str | int, ...]) -> Misfit:
    message = f"the journal has no plan of {stem!r} that could be looked back on"
    return Misfit(place, message, "`learnlead plan list` shows the plans")
