"""The questions on the next plan: keep, adjust, new or none, and the lines that it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from learnlead.reflection.circumstances import Circumstances, OpenPlan
from learnlead.reflection.follow_ups import RUNNING
from learnlead.reflection.plan_words import cue_words
from learnlead.reflection.question import ADJUST, KEEP, Choice, Given, Kind, Question, Step
from learnlead.reflection.script_focus import chosen_focus
from learnlead.reflection.script_look_back import your_plan
from learnlead.reflection.wording import FALLBACK

_WAYS = {KEEP: "keep it", ADJUST: "adjust it", "new": "a new plan", "none": "none this {period}"}
_STUCK_WAYS = {
    ADJUST: "a smaller step, or another cue",
    "new": "let it go, and make a new one",
    "none": "let it go, none this {period}",
    KEEP: "keep it as it is",
}
"""The same ways where keeping has not helped for a while."""


def now_what(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    """Which way, and for a plan with other words its lines."""
    if not around.rubric.behaviours:
        return  # a plan is for a behaviour
    plan = around.plans[0] if around.plans else None
    stuck = plan is not None and _is_stuck(around, answers)
    yield _way(around, answers, plan, stuck=stuck)
    way = answers.get("plan")
    if way not in ("new", ADJUST):
        return
    if way == "new" and chosen_focus(around, answers) is None:
        choices = tuple(Choice(b.id, b.name) for b in around.rubric.behaviours)
        ask = FALLBACK["plan-behaviour"]
        yield Question("plan-behaviour", Step.NOW_WHAT, Kind.CHOICE, "Plan for", ask, choices)
        if answers.get("plan-behaviour", "") is None:
            return
    old = plan if way == ADJUST else None
    hindered = old is None or stuck or answers.get("obstacle") is not None
    asked = list(_lines(around, answers, old, hindered=hindered))
    for number, line in enumerate(asked, start=1):
        yield replace(line, place=f"line {number} of {len(asked)}")
        if line.id == "cue" and answers.get("cue", "") is None:
            return


def _is_stuck(around: Circumstances, answers: Mapping[str, Given]) -> bool:
    """Whether this is the third sitting running that says not done."""
    return answers.get("look-back") == "not-done" and around.recent.not_done >= RUNNING - 1


def _way(
    around: Circumstances, answers: Mapping[str, Given], plan: OpenPlan | None, *, stuck: bool
) -> Question:
    ask, preset = FALLBACK["plan-first"], "new"
    preface: tuple[str, ...] = ()
    ways = {way: _WAYS[way] for way in ("new", "none")}
    if plan is not None:
        ask, preset = around.wording("plan", FALLBACK["plan"]), KEEP
        ways, preface = _WAYS, (your_plan(plan),)
        if answers.get("look-back") == "dropped":
            preset = "new"
        if stuck:
            ask, preset, ways = FALLBACK["not-done"], ADJUST, _STUCK_WAYS
    period = around.rubric.period
    choices = tuple(Choice(way, label.format(period=period)) for way, label in ways.items())
    return Question(
        "plan", Step.NOW_WHAT, Kind.CHOICE, "Plan", ask, choices, preface, preset=preset
    )


def _lines(
    around: Circumstances, answers: Mapping[str, Given], old: OpenPlan | None, *, hindered: bool
) -> Iterator[Question]:
    """What hinders, when, and what one does; for an adjusted plan the last two are enough."""

    def line(key: str, about: str, ask: str, preface: str, preset: str | None = None) -> Question:
        said = (preface,) if preface else ()
        return Question(key, Step.NOW_WHAT, Kind.LINE, about, ask, preface=said, preset=preset)

    if hindered:
        ask = around.wording("obstacle", FALLBACK["obstacle"])
        if old is not None:
            ask = FALLBACK["obstacle-again"]
        said = "Three short lines: what hinders, when, and what you do."
        yield line("obstacle", "Obstacle", ask, said)
    hinders = answers.get("obstacle") if hindered else None
    said = f"What hinders: {hinders}" if hinders else ""
    ask = around.wording("cue", FALLBACK["cue"])
    yield line("cue", "If …", ask, said, old.cue if old else None)
    cue = answers.get("cue")
    said = f"If {cue_words(cue)}, then I will …" if isinstance(cue, str) else ""
    ask = around.wording("action", FALLBACK["action"])
    yield line("action", "… then I will", ask, said, old.action if old else None)
