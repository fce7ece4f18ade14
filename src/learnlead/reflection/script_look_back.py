"""The questions on the plans that are open: what became of the newest, and of those before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from learnlead.catalogue.words import Words
from learnlead.reflection.circumstances import Circumstances, OpenPlan
from learnlead.reflection.mark import OUTCOMES
from learnlead.reflection.plan_words import in_words
from learnlead.reflection.question import (
    KEEP,
    Choice,
    Given,
    Kind,
    Question,
    Step,
    holds,
)


def look_back(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    """The newest plan by its outcome and a few words, all older ones together by a key each."""
    if not around.plans:
        return
    plan, words = around.plans[0], around.words
    preface: tuple[str, ...] = (your_plan(plan, words),)
    ask = around.wording("look-back")
    choices = [Choice(outcome, words(f"outcome.{outcome}")) for outcome in OUTCOMES]
    if around.was_away:
        preface = (around.wording("welcome-back"), *preface)
        ask = words("ask.look-back-after-days", day=words.day_and_month(plan.made))
        choices.insert(0, Choice(KEEP, words("look-back.keep")))
    about = words("about.look-back")
    question = Question(
        "look-back", Step.LOOK_BACK, Kind.CHOICE, about, ask, tuple(choices), preface
    )
    yield question
    outcome = answers.get("look-back")
    if outcome not in (KEEP, "dropped") or holds(answers, "look-back-note"):
        said: tuple[str, ...] = ()
        if isinstance(outcome, str):
            said = (words("you-said", outcome=question.label(outcome)),)
        yield Question(
            "look-back-note",
            Step.LOOK_BACK,
            Kind.TEXT,
            words("about.look-back-note"),
            words("ask.look-back-note"),
            preface=(your_plan(plan, words), *said),
        )
    if around.older_plans:
        yield _older(around)


def your_plan(plan: OpenPlan, words: Words) -> str:
    """The plan as a question says it before it asks."""
    return words("your-plan", plan=in_words(plan.cue, plan.action, words))


def _older(around: Circumstances) -> Question:
    """One key for each that was done; the others are let go, and a skip leaves them all open."""
    older, words = around.older_plans, around.words
    left = len(around.plans) - 1 - len(older)
    more = (words.counted(left, "more-plans"),) if left else ()
    return Question(
        "look-back-older",
        Step.LOOK_BACK,
        Kind.SEVERAL,
        words("about.look-back-older"),
        words("ask.look-back-older"),
        tuple(Choice(plan.stem, _dated(plan, words)) for plan in older),
        more,
    )


def _dated(plan: OpenPlan, words: Words) -> str:
    said = in_words(plan.cue, plan.action, words)
    return words("plan-of-day", day=words.day_and_month(plan.made), plan=said)
