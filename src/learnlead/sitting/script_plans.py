"""The questions about plans: what became of the open ones, and the plan for the next period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from learnlead.i18n.words import Words
from learnlead.sitting.context import OpenPlan, SittingContext
from learnlead.sitting.follow_ups import RUNNING
from learnlead.sitting.mark import OUTCOMES
from learnlead.sitting.plan_words import cue_words, plan_in_words
from learnlead.sitting.question import (
    ADJUST,
    KEEP,
    PLAN_WAYS,
    AnswerValue,
    Choice,
    Kind,
    Question,
    Step,
    is_answered,
)
from learnlead.sitting.script_behaviours import chosen_focus


def look_back(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """The newest plan by its outcome and a few words, all older ones together by a key each."""
    if not context.plans:
        return
    plan, words = context.plans[0], context.words
    preface: tuple[str, ...] = (your_plan(plan, words),)
    ask = context.wording("look-back")
    choices = [Choice(outcome, words(f"outcome.{outcome}")) for outcome in OUTCOMES]
    if context.was_away:
        preface = (context.wording("welcome-back"), *preface)
        ask = words("ask.look-back-after-days", day=words.day_and_month(plan.made))
        choices.insert(0, Choice(KEEP, words("look-back.keep")))
    about = words("about.look-back")
    question = Question(
        "look-back", Step.LOOK_BACK, Kind.CHOICE, about, ask, tuple(choices), preface
    )
    yield question
    outcome = answers.get("look-back")
    if outcome not in (KEEP, "dropped") or is_answered(answers, "look-back-note"):
        outcome_sentence: tuple[str, ...] = ()
        if isinstance(outcome, str):
            outcome_sentence = (words("you-said", outcome=question.label(outcome)),)
        yield Question(
            "look-back-note",
            Step.LOOK_BACK,
            Kind.TEXT,
            words("about.look-back-note"),
            words("ask.look-back-note"),
            preface=(your_plan(plan, words), *outcome_sentence),
        )
    if context.older_plans:
        yield _older(context)


def your_plan(plan: OpenPlan, words: Words) -> str:
    """The plan as a question says it before it asks."""
    return words("your-plan", plan=plan_in_words(plan.cue, plan.action, words))


def _older(context: SittingContext) -> Question:
    """One key for each that was done; the others are let go, and a skip leaves them all open."""
    older, words = context.older_plans, context.words
    left = len(context.plans) - 1 - len(older)
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
    plan_sentence = plan_in_words(plan.cue, plan.action, words)
    return words("plan-of-day", day=words.day_and_month(plan.made), plan=plan_sentence)


_STUCK_WAYS = (ADJUST, "new", "none", KEEP)
"""`PLAN_WAYS` in the order for a plan that was not done several times running."""


def now_what(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """What comes of the plan, and the lines of a new or adjusted one."""
    if not context.rubric.behaviours:
        return  # a plan is for a behaviour
    newest = context.plans[0] if context.plans else None
    plan = None if newest is None or _is_closed(newest, context, answers) else newest
    stuck = plan is not None and _is_stuck(context, answers)
    way = _way(context, answers, plan, stuck=stuck)
    if newest is not None and plan is None:
        way = replace(way, preface=(_closed(newest, context.words),))
    yield way
    new_questions = list(_new_words(context, answers, plan, stuck=stuck))
    if is_answered(answers, "obstacle") and all(line.id != "obstacle" for line in new_questions):
        yield _line(context, "obstacle", context.wording("obstacle"), "")
    yield from new_questions


def _new_words(
    context: SittingContext,
    answers: Mapping[str, AnswerValue],
    plan: OpenPlan | None,
    *,
    stuck: bool,
) -> Iterator[Question]:
    """The questions for a new or adjusted plan that the answers so far lead to."""
    way = answers.get("plan")
    if way not in ("new", ADJUST):
        return
    if way == "new" and chosen_focus(context, answers) is None:
        choices = tuple(Choice(b.id, b.name) for b in context.rubric.behaviours)
        about, ask = context.words("about.plan-behaviour"), context.plain("plan-behaviour")
        yield Question("plan-behaviour", Step.NOW_WHAT, Kind.CHOICE, about, ask, choices)
        if answers.get("plan-behaviour", "") is None:
            return
    old = plan if way == ADJUST else None
    hindered = old is None or stuck or answers.get("obstacle") is not None
    lines = list(_lines(context, answers, old, hindered=hindered))
    for number, line in enumerate(lines, start=1):
        yield replace(line, place=context.words("place.line", n=number, all=len(lines)))
        if line.id == "cue" and answers.get("cue", "") is None:
            return


def _is_closed(plan: OpenPlan, context: SittingContext, answers: Mapping[str, AnswerValue]) -> bool:
    """Whether the plan was closed since the sitting began, and was not kept or adjusted in it."""
    return plan.stem in context.closed and answers.get("plan") not in (KEEP, ADJUST)


def _closed(plan: OpenPlan, words: Words) -> str:
    return words("plan-closed", plan=plan_in_words(plan.cue, plan.action, words))


def _is_stuck(context: SittingContext, answers: Mapping[str, AnswerValue]) -> bool:
    """Whether this is the third sitting running that says not done."""
    return answers.get("look-back") == "not-done" and context.recent.not_done >= RUNNING - 1


def _way(
    context: SittingContext,
    answers: Mapping[str, AnswerValue],
    plan: OpenPlan | None,
    *,
    stuck: bool,
) -> Question:
    words = context.words
    ask, preset = context.plain("plan-first"), "new"
    preface: tuple[str, ...] = ()
    ways: tuple[str, ...] = ("new", "none")
    if plan is not None:
        ask, preset = context.wording("plan"), KEEP
        ways, preface = PLAN_WAYS, (your_plan(plan, words),)
        if answers.get("look-back") == "dropped":
            preset = "new"
        if stuck:
            ask, preset, ways = context.plain("not-done"), ADJUST, _STUCK_WAYS
    called = "plan-stuck" if stuck else "plan"
    choices = tuple(Choice(way, words(f"{called}.{way}", this=context.this_period)) for way in ways)
    about = words("about.plan")
    return Question("plan", Step.NOW_WHAT, Kind.CHOICE, about, ask, choices, preface, preset=preset)


def _lines(
    context: SittingContext,
    answers: Mapping[str, AnswerValue],
    old: OpenPlan | None,
    *,
    hindered: bool,
) -> Iterator[Question]:
    """What hinders, when, and what one does; for an adjusted plan the last two are enough."""
    words, line = context.words, partial(_line, context)
    if hindered:
        ask = context.wording("obstacle") if old is None else words("ask.obstacle-again")
        yield line("obstacle", ask, words("three-lines"))
    hinders = answers.get("obstacle") if hindered else None
    preface = words("hinders", obstacle=hinders) if hinders else ""
    yield line("cue", context.wording("cue"), preface, old.cue if old else None)
    cue = answers.get("cue")
    preface = words("if-then.begun", cue=cue_words(cue)) if isinstance(cue, str) else ""
    yield line("action", context.wording("action"), preface, old.action if old else None)


def _line(
    context: SittingContext, key: str, ask: str, preface: str, preset: str | None = None
) -> Question:
    about, prefaces = context.words(f"about.{key}"), (preface,) if preface else ()
    return Question(key, Step.NOW_WHAT, Kind.LINE, about, ask, preface=prefaces, preset=preset)
