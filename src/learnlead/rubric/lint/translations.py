"""A rubric in another language, held against its original: the same questions in other words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from learnlead.errors import Problem
from learnlead.rubric.model import Behaviour, Question, Rubric
from learnlead.rubric.prompts import PromptBank
from learnlead.text.problem_text import quoted

LineOf = Callable[[str], int | None]
"""The line, counted from 1, of a key such as `version`, or of an id."""

Wrong = Callable[[str, str, str], Problem]
"""An error at the line of a key or an id: that, the message, the remedy."""


def against_original(ours: Rubric, original: Rubric, file: str, line_of: LineOf) -> list[Problem]:
    """What would make the same answers mean something else in the two languages.

    A translation of an older version gets one warning: until it follows, its pages are read as of
    that version.
    """
    if ours.version < original.version:
        message = f"this is a translation of version {ours.version}; the original has become "
        remedy = f"follow the original, then write 'version: {original.version}'"
        message += f"version {original.version}"
        return [Problem(message, remedy, file, line_of("version"), "warning")]
    return list(_differences(ours, original, file, line_of))


def bank_against_original(
    ours: PromptBank, original: PromptBank, file: str, line_of: LineOf
) -> Iterator[Problem]:
    """Steps that the original words and the translation does not."""
    for name, info in PromptBank.model_fields.items():
        if name in original.model_fields_set - ours.model_fields_set:
            key = info.alias or name
            message = f"the original has wordings of '{key}', and this translation has none"
            remedy = "translate them, else the program's plain words serve"
            yield Problem(message, remedy, file, line_of("rubric"), "warning")


def _differences(ours: Rubric, original: Rubric, file: str, line_of: LineOf) -> Iterator[Problem]:
    def wrong(about: str, message: str, remedy: str) -> Problem:
        return Problem(message, remedy, file, line_of(about) or line_of("id"))

    if ours.version > original.version:
        message = f"this translation is of version {ours.version}, the original of "
        remedy = "a new version begins with the original"
        yield wrong("version", f"{message}version {original.version}", remedy)
    for key in ("rhythm", "depth"):
        if (theirs := getattr(original, key)) != getattr(ours, key):
            yield wrong(key, f"'{key}' is not that of the original", f"write '{key}: {theirs}'")
    if ours.comparable_with != original.comparable_with:
        remedy = "write the line as it stands there"
        yield wrong("comparable-with", "'comparable-with' is not that of the original", remedy)
    if ours.scale.kind != original.scale.kind:
        remedy = f"write 'kind: {original.scale.kind}'"
        yield wrong("scale", "the scale is of another kind than that of the original", remedy)
    yield from _parts(ours, original, wrong)
    same = list(_same_words(ours, original)) if ours.language != original.language else []
    if same:
        part_id, sentence = same[0]
        more = f", and {len(same) - 1} more" if len(same) > 1 else ""
        message = f"{part_id} still has the words of the original, {quoted(sentence)}{more}"
        yield Problem(message, "translate them", file, line_of(part_id), "warning")
    for behaviour in ours.behaviours:
        there = original.behaviour(behaviour.id)
        missing = [str(n) for n in (there.anchors if there else ()) if n not in behaviour.anchors]
        if missing:
            message = f"{behaviour.id} has no example at {', '.join(missing)}"
            line = line_of(behaviour.id)
            yield Problem(message, "the original has one", file, line, "warning")


def _same_words(ours: Rubric, original: Rubric) -> Iterator[tuple[str, str]]:
    """The ids of parts whose sentence stands there as in the original, and that sentence."""
    for behaviour in ours.behaviours:
        there = original.behaviour(behaviour.id)
        if there is not None and behaviour.i == there.i:
            yield behaviour.id, behaviour.i
    for relationship in ours.relationships:
        whom = original.relationship(relationship.id)
        if whom is not None and relationship.sentence == whom.sentence:
            yield relationship.id, relationship.sentence
    for question in ours.questions:
        asked = original.question(question.id)
        if asked is not None and question.ask == asked.ask:
            yield question.id, question.ask


def _parts(ours: Rubric, original: Rubric, wrong: Wrong) -> Iterator[Problem]:
    for kind in ("relationships", "behaviours", "questions"):
        yield from _ids(_ids_of(ours, kind), _ids_of(original, kind), kind, wrong)
    for behaviour in ours.behaviours:
        if (same := original.behaviour(behaviour.id)) is not None:
            yield from _behaviour(behaviour, same, wrong)
    for question in ours.questions:
        if (asked := original.question(question.id)) is not None:
            yield from _question(question, asked, wrong)


def _ids_of(rubric: Rubric, kind: str) -> list[str]:
    return [part.id for part in getattr(rubric, kind)]


def _ids(ours: Sequence[str], theirs: Sequence[str], kind: str, wrong: Wrong) -> Iterator[Problem]:
    for entry_id in theirs:
        if entry_id not in ours:
            message = f"{quoted(entry_id)} of the original's {kind} is missing"
            yield wrong(kind, message, "translate it, and keep its id")
    for entry_id in ours:
        if entry_id not in theirs:
            message = f"the original has no {quoted(entry_id)} among its {kind}"
            yield wrong(entry_id, message, "take it out, or put it into the original first")
    if sorted(ours) == sorted(theirs) and list(ours) != list(theirs):
        first = next(
            ours_id for ours_id, there in zip(ours, theirs, strict=True) if ours_id != there
        )
        message = f"the {kind} stand in another order than in the original, from {first} on"
        yield wrong(first, message, "put them in the same order")


def _behaviour(ours: Behaviour, theirs: Behaviour, wrong: Wrong) -> Iterator[Problem]:
    for key in ("relationship", "opportunity", "reversed"):
        if (there := getattr(theirs, key)) != getattr(ours, key):
            message = f"the {key} of {ours.id} is not that of the original"
            yield wrong(ours.id, message, f"write '{key}: {there}'")
    if (ours.when is None) != (theirs.when is None):
        message = f"{ours.id} has a 'when' in one of the two languages only"
        yield wrong(ours.id, message, "do as the original does")


def _question(ours: Question, theirs: Question, wrong: Wrong) -> Iterator[Problem]:
    if ours.kind != theirs.kind:
        message = f"{ours.id} is of another kind than in the original"
        yield wrong(ours.id, message, f"write 'kind: {theirs.kind}'")
    if len(ours.options) != len(theirs.options):
        message = f"{ours.id} has {len(ours.options)} options, the original {len(theirs.options)}"
        yield wrong(ours.id, message, "give the same ones, in the same order")
