"""Rubrics listed, shown and compared with another version, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from learnlead.errors import Problem
from learnlead.i18n.by_original import by_original
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


_LABELS: Final = (
    *("stays", "gone", "new", "reworded", "overall", "relations", "questions"),
    *("version", "joins"),
)


def diff_lines(changes: Changes, words: Words) -> Iterator[str]:
    """The effect on the series, the version number needed, and whether ratings are joined."""
    old, new = changes.old, changes.new
    heads = (words("diff.head", id=each.id, version=each.version) for each in (old, new))
    yield " → ".join(heads)
    yield ""
    if old.id != new.id:
        yield words("diff.two")
        return
    column = max(len(words(f"diff.label.{label}")) for label in _LABELS) + 1
    for label, sentence in _diff_rows(changes, words):
        yield from _row(words(f"diff.label.{label}"), sentence, column)
    yield ""
    for label, sentence in (_version(changes, words), *_comparable(changes, words)):
        yield from _row(words(f"diff.label.{label}"), sentence, column)


def _diff_rows(changes: Changes, words: Words) -> Iterator[tuple[str, str]]:
    """Labels, and what became of what they name."""
    old, new, behaviours = changes.old, changes.new, changes.behaviours
    if behaviours.same and not changes.reworded:
        yield "stays", words("diff.all-stay")
    elif behaviours.stay:
        key = f"diff.stay.{changes.comparable}"
        yield "stays", words(key, ids=", ".join(behaviours.stay))
    if behaviours.gone:
        yield "gone", words("diff.gone", ids=", ".join(behaviours.gone))
    if behaviours.new:
        yield "new", words("diff.new", ids=", ".join(behaviours.new))
    joined = old.version != new.version and new.joins(old.version)
    for item in changes.reworded:
        series = "-goes-on" if changes.joins(item.id) else "-anew"
        key = f"diff.reworded{series if joined else ''}"
        yield "reworded", words(key, id=item.id, keys=", ".join(item.keys))
    if old.overall != new.overall and old.language == new.language:
        if new.overall:
            yield "overall", words("diff.overall", ids=", ".join(new.overall))
        else:
            yield "overall", words("diff.overall-all")
    for label, ids in (("relations", changes.relationships), ("questions", changes.questions)):
        if not ids.same:
            yield label, _of_other_ids(ids, words)


def _version(changes: Changes, words: Words) -> tuple[str, str]:
    old, new, needed = changes.old.version, changes.new.version, changes.needs_version
    if not changes.version_for:
        key = "diff.will-do-reworded" if changes.reworded else "diff.will-do"
        sentence = words(key, old=old)
        if new != old:
            sentence = words("diff.will-do-new-is", sentence=sentence, new=new)
        return "version", sentence
    key = "diff.needed" if new >= needed else "diff.needed-still"
    return "version", words(key, needed=needed, new=new, why=_why(changes.version_for, words))


def _comparable(changes: Changes, words: Words) -> Iterator[tuple[str, str]]:
    old, new = changes.old, changes.new
    why = _why(changes.apart_for, words)
    yield "joins", words(f"diff.joins.{changes.comparable}", why=why)
    joined = new.comparable_with.get(old.version, ())
    if changes.comparable == "no" and joined:
        yield "none", words("diff.take-out", old=old.version)
    elif changes.comparable != "no" and joined == ALL:
        yield "none", words("diff.joined", old=old.version)
    elif changes.comparable != "no" and joined:
        yield "none", words("diff.joined-for", old=old.version, ids=", ".join(joined))
    elif changes.comparable != "no" and new.version != old.version:
        yield "none", words("diff.to-join", old=old.version)


def _why(clauses: Sequence[str], words: Words) -> str:
    """The clauses, which problems say too, in the language."""
    return "; ".join(map(by_original(words.language, "problems"), clauses))


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


def _named_json(rubric: Rubric) -> dict[str, object]:
    return {"id": rubric.id, "version": rubric.version, "language": rubric.language}


def _ids_json(ids: Ids) -> dict[str, object]:
    return {
        "stay": list(ids.stay),
        "gone": list(ids.gone),
        "new": list(ids.new),
        "moved": ids.moved,
    }


def _of_other_ids(ids: Ids, words: Words) -> str:
    gone = [words("diff.ids-gone", ids=", ".join(ids.gone))] if ids.gone else []
    new = [words("diff.ids-new", ids=", ".join(ids.new))] if ids.new else []
    return "; ".join([*gone, *new, *([words("diff.ids-moved")] if ids.moved else [])])


def _row(lead: str, sentence: str, column: int) -> Sequence[str]:
    """A label at the left, and the words beside it, wrapped."""
    return wrap(
        sentence,
        _WIDTH,
        initial_indent=f"{lead:<{column}}",
        subsequent_indent=" " * column,
        break_on_hyphens=False,
    )
