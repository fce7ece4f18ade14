"""Which questions a sitting has, given the answers so far, and in which order.

The order and its reasons are those of debriefing research: a look back first, one concrete
moment and its other side, evidence before numbers, then what it means and one if-then plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from learnlead.reflection.circumstances import AWAY_DAYS, Circumstances, OpenPlan
from learnlead.reflection.follow_ups import RUNNING, follow_up, tendency
from learnlead.reflection.note import offers
from learnlead.reflection.question import Choice, Given, Kind, Question, Step
from learnlead.reflection.script_ratings import rating_questions
from learnlead.reflection.wording import FALLBACK, OUTCOME_LABELS
from learnlead.rubric.model import OTHER

KEEP = "keep"
NO_FOCUS = "none"


def questions(around: Circumstances, answers: Mapping[str, Given]) -> tuple[Question, ...]:
    """The questions of the sitting in their order.

    A question that only an earlier answer can raise (the other side of a moment, the cue of a
    new plan) is there as long as that answer does not rule it out.
    """
    found = [
        question
        for part in (_look_back, _heard, _focus, _what, _rate, _so_what, _now_what)
        for question in part(around, answers)
    ]
    if found and around.days_away < AWAY_DAYS:
        opening = around.wording("opening", FALLBACK["opening"])
        found[0] = replace(found[0], preface=(opening, *found[0].preface))
    return tuple(found)


def chosen_focus(around: Circumstances, answers: Mapping[str, Given]) -> str | None:
    """The focus of this sitting: as chosen in it, else as it was."""
    current = around.current_focus.behaviour if around.current_focus else None
    given = answers.get("focus")
    if not around.offers_focus or not isinstance(given, str):
        return current
    return current if given in (KEEP, NO_FOCUS) else given


def _look_back(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    if not around.plans:
        return
    plan = around.plans[0]
    preface: tuple[str, ...] = (_in_words(plan),)
    ask = around.wording("look-back", FALLBACK["look-back"])
    choices = [Choice(value, label) for value, label in OUTCOME_LABELS.items()]
    if around.days_away >= AWAY_DAYS:
        welcome = around.wording("welcome-back", FALLBACK["welcome-back"])
        preface = (welcome, *preface)
        ask = f"This plan is from {plan.made.day} {plan.made:%B}: keep it, or let it go?"
        choices.insert(0, Choice(KEEP, "keep it, and on"))
    yield Question(
        "look-back", Step.LOOK_BACK, Kind.CHOICE, "The plan", ask, tuple(choices), preface
    )
    if answers.get("look-back") not in (KEEP, "dropped"):
        ask = FALLBACK["look-back-note"]
        yield Question("look-back-note", Step.LOOK_BACK, Kind.TEXT, "What came of it", ask)


def _heard(around: Circumstances, _: Mapping[str, Given]) -> Iterator[Question]:
    if around.asked and around.depth != "quick":
        ask = around.wording("heard", FALLBACK["heard"])
        yield Question("heard", Step.LOOK_BACK, Kind.TEXT, "What somebody said", ask)


def _in_words(plan: OpenPlan) -> str:
    return f"Your plan: If {plan.cue}, then I will {plan.action.rstrip('.')}."


def _focus(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    if not around.offers_focus:
        return
    current = around.current_focus.behaviour if around.current_focus else None
    behaviours = around.rubric.behaviours
    choices = [Choice(b.id, b.name, b.sentence) for b in behaviours if b.id != current]
    kept = around.rubric.behaviour(current) if current else None
    if kept is not None:
        choices.insert(0, Choice(KEEP, f"keep: {kept.name}", kept.sentence))
    else:
        choices.append(Choice(NO_FOCUS, "no focus for now"))
    yield Question(
        "focus",
        Step.LOOK_BACK,
        Kind.CHOICE,
        "Focus",
        FALLBACK["focus-again"] if kept else FALLBACK["focus"],
        tuple(choices),
        preset=KEEP if kept else None,
    )
    if answers.get("focus", "") is not None and answers.get("focus") != NO_FOCUS:
        ask = around.wording("focus-notice", FALLBACK["focus-notice"])
        old = around.focus.notice if around.focus and answers.get("focus") == KEEP else None
        chosen = around.rubric.behaviour(chosen_focus(around, answers) or "")
        yield Question(
            "focus-notice",
            Step.LOOK_BACK,
            Kind.LINE,
            "What others would notice",
            ask,
            preface=(chosen.sentence,) if chosen else (),
            preset=old,
        )


def live(around: Circumstances, answers: Mapping[str, Given]) -> tuple[str, ...]:
    """The relationships said to be live, in the rubric's order."""
    given = answers.get("live")
    chosen = given if isinstance(given, list) else []
    return tuple(r.id for r in around.rubric.relationships if r.id in chosen)


def _what(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    relationships = around.rubric.relationships
    if relationships:
        choices = tuple(Choice(r.id, r.sentence) for r in relationships)
        ask = FALLBACK["live"]
        preset = [around.relationship] if around.relationship else None
        yield Question("live", Step.WHAT, Kind.SEVERAL, "This week", ask, choices, preset=preset)
    if around.depth == "quick" or not relationships:
        return
    alive = live(around, answers)
    several = around.depth == "full" and len(alive) > 1 and not around.relationship
    for relationship in alive if several else ("",):
        yield from _moment(around, answers, relationship, alive)


def _moment(
    around: Circumstances, answers: Mapping[str, Given], relationship: str, alive: tuple[str, ...]
) -> Iterator[Question]:
    suffix = f":{relationship}" if relationship else ""
    found = around.rubric.relationship(relationship or around.relationship or "")
    offered = (found,) if found else around.rubric.relationships
    long_ago = around.recent.last_moment
    first = sorted(offered, key=lambda r: (r.id not in alive, long_ago.get(r.id, date.min)))
    choices = (*(Choice(r.id, r.sentence) for r in first), Choice(OTHER, FALLBACK["other"]))
    ask = around.wording("moment", FALLBACK["moment"])
    about = f"Moment: {found.sentence}" if found else "Moment"
    yield Question(
        f"moment{suffix}",
        Step.WHAT,
        Kind.MOMENT,
        about,
        FALLBACK["moment-about"],
        choices,
        (ask,),
        preset=first[0].id if alive or found else None,
    )
    head = f"moment{suffix}"
    if head in answers and answers[head] is None:
        return
    yield Question(
        f"moment-what{suffix}",
        Step.WHAT,
        Kind.TEXT,
        "What happened",
        ask,
        offers=offers(around.notes, around.day),
    )
    if answers.get(f"moment-what{suffix}", "") is not None:
        ask = around.wording("other-side", FALLBACK["other-side"])
        yield Question(f"other-side{suffix}", Step.WHAT, Kind.TEXT, "The other side", ask)


def _rate(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    focus = around.rubric.behaviour(chosen_focus(around, answers) or "")
    if focus is not None:
        ask = around.wording("evidence", FALLBACK["evidence"], behaviour=focus.id)
        kind = Kind.LINE if around.depth == "quick" else Kind.TEXT
        about = f"Evidence: {focus.name}"
        yield Question(f"evidence:{focus.id}", Step.RATE, kind, about, ask, behaviour=focus)
    asked = around.rubric.behaviours
    if around.depth == "quick":
        asked = (focus,) if focus else ()
    yield from rating_questions(around, answers.get("live"), asked)


def _so_what(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    if around.depth == "quick":
        return
    if around.rubric.behaviours and not around.asked:
        yield _other_way(around, answers)
    ask = around.wording("insight", FALLBACK["insight"])
    yield Question("insight", Step.SO_WHAT, Kind.TEXT, "Insight", ask)
    for one in around.rubric.questions:
        kind = {"short": Kind.LINE, "choice": Kind.CHOICE}.get(one.kind, Kind.TEXT)
        choices = tuple(Choice(option, option) for option in one.options)
        yield Question(f"question:{one.id}", Step.SO_WHAT, kind, one.ask, one.ask, choices)


def _other_way(around: Circumstances, answers: Mapping[str, Given]) -> Question:
    """The question that looks the other way: what follows from an answer, or the opposite of all.

    Somebody else's words do the same, so a sitting that asks what was heard has neither.
    """
    focus = chosen_focus(around, answers)
    found = follow_up(around.rubric.behaviours, focus, answers, around.recent)
    if found is not None and around.sittings % 2:
        ask = around.wording("follow-up", FALLBACK[found.kind], kind=found.kind)
        about = f"More on: {found.behaviour.name}"
        question_id = f"follow-up:{found.kind}:{found.behaviour.id}"
        return Question(question_id, Step.SO_WHAT, Kind.TEXT, about, ask, preface=(found.reason,))
    towards = tendency(answers, around.recent)
    ask = around.wording("opposite", FALLBACK[f"opposite-{towards}"], tendency=towards)
    return Question("opposite", Step.SO_WHAT, Kind.TEXT, "The opposite", ask)


def _now_what(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    if not around.rubric.behaviours:
        return  # a plan is for a behaviour
    ways = [Choice("new", "a new plan"), Choice("none", "none this week")]
    preset = "new"
    preface: tuple[str, ...] = ()
    plan = around.plans[0] if around.plans else None
    if plan is not None:
        preface = (_in_words(plan),)
        ways = [Choice(KEEP, "keep it"), Choice("adjust", "adjust it"), *ways]
        outcome = answers.get("look-back")
        if outcome == "not-done" and around.recent.not_done >= RUNNING - 1:
            preface = (*preface, FALLBACK["not-done"])
        preset = "new" if answers.get("look-back") == "dropped" else KEEP
    ask = around.wording("plan", FALLBACK["plan"]) if plan else FALLBACK["plan-first"]
    yield Question(
        "plan", Step.NOW_WHAT, Kind.CHOICE, "Plan", ask, tuple(ways), preface, preset=preset
    )
    way = answers.get("plan")
    if way not in ("new", "adjust"):
        return
    focus = chosen_focus(around, answers)
    if way == "new" and focus is None:
        choices = tuple(Choice(b.id, b.name) for b in around.rubric.behaviours)
        ask = FALLBACK["plan-behaviour"]
        yield Question("plan-behaviour", Step.NOW_WHAT, Kind.CHOICE, "Plan for", ask, choices)
        if answers.get("plan-behaviour", "") is None:
            return
    old = plan if way == "adjust" else None
    ask = around.wording("obstacle", FALLBACK["obstacle"])
    preface = ("Three short lines: what hinders, when, and what you do.",)
    yield Question("obstacle", Step.NOW_WHAT, Kind.LINE, "Obstacle", ask, preface=preface)
    ask = around.wording("cue", FALLBACK["cue"])
    preset_cue = old.cue if old else None
    yield Question("cue", Step.NOW_WHAT, Kind.LINE, "If …", ask, preset=preset_cue)
    cue = answers.get("cue", "")
    if cue is None:
        return
    preface = (f"If {cue}, then I will …",) if cue else ()
    ask = around.wording("action", FALLBACK["action"])
    preset_action = old.action if old else None
    yield Question(
        "action",
        Step.NOW_WHAT,
        Kind.LINE,
        "… then I will",
        ask,
        preface=preface,
        preset=preset_action,
    )
