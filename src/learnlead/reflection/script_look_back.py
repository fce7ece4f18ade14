"""The questions on the plans that are open: what became of the newest, and of those before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from learnlead.reflection.circumstances import Circumstances, OpenPlan
from learnlead.reflection.plan_words import in_words
from learnlead.reflection.question import KEEP, Choice, Given, Kind, Question, Step
from learnlead.reflection.wording import FALLBACK, OUTCOME_LABELS


def look_back(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    """The newest plan by its outcome and a few words, all older ones together by a key each."""
    if not around.plans:
        return
    plan = around.plans[0]
    preface: tuple[str, ...] = (your_plan(plan),)
    ask = around.wording("look-back", FALLBACK["look-back"])
    choices = [Choice(value, label) for value, label in OUTCOME_LABELS.items()]
    if around.was_away:
        welcome = around.wording("welcome-back", FALLBACK["welcome-back"])
        preface = (welcome, *preface)
        ask = f"This plan is from {_made(plan)}: keep it, or let it go?"
        choices.insert(0, Choice(KEEP, "keep it, and on"))
    question = Question(
        "look-back", Step.LOOK_BACK, Kind.CHOICE, "The plan", ask, tuple(choices), preface
    )
    yield question
    outcome = answers.get("look-back")
    if outcome not in (KEEP, "dropped"):
        said = (f"You said: {question.label(outcome)}.",) if isinstance(outcome, str) else ()
        yield Question(
            "look-back-note",
            Step.LOOK_BACK,
            Kind.TEXT,
            "What came of it",
            FALLBACK["look-back-note"],
            preface=(your_plan(plan), *said),
        )
    if around.older_plans:
        yield _older(around)


def your_plan(plan: OpenPlan) -> str:
    """The plan as a question says it before it asks."""
    return f"Your plan: {in_words(plan.cue, plan.action)}"


def _older(around: Circumstances) -> Question:
    """One key for each that was done; the others are let go, and a skip leaves them all open."""
    older = around.older_plans
    left = len(around.plans) - 1 - len(older)
    more = (f"There are {left} more: `learnlead plan list`.",) if left else ()
    return Question(
        "look-back-older",
        Step.LOOK_BACK,
        Kind.SEVERAL,
        "Older plans that were done; the others are let go",
        FALLBACK["look-back-older"],
        tuple(Choice(p.stem, f"{_made(p)}: {in_words(p.cue, p.action)}") for p in older),
        more,
    )


def _made(plan: OpenPlan) -> str:
    return f"{plan.made.day} {plan.made:%B}"
