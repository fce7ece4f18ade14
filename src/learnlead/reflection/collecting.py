"""A session's answers, question by question, become the answers of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from learnlead.reflection.answers import Answers, FocusAnswer, LookBack, PlanAnswer
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.fields import MOMENT_FIELDS, OWN_TEXTS
from learnlead.reflection.model import Moment
from learnlead.reflection.question import ADJUST, KEEP, NO_FOCUS, Given
from learnlead.reflection.session import Session


def collect(session: Session, minutes: int | None = None) -> Answers:
    """What was answered, as a script would have handed it in."""
    given = session.given()
    around = session.around
    looked_back = _look_back(given, around)
    return Answers(
        rubric=around.rubric.id,
        date=around.day,
        depth=around.depth,
        minutes=minutes,
        focus=_focus(given, around),
        look_back=looked_back,
        relationships=given.get("live"),
        moments=_moments(given),
        ratings=_ratings(given),
        evidence=_evidence(given),
        plan=_plan(given, around, looked_back),
        answers=_open_answers(given, around),
        **{field.name: given.get(field.asks) for field in OWN_TEXTS},
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
    found = []
    outcome, note = given.get("look-back"), given.get("look-back-note")
    if outcome == KEEP:
        outcome = None  # it goes on, and nobody has said what became of it
    if outcome is not None or note is not None:
        found.append(LookBack(plan=around.plans[0].stem, outcome=outcome, note=note))
    done = given.get("look-back-older")
    if isinstance(done, list):
        for plan in around.older_plans:
            became = "done" if plan.stem in done else "dropped"
            found.append(LookBack(plan=plan.stem, outcome=became))
    return tuple(found)


def _moments(given: Mapping[str, Given]) -> tuple[Moment, ...]:
    found = []
    for key, head in given.items():
        if key.split(":")[0] != "moment" or not isinstance(head, dict):
            continue
        suffix = key.removeprefix("moment")
        texts = {
            field.name: given.get(field.asks + suffix) if field.asks else head.get(field.kind)
            for field in MOMENT_FIELDS
        }
        if any(text is not None for text in texts.values()):
            found.append(Moment.model_validate({"relationship": head["relationship"], **texts}))
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


def _plan(
    given: Mapping[str, Given], around: Circumstances, looked_back: tuple[LookBack, ...]
) -> Any:
    way = given.get("plan")
    if way in ("none", None):
        return way
    old = around.plans[0] if around.plans and way in (KEEP, ADJUST) else None
    cue, action = given.get("cue"), given.get("action")
    if way == KEEP:
        only = looked_back[0].plan if len(looked_back) == 1 else None
        if old is None or only in (None, old.stem):
            return KEEP
        cue, action = old.cue, old.action  # a bare `keep` would mean the one looked back on
    if not cue or not action:
        return None
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
