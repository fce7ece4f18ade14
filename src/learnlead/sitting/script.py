"""Which questions a sitting has, given the answers so far, and in which order.

The order and its reasons are those of debriefing research: a look back first, one concrete
moment and its other side, evidence before numbers, then what it means and one if-then plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from learnlead.i18n.words import ENGLISH
from learnlead.rubric.model import OTHER
from learnlead.sitting.context import Circumstances
from learnlead.sitting.fields import MOMENT_FIELDS, MOMENT_QUESTIONS, WHAT
from learnlead.sitting.note import offers
from learnlead.sitting.question import Choice, Given, Kind, Question, Step, holds
from learnlead.sitting.script_behaviours import (
    chosen_focus,
    focus_questions,
    rating_questions,
    so_what,
)
from learnlead.sitting.script_plans import look_back, now_what


def questions(around: Circumstances, answers: Mapping[str, Given]) -> tuple[Question, ...]:
    """The questions of the sitting in their order.

    A question that only an earlier answer can raise (the other side of a moment, the cue of a
    new plan) is there as long as that answer does not rule it out.
    """
    found = [
        question
        for part in (look_back, _heard, focus_questions, _what, _rate, so_what, now_what)
        for question in part(around, answers)
    ]
    if found and (opening := _opening(around)):
        found[0] = replace(found[0], preface=(*opening, *found[0].preface))
    words = around.words
    return tuple(found if words is ENGLISH else (replace(one, words=words) for one in found))


def second_page(around: Circumstances) -> str:
    """That the day has a page already, which one may rather want to change; empty if it has not."""
    if around.same_day is None:
        return ""
    day = around.words.day_and_month(around.day)
    return around.words("second-page", day=day, there=around.same_day)


def _opening(around: Circumstances) -> list[str]:
    """What is said before the first question."""
    said = [there] if (there := second_page(around)) else []
    if not around.was_away:
        said.append(around.wording("opening"))
    return said


def _heard(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    """What came back from somebody who was asked; or what a coach's question brings."""
    asked = around.hears and around.depth != "quick"
    if not asked and not holds(answers, "heard"):
        return
    words, ask = around.words, around.wording("heard")
    if not around.coach_questions:
        yield Question("heard", Step.LOOK_BACK, Kind.TEXT, words("about.heard"), ask)
        return
    *earlier, newest = around.coach_questions
    preface = (words("ask.coach-question"), *earlier, *([ask] if around.asked else []))
    about = words("about.coach-question")
    yield Question("heard", Step.LOOK_BACK, Kind.TEXT, about, newest, preface=preface)


def _live(given: Given, around: Circumstances) -> tuple[str, ...] | None:
    """The relationships said to be live, in the rubric's order; None while nothing is said."""
    if not isinstance(given, list):
        return None
    return tuple(r.id for r in around.rubric.relationships if r.id in given)


def _what(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    relationships = around.rubric.relationships
    if relationships:
        choices = tuple(Choice(r.id, r.sentence) for r in relationships)
        this = around.words(f"about.live.{around.rubric.rhythm}")
        ask = around.plain("live")
        preset = [around.relationship] if around.relationship else None
        yield Question("live", Step.WHAT, Kind.SEVERAL, this, ask, choices, preset=preset)
    if around.depth == "quick" or not relationships:
        return
    alive = _live(answers.get("live"), around)
    for relationship in _told_of(around, answers, alive or ()):
        yield from _moment(around, answers, relationship, alive)


def _told_of(
    around: Circumstances, answers: Mapping[str, Given], alive: tuple[str, ...]
) -> list[str]:
    """The relationships that have a moment of their own; the empty one leaves it open whose it is.

    Besides those that are live, the ones of which something was told before they were not.
    """
    several = around.depth == "full" and not around.relationship and len(alive) > 1
    told = [
        one
        for one in ("", *(r.id for r in around.rubric.relationships))
        if any(
            holds(answers, f"{part}:{one}" if one else part)
            for part in ("moment", *MOMENT_QUESTIONS)
        )
    ]
    asked = alive if several else () if any(told) else ("",)
    return [
        one for one in ("", *(r.id for r in around.rubric.relationships)) if one in (*asked, *told)
    ]


def _moment(
    around: Circumstances,
    answers: Mapping[str, Given],
    relationship: str,
    alive: tuple[str, ...] | None,
) -> Iterator[Question]:
    words = around.words
    suffix = f":{relationship}" if relationship else ""
    found = around.rubric.relationship(relationship or around.relationship or "")
    offered = (found,) if found else around.rubric.relationships
    long_ago = around.recent.last_moment
    first = sorted(offered, key=lambda r: (r.id not in (alive or ()), long_ago.get(r.id, date.min)))
    choices = [Choice(r.id, r.sentence) for r in first]
    other = Choice(OTHER, words("other"))
    ask = around.wording("moment")
    none_live = alive == () and not found
    yield Question(
        f"moment{suffix}",
        Step.WHAT,
        Kind.MOMENT,
        words("about.moment-of", sentence=found.sentence) if found else words("about.moment"),
        words("ask.moment-none-live" if none_live else "ask.moment-about"),
        (other, *choices) if none_live else (*choices, other),
        () if none_live else (ask,),
        preset=first[0].id if alive or found else None,
    )
    head = f"moment{suffix}"
    if head in answers and answers[head] is None:
        return
    yield Question(
        f"moment-what{suffix}",
        Step.WHAT,
        Kind.TEXT,
        words("about.moment-what"),
        ask,
        offers=offers(around.notes, around.day, words),
    )
    goes_on = answers.get(f"{WHAT.asks}{suffix}", "") is not None
    for field in MOMENT_FIELDS:
        if field.asks and field is not WHAT and (goes_on or holds(answers, field.asks + suffix)):
            kind = Kind.LINE if field.label else Kind.TEXT
            about, ask = words(f"about.{field.kind}"), around.wording(field.kind)
            yield Question(field.asks + suffix, field.step, kind, about, ask)


def _rate(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    focus = around.rubric.behaviour(chosen_focus(around, answers) or "")
    shown = [focus] if focus else []
    others = (b for b in around.rubric.behaviours if b is not focus)
    shown += [b for b in others if holds(answers, f"evidence:{b.id}")]
    for one in shown:
        ask = around.wording("evidence", behaviour=one.id)
        kind = Kind.LINE if around.depth == "quick" else Kind.TEXT
        about = around.words("about.evidence", name=one.name)
        yield Question(f"evidence:{one.id}", Step.RATE, kind, about, ask, behaviour=one)
    asked = around.rubric.behaviours
    if around.depth == "quick":
        asked = (focus,) if focus else ()
    yield from rating_questions(around, answers.get("live"), asked)
