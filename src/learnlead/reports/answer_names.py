"""What an answer is called in everyday words."""

from __future__ import annotations

from learnlead.catalogue.words import ENGLISH
from learnlead.journal.answer import OWN, Answer
from learnlead.rubric.model import OTHER, Rubric

_NAMES = {
    "focus-notice": "what others would notice",
    "with": "with whom",
    "moment": "moment",
    "evidence": "evidence",
    "question": "question",
    OWN: "a section of your own",
}
"""Of what has no heading of its own on a page."""

_NAMED_BEHIND = ("evidence", "plan")


def kind_name(kind: str) -> str:
    """`the other side`: what an answer of that kind is called."""
    if kind in _NAMES:
        return _NAMES[kind]
    heading = ENGLISH(f"page.{kind}")
    return heading[:1].lower() + heading[1:]


def answer_name(answer: Answer, rubric: Rubric | None) -> str:
    """`evidence, Conditions for own answers`: what is answered, and of what.

    What the rubric does not know, or a rubric that cannot be read, is called by its id.
    """
    name = kind_name(answer.kind)
    if answer.relationship and answer.kind != "moment":
        name = f"moment, {name}"
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
