"""A session's answers, question by question, become the answers of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from learnlead.reflection.answers import Answers, FocusAnswer, LookBack, PlanAnswer
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.model import Moment
from learnlead.reflection.question import Given
from learnlead.reflection.script import KEEP, NO_FOCUS
from learnlead.reflection.session import Session


def collect(session: Session, minutes: int | None = None) -> Answers:
    """What was answered, as a script would have handed it in."""
    given = session.given()
    around = session.around
    return Answers(
        rubric=around.rubric.id,
        date=around.day,
        depth=around.depth,
        minutes=minutes,
        focus=_focus(given, around),
        look_back=_look_back(given, around),
        relationships=given.get("live"),
        moments=_moments(given),
        ratings=_ratings(given),
        heard=given.get("heard"),
        evidence=_evidence(given),
        opposite=given.get("opposite"),
        insight=given.get("insight"),
        obstacle=given.get("obstacle"),
        plan=_plan(given, around),
        answers=_open_answers(given, around),
    )


def _after(prefix: str, given: Mapping[str, Given]) -> dict[str, Any]:
    return {k.removeprefix(prefix): v for k, v in given.items() if k.startswith(prefix)}


def _evidence(given: Mapping[str, Given]) -> dict[str, Any]:
    """The evidence of each behaviour; what followed from its rating is added below."""
    found = _after("evidence:", given)
    for key, words in _after("follow-up:", given).items():
        behaviour = key.partition(":")[2]
        found[behaviour] = f"{found[behaviour]}\n\n{words}" if behaviour in found else words
    return found


def _focus(given: Mapping[str, Given], around: Circumstances) -> FocusAnswer | None:
    chosen = given.get("focus")
    if not isinstance(chosen, str) or chosen == NO_FOCUS:
        return None
    if chosen == KEEP:
        chosen = around.focus.behaviour if around.focus else ""
    notice = given.get("focus-notice")
    return FocusAnswer(behaviour=chosen, notice=notice if isinstance(notice, str) else None)


def _look_back(given: Mapping[str, Given], around: Circumstances) -> tuple[LookBack, ...]:
    outcome, note = given.get("look-back"), given.get("look-back-note")
    if outcome == KEEP or (outcome is None and note is None):
        return ()
    plan = around.plans[0].stem
    return (LookBack(plan=plan, outcome=outcome, note=note),)


def _moments(given: Mapping[str, Given]) -> tuple[Moment, ...]:
    found = []
    for key, head in given.items():
        if key.split(":")[0] != "moment" or not isinstance(head, dict):
            continue
        suffix = key.removeprefix("moment")
        what, other = given.get(f"moment-what{suffix}"), given.get(f"other-side{suffix}")
        if what is None and other is None:
            continue
        found.append(
            Moment.model_validate(
                {
                    "relationship": head["relationship"],
                    "with": head.get("with"),
                    "what": what,
                    "other_side": other,
                }
            )
        )
    return tuple(found)


def _ratings(given: Mapping[str, Given]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, mark in _after("rating:", given).items():
        behaviour, _, relationship = key.partition(":")
        if relationship:
            found.setdefault(behaviour, {})[relationship] = mark
        else:
            found[behaviour] = mark
    return found


def _plan(given: Mapping[str, Given], around: Circumstances) -> Any:
    way = given.get("plan")
    if way in (KEEP, "none", None):
        return way
    cue, action = given.get("cue"), given.get("action")
    if not cue or not action:
        return None
    old = around.plans[0] if way == "adjust" else None
    return PlanAnswer.model_validate(
        {
            "behaviour": old.behaviour if old else given.get("plan-behaviour"),
            "cue": cue,
            "action": action,
            "kept": old.stem if old else None,
        }
    )


def _open_answers(given: Mapping[str, Given], around: Circumstances) -> dict[str, Any]:
    found = _after("question:", given)
    for one in around.rubric.questions:
        text = found.get(one.id)
        if one.kind == "list" and isinstance(text, str):
            found[one.id] = tuple(line for line in text.split("\n") if line.strip())
    return found
