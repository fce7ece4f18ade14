"""Answers of a draft, as the rubric has become since it was begun."""

from __future__ import annotations

from collections.abc import Mapping

from learnlead.reflection.fields import MOMENT_QUESTIONS
from learnlead.reflection.mark import NO_OPPORTUNITY, NONE_MADE
from learnlead.reflection.question import KEEP, NO_FOCUS, Given
from learnlead.rubric.model import OTHER, Rubric


def honoured(
    answers: Mapping[str, Given], rubric: Rubric
) -> tuple[dict[str, Given], tuple[str, ...]]:
    """The answers that the rubric still has a place for, and the names of the others."""
    kept = {key: given for key, given in answers.items() if _has_place(key, given, rubric)}
    return kept, tuple(_name(key) for key in answers if key not in kept)


def _name(question_id: str) -> str:
    """`rating:open-doors` is "rating of open-doors"."""
    return question_id.replace(":", " of ", 1).replace(":", ", ").replace("-", " ")


def _has_place(question_id: str, given: Given, rubric: Rubric) -> bool:
    head, _, about = question_id.partition(":")
    match head:
        case "rating":
            behaviour, _, relationship = about.partition(":")
            place = _is_behaviour(behaviour, rubric) and (
                _is_mark(given, behaviour, rubric) and _is_relationship(relationship, rubric)
            )
        case "evidence":
            place = _is_behaviour(about, rubric)
        case "follow-up":
            place = _is_behaviour(about.partition(":")[2], rubric)
        case "focus":
            place = given in (None, KEEP, NO_FOCUS) or _is_behaviour(given, rubric)
        case "plan-behaviour":
            place = given is None or _is_behaviour(given, rubric)
        case "live":
            place = given is None or (
                isinstance(given, list) and all(_is_relationship(one, rubric) for one in given)
            )
        case "moment":
            chosen = given.get("relationship") if isinstance(given, dict) else None
            place = _is_relationship(about, rubric) and (
                given is None or chosen == OTHER or rubric.relationship(chosen or "") is not None
            )
        case _ if head in MOMENT_QUESTIONS:
            place = _is_relationship(about, rubric)
        case "question":
            place = _is_answer(about, given, rubric)
        case _:
            place = True
    return place


def _is_behaviour(given: Given, rubric: Rubric) -> bool:
    return isinstance(given, str) and rubric.behaviour(given) is not None


def _is_relationship(relationship: str, rubric: Rubric) -> bool:
    """Nothing is no relationship, and has its place in every rubric."""
    return not relationship or rubric.relationship(relationship) is not None


def _is_mark(given: Given, behaviour_id: str, rubric: Rubric) -> bool:
    if isinstance(given, int):
        return 1 <= given <= len(rubric.scale.labels)
    behaviour = rubric.behaviour(behaviour_id)
    made = behaviour is not None and behaviour.opportunity == "made"
    return given in (None, NO_OPPORTUNITY, *([NONE_MADE] if made else []))


def _is_answer(question_id: str, given: Given, rubric: Rubric) -> bool:
    found = next((one for one in rubric.questions if one.id == question_id), None)
    return found is not None and (given is None or found.kind != "choice" or given in found.options)
