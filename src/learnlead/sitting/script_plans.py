"""The questions about plans: what became of the open ones, and the plan for the next period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from learnlead.i18n.words import Words
from learnlead.rubric.model import Behaviour
from learnlead.sitting.context import AgreedAction, OpenPlan, SittingContext
from learnlead.sitting.follow_ups import RUNNING
from learnlead.sitting.mark import OUTCOMES, Outcome
from learnlead.sitting.plan_words import plan_in_words, plan_of_line
from learnlead.sitting.question import (
    ADJUST,
    AGREED_WAYS,
    KEEP,
    PLAN_WAYS,
    AnswerValue,
    Choice,
    Kind,
    Question,
    Step,
    is_answered,
)
from learnlead.sitting.script_behaviours import chosen_focus, lent_behaviour
from learnlead.sitting.script_so_what import SO_WHAT

PLAN_LINES = ("obstacle", "cue", "action")
"""The lines of a plan, on one screen: what gets in the way, if, then."""


def look_back(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """The newest plan by its outcome and a few words, all older ones together by a key each."""
    if not context.plans:
        return
    plan, words = context.plans[0], context.words
    sentence = plan_in_words(plan.cue, plan.action, words)
    preface = (words("look-back.of", day=words.day_and_month(plan.made)),)
    question = Question(
        "look-back",
        Step.LOOK_BACK,
        Kind.CHOICE,
        words("about.look-back"),
        context.wording("look-back"),
        tuple(Choice(outcome, words(f"outcome.{outcome}")) for outcome in OUTCOMES),
        preface if context.was_away else (),
        sentence,
    )
    yield question
    outcome = answers.get("look-back")
    if isinstance(outcome, str) or is_answered(answers, "look-back-note"):
        key = f"look-back-note.{outcome}" if isinstance(outcome, str) else "look-back-note"
        yield Question(
            "look-back-note",
            Step.LOOK_BACK,
            Kind.TEXT,
            words("about.look-back-note"),
            context.plain(key),
            quote=sentence,
            heading=words("heading.look-back", outcome=question.label(outcome))
            if isinstance(outcome, str)
            else "",
        )
    if context.older_plans:
        yield _older(context)


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


def now_what(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Iterator[Question]:
    """What comes of the plan, and the three lines of a new or adjusted one.

    Where no plan is open there is nothing to choose: the lines are asked, and left empty for none.
    """
    if not context.rubric.behaviours:
        return  # a plan is for a behaviour
    newest = context.plans[0] if context.plans else None
    plan = None if newest is None or _is_closed(newest, context, answers) else newest
    way = answers.get("plan")
    if plan is not None or context.agreed or is_answered(answers, "plan"):
        yield _way(context, answers, plan)
    else:
        way = "new"
    words_are_asked = way in ("new", ADJUST, *AGREED_WAYS)
    closed = newest if plan is None else None
    old = plan if way == ADJUST else None
    for line in _lines(context, answers, old, closed):
        if words_are_asked or (line.id == "obstacle" and is_answered(answers, "obstacle")):
            yield line


def _is_closed(plan: OpenPlan, context: SittingContext, answers: Mapping[str, AnswerValue]) -> bool:
    """Whether the plan was closed since the sitting began, and was not kept or adjusted in it."""
    return plan.stem in context.closed and answers.get("plan") not in (KEEP, ADJUST)


def running(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Outcome | None:
    """The outcome that this is the third sitting running to say; None where there is none."""
    outcome, recent = answers.get("look-back"), context.recent
    if recent.outcome is None or outcome != recent.outcome or recent.running < RUNNING - 1:
        return None
    return recent.outcome if recent.outcome in ASKED_WHEN_RUNNING else None


ASKED_WHEN_RUNNING: dict[str, str] = {"done": KEEP, "not-done": ADJUST, "cue-never-came": ADJUST}
"""Outcomes that have a question of their own when they come again and again, and its preset."""


def _way(
    context: SittingContext, answers: Mapping[str, AnswerValue], plan: OpenPlan | None
) -> Question:
    words = context.words
    ask, preset = context.plain("plan-first"), "new"
    ways: tuple[str, ...] = PLAN_WAYS[2:]
    again = running(context, answers) if plan is not None else None
    if plan is not None:
        ways = PLAN_WAYS
        preset = "new" if answers.get("look-back") == "dropped" else KEEP
        ask = context.wording("plan")
    if again is not None:
        ask, preset = context.plain(f"plan.{again}"), ASKED_WHEN_RUNNING[again]
    choices = [Choice(way, words(f"plan.{way}", this=context.this_period)) for way in ways]
    choices += [
        Choice(way, agreed_words(action, words))
        for way, action in zip(AGREED_WAYS, context.agreed, strict=False)
    ]
    return Question(
        "plan",
        Step.NOW_WHAT,
        Kind.CHOICE,
        words("about.plan"),
        ask,
        tuple(choices),
        quote=plan_in_words(plan.cue, plan.action, words) if plan else "",
        preset=preset,
        screen=SO_WHAT,
    )


def agreed_words(action: AgreedAction, words: Words) -> str:
    """What was agreed, with whom and when."""
    coach = action.coach or words("plan.your-coach")
    day = words.day_and_month(action.day)
    return words("plan.agreed", coach=coach, day=day, line=action.line)


def _lines(
    context: SittingContext,
    answers: Mapping[str, AnswerValue],
    old: OpenPlan | None,
    closed: OpenPlan | None,
) -> Iterator[Question]:
    """What gets in the way, when, and what one does; `closed` was closed since the sitting began.

    The obstacle comes first: what one does in its face is what a plan is for.
    """
    words = context.words
    preface = []
    if closed is not None:
        plan = plan_in_words(closed.cue, closed.action, words)
        preface.append(words("plan-closed", plan=plan))
    behaviour = context.rubric.behaviour(old.behaviour) if old else planned(context, answers)
    if behaviour is not None:
        focus = behaviour.id == chosen_focus(context, answers)
        key = "plan.for-focus" if focus else "plan.for"
        preface.append(words(key, name=behaviour.name, sentence=behaviour.sentence))
    stuck = old is not None and running(context, answers) == "not-done"
    obstacle = words("ask.obstacle-again") if stuck else context.wording("obstacle")
    presets = {"cue": old.cue if old else None, "action": old.action if old else None}
    for way, action in zip(AGREED_WAYS, context.agreed, strict=False):
        if answers.get("plan") == way:
            cue, does = plan_of_line(action.line)
            presets = {"cue": cue or None, "action": does}
    for key in PLAN_LINES:
        yield Question(
            key,
            Step.NOW_WHAT,
            Kind.LINE,
            words(f"about.{key}"),
            obstacle if key == "obstacle" else words(f"ask.plan-line.{key}"),
            preface=tuple(preface),
            preset=presets.get(key),
            help="" if key == "obstacle" else context.wording(key),
            screen=PLAN_LINES[0],
        )
        preface = []


def planned(context: SittingContext, answers: Mapping[str, AnswerValue]) -> Behaviour | None:
    """The behaviour that a new plan is for: the focus, else the one that this sitting lends."""
    focus = context.rubric.behaviour(chosen_focus(context, answers) or "")
    return focus or lent_behaviour(context)
