"""What an answer is called in everyday words."""

from __future__ import annotations

from learnlead.journal.answer import Answer, AnswerKind
from learnlead.rubric.model import OTHER, Rubric

_NAMES: dict[AnswerKind, str] = {
    "focus-notice": "what others would notice",
    "looking-back": "looking back",
    "with": "moment, with whom",
    "moment": "moment",
    "other-side": "moment, the other side",
    "heard": "what came back",
    "evidence": "evidence",
    "question": "question",
    "opposite": "the opposite",
    "insight": "insight",
    "obstacle": "obstacle",
    "plan": "plan",
    "own": "a section of your own",
}
_NAMED_BEHIND: tuple[AnswerKind, ...] = ("evidence", "plan")


def answer_name(answer: Answer, rubric: Rubric | None) -> str:
    """`evidence, Conditions for own answers`: what is answered, and of what.

    What the rubric does not know, or a rubric that cannot be read, is called by its id.
    """
    name = _NAMES[answer.kind]
    if answer.kind in _NAMED_BEHIND and answer.behaviour:
        return f"{name}, {behaviour_name(answer.behaviour, rubric)}"
    if answer.kind == "moment" and answer.relationship:
        return f"{name}, {relationship_sentence(answer.relationship, rubric)}"
    if answer.question:
        return f"{name}, {question_words(answer.question, rubric)}"
    return name


def behaviour_name(behaviour_id: str, rubric: Rubric | None) -> str:
    """The behaviour's name."""
    behaviour = rubric.behaviour(behaviour_id) if rubric else None
    return behaviour.name if behaviour else _spoken(behaviour_id)


def relationship_sentence(relationship_id: str, rubric: Rubric | None) -> str:
    """The relationship's sentence, as screens show it."""
    if relationship_id == OTHER:
        return "someone else, or a group"
    relationship = rubric.relationship(relationship_id) if rubric else None
    return relationship.sentence if relationship else _spoken(relationship_id)


def question_words(question_id: str, rubric: Rubric | None) -> str:
    """What the open question asks."""
    question = rubric.question(question_id) if rubric else None
    return question.ask if question else _spoken(question_id)


def _spoken(unknown_id: str) -> str:
    return unknown_id.replace("-", " ").capitalize()
