"""A rubric's behaviours and relationships as people name them: by id, name, or a beginning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from learnlead.errors import LearnleadError, Problem
from learnlead.rubric.model import Rubric
from learnlead.text.phrase import folded
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


_LISTED_AT_MOST = 30
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})


def id_meant(typed: str, names: Mapping[str, Collection[str]], kind: str) -> str | None:
    """The id that is meant, or None where nothing is called so.

    Compared without letter case, accents and signs, `ö` also as `oe`. A whole id goes before a
    whole name, and both before beginnings.

    Args:
        typed: what somebody typed.
        names: by id, its names; in the order in which candidates are listed.
        kind: what the ids are of, such as `behaviour`.

    Raises:
        LearnleadError: more than one is meant; the message names them (exit 2).
    """
    if typed in names:
        return typed
    wanted = _spellings(typed)
    for meant in _candidates(wanted, names):
        if len(meant) > 1:
            more = ", …" if len(meant) > _LISTED_AT_MOST else ""
            listed = ", ".join(islice(meant, _LISTED_AT_MOST)) + more
            message = f"several {kind}s begin with {quoted(typed)}: {listed}"
            raise LearnleadError(Problem(message, "type more of the one you mean"))
        if meant:
            return meant[0]
    return None


def _candidates(
    wanted: frozenset[str], names: Mapping[str, Collection[str]]
) -> Iterator[list[str]]:
    """The ids that are called so: by id, by name, by a beginning."""
    ids = {id_: _spellings(id_) for id_ in names}
    whole = {id_: _spellings(*of_id) for id_, of_id in names.items()}
    yield [id_ for id_ in names if ids[id_] & wanted]
    yield [id_ for id_ in names if whole[id_] & wanted]
    beginnings = tuple(wanted)
    yield [
        id_
        for id_ in names
        if any(spelling.startswith(beginnings) for spelling in ids[id_] | whole[id_])
    ]


def _spellings(*texts: str) -> frozenset[str]:
    """The texts as they are compared, each in one or two ways; none without letter or figure."""
    both = (
        way
        for text in texts
        for way in (text, unicodedata.normalize("NFC", text.casefold()).translate(_TWO_LETTERS))
    )
    plain = (_BETWEEN_WORDS.sub(" ", folded(way)).strip() for way in both)
    return frozenset(spelling for spelling in plain if spelling)
