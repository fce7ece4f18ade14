"""A rubric's behaviours and relationships as people name them: by id, name, or a beginning."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from learnlead.errors import LearnleadError, Problem
from learnlead.rubric.model import Rubric
from learnlead.text.id_meant import id_meant
from learnlead.text.problem_text import near_or_all, quoted


def behaviour_names(*rubrics: Rubric) -> dict[str, list[str]]:
    """By id of a behaviour, its names in these rubrics."""
    names: dict[str, list[str]] = {}
    for rubric in rubrics:
        for behaviour in rubric.behaviours:
            names.setdefault(behaviour.id, []).append(behaviour.name)
    return names


def relationship_names(*rubrics: Rubric) -> dict[str, list[str]]:
    """By id of a relationship, its names and sentences in these rubrics."""
    names: dict[str, list[str]] = {}
    for rubric in rubrics:
        for relationship in rubric.relationships:
            names.setdefault(relationship.id, []).extend((relationship.name, relationship.sentence))
    return names


def named_behaviour(rubric: Rubric, typed: str, *, also: Collection[str] = ()) -> str:
    """The id of the behaviour that is meant, or one of the further words in `also`.

    Raises:
        LearnleadError: none is meant, or more than one.
    """
    return _named(rubric, typed, behaviour_names(rubric) | dict.fromkeys(also, ()), "behaviour")


def named_relationship(rubric: Rubric, typed: str, *, also: Collection[str] = ()) -> str:
    """The id of the relationship that is meant, or one of the further words in `also`.

    Raises:
        LearnleadError: none is meant, or more than one.
    """
    names = relationship_names(rubric) | dict.fromkeys(also, ())
    return _named(rubric, typed, names, "relationship")


def _named(rubric: Rubric, typed: str, names: Mapping[str, Collection[str]], kind: str) -> str:
    meant = id_meant(typed, names, kind)
    if meant is None:
        message = f"{rubric.id} has no {kind} {quoted(typed)}"
        remedy = near_or_all(typed, names, "it has") if names else "it has none at all"
        raise LearnleadError(Problem(message, remedy))
    return meant
