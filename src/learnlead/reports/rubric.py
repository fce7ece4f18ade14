"""Rubrics listed, shown and compared with another version, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from learnlead.errors import Problem
from learnlead.i18n.words import Words
from learnlead.reports.attributes import problem_json
from learnlead.rubric.diff import Changes, Ids
from learnlead.rubric.model import ALL, Behaviour, Rubric

_WIDTH = 76


def list_lines(rubrics: Sequence[Rubric], in_use: Sequence[str], words: Words) -> Iterator[str]:
    """A line for each rubric: id, rhythm, title, and whether it is in use."""
    rhythms = [words(f"rubric.rhythm.{r.rhythm}") for r in rubrics]
    width = max((len(r.id) for r in rubrics), default=0)
    column = max(map(len, rhythms), default=0)
    for r, rhythm in zip(rubrics, rhythms, strict=True):
        title = words("rubric.in-use", title=r.title) if r.id in in_use else r.title
        yield f"{r.id:<{width}}  {rhythm:<{column}}  {title}"


def list_json(
    rubrics: Sequence[Rubric], in_use: Sequence[str], problems: Sequence[Problem]
) -> dict[str, object]:
    """The rubrics and the problems as JSON."""
    return {
        "schema": "learnlead/rubric-list/1",
        "rubrics": [
            {
                "id": r.id,
                "version": r.version,
                "title": r.title,
                "language": r.language,
                "rhythm": r.rhythm,
                "depth": r.depth,
                "behaviours": len(r.behaviours),
                "questions": len(r.questions),
                "in_use": r.id in in_use,
            }
            for r in rubrics
        ],
        "problems": [problem_json(problem) for problem in problems],
    }


def rubric_lines(rubric: Rubric, words: Words) -> Iterator[str]:
    """The whole rubric in the order of a sitting, then its source and notes."""
    rhythm = words(f"rubric.rhythm.{rubric.rhythm}")
    yield words(
        "rubric.head", title=rubric.title, id=rubric.id, version=rubric.version, rhythm=rhythm
    )
    if rubric.relationships:
        yield ""
        yield words("rubric.relationships")
        yield from (f"  {r.sentence} ({r.id})" for r in rubric.relationships)
    if rubric.behaviours:
        yield ""
        yield words("rubric.scale", scale=words(f"rubric.scale.{rubric.scale.kind}"))
        yield from (f"  {n}  {label}" for n, label in enumerate(rubric.scale.labels, start=1))
    group = None
    for number, behaviour in enumerate(rubric.behaviours, start=1):
        yield ""
        if behaviour.group != group:
            group = behaviour.group
            yield from (group, "-" * len(group), "") if group else ()
        yield from _behaviour(number, behaviour, rubric, words)
    if rubric.questions:
        yield ""
        yield words("rubric.questions")
        for question in rubric.questions:
            question_text = f"{question.ask} ({question.id}, {question.kind})"
            yield from wrap(
                question_text,
                _WIDTH,
                initial_indent="  ",
                subsequent_indent="  ",
                break_on_hyphens=False,
            )
            yield from (f"    - {option}" for option in question.options)
    for text in (rubric.source, rubric.notes):
        if text:
            yield ""
            for paragraph in text.split("\n"):
                yield from wrap(paragraph, _WIDTH) or [""]


def _behaviour(number: int, behaviour: Behaviour, rubric: Rubric, words: Words) -> Iterator[str]:
    yield f"{number}. {behaviour.name} ({behaviour.id})"
    yield from wrap(behaviour.sentence, _WIDTH, initial_indent="   ", subsequent_indent="   ")
    towards = rubric.relationship(behaviour.relationship)
    about = [] if towards is None else [words("rubric.only-where", sentence=towards.sentence)]
    about += [words("rubric.made")] if behaviour.opportunity == "made" else []
    about += [words("rubric.reversed")] if behaviour.reversed else []
    if about:
        yield from wrap(
            f"({'; '.join(about)})", _WIDTH, initial_indent="   ", subsequent_indent="   "
        )
    for value, sentence in sorted(behaviour.anchors.items()):
        indent = " " * 6
        yield from wrap(
            f"{value}  {sentence}", _WIDTH, initial_indent="   ", subsequent_indent=indent
        )


def rubric_json(rubric: Rubric) -> dict[str, object]:
    """The whole rubric as JSON, with the keys of its file."""
    keys = rubric.model_dump(by_alias=True, exclude={"format"}, exclude_none=True)
    joined = {str(version): ids for version, ids in keys.pop("comparable-with").items()}
    return {
        "schema": "learnlead/rubric/1",
        **keys,
        "comparable-with": [int(version) for version in joined],
        "comparable-behaviours": {version: ids for version, ids in joined.items() if ids != ALL},
    }


_COLUMN = 10

_JOIN_WORDS: Final = {
    "yes": "yes: what stays means the same, so the series go on.",
    "no": "no: ratings of the two are kept apart",
    "if-the-meaning-stays": "if what is reworded still means the same to you. An item that asks "
    "something else needs an id of its own: then only its series begins anew.",
}

_SERIES_WORDS: Final = {
    "yes": ": the series go on",
    "no": ": the series begin anew",
    "if-the-meaning-stays": "",
}


def diff_lines(changes: Changes) -> Iterator[str]:
    """The effect on the series, the version number needed, and whether ratings are joined."""
    old, new, behaviours = changes.old, changes.new, changes.behaviours
    yield f"{_id_and_version(old)} → {_id_and_version(new)}"
    yield ""
    if old.id != new.id:
        yield "These are two rubrics: their ratings never stand in one series."
        return
    if behaviours.same and not changes.reworded:
        yield from _row("stays", "every behaviour, as it was")
    elif behaviours.stay:
        yield from _row("stays", f"{', '.join(behaviours.stay)}{_SERIES_WORDS[changes.comparable]}")
    if behaviours.gone:
        yield from _row("gone", f"{', '.join(behaviours.gone)}: the series end; pages keep them")
    if behaviours.new:
        yield from _row("new", f"{', '.join(behaviours.new)}: the series begin")
    joined = old.version != new.version and new.joins(old.version)
    for item in changes.reworded:
        goes_on = "goes on" if changes.joins(item.id) else "begins anew"
        series = f"; its series {goes_on}" if joined else ""
        yield from _row("reworded", f"{item.id}: {', '.join(item.keys)}{series}")
    if old.overall != new.overall and old.language == new.language:
        yield from _row("overall", f"of {', '.join(new.overall) or 'all behaviours'} now")
    for kind, ids in (("relations", changes.relationships), ("questions", changes.questions)):
        if not ids.same:
            yield from _row(kind, _of_other_ids(ids))
    yield ""
    yield from _version(changes)
    yield from _comparable(changes)


def _version(changes: Changes) -> Iterator[str]:
    old, new, needed = changes.old.version, changes.new.version, changes.needs_version
    if not changes.version_for:
        sentence = f"{old} will do: no id, scale, order or rhythm changed"
        if changes.reworded:
            sentence = f"{sentence}, as long as no item asks something else now"
        yield from _row("version", sentence if new == old else f"{sentence}; NEW is {new}")
        return
    state = f"NEW is {new}" if new >= needed else f"NEW still says {new}"
    yield from _row("version", f"{needed} is needed ({state}): {'; '.join(changes.version_for)}")


def _comparable(changes: Changes) -> Iterator[str]:
    old, new = changes.old, changes.new
    sentence = _JOIN_WORDS[changes.comparable]
    if changes.apart_for:
        sentence = f"{sentence}, for {'; '.join(changes.apart_for)}."
    yield from _row("joins", sentence)
    joined = new.comparable_with.get(old.version, ())
    if changes.comparable == "no" and joined:
        yield from _row("", f"NEW says comparable-with: {old.version}: take that out.")
    elif changes.comparable != "no" and joined == ALL:
        yield from _row("", f"NEW says comparable-with: {old.version}, so they are joined.")
    elif changes.comparable != "no" and joined:
        yield from _row("", f"NEW joins version {old.version} for {', '.join(joined)} alone.")
    elif changes.comparable != "no" and new.version != old.version:
        yield from _row("", f"Write comparable-with: [{old.version}] in NEW to join them.")


def diff_json(changes: Changes) -> dict[str, object]:
    """The changes as JSON."""
    return {
        "schema": "learnlead/rubric-diff/1",
        "old": _named_json(changes.old),
        "new": _named_json(changes.new),
        "behaviours": _ids_json(changes.behaviours),
        "relationships": _ids_json(changes.relationships),
        "questions": _ids_json(changes.questions),
        "reworded": [{"id": item.id, "keys": list(item.keys)} for item in changes.reworded],
        "needs_version": changes.needs_version,
        "version_reasons": list(changes.version_for),
        "comparable": changes.comparable,
        "comparable_reasons": list(changes.apart_for),
        "joined": changes.old.id == changes.new.id and changes.new.joins(changes.old.version),
    }


def _id_and_version(rubric: Rubric) -> str:
    return f"{rubric.id}, version {rubric.version}"


def _named_json(rubric: Rubric) -> dict[str, object]:
    return {"id": rubric.id, "version": rubric.version, "language": rubric.language}


def _ids_json(ids: Ids) -> dict[str, object]:
    return {
        "stay": list(ids.stay),
        "gone": list(ids.gone),
        "new": list(ids.new),
        "moved": ids.moved,
    }


def _of_other_ids(ids: Ids) -> str:
    parts = [
        f"{how}: {', '.join(ids_of_kind)}"
        for how, ids_of_kind in (("gone", ids.gone), ("new", ids.new))
        if ids_of_kind
    ]
    return "; ".join([*parts, *(["in another order"] if ids.moved else [])])


def _row(lead: str, words: str) -> Sequence[str]:
    """A label at the left, and the words beside it, wrapped."""
    return wrap(
        words,
        _WIDTH,
        initial_indent=f"{lead:<{_COLUMN}}",
        subsequent_indent=" " * _COLUMN,
        break_on_hyphens=False,
    )
