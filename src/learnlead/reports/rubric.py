"""Rubrics listed and shown, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from learnlead.errors import Problem
from learnlead.reports.json import problem_json
from learnlead.rubric.model import ALL, Behaviour, Rubric

_WIDTH = 76


def list_lines(rubrics: Sequence[Rubric], in_use: Sequence[str]) -> list[str]:
    """One line a rubric: id, rhythm, title, and whether it is in use."""
    width = max((len(r.id) for r in rubrics), default=0)
    return [
        f"{r.id:<{width}}  {r.rhythm:<9}  {r.title}{' (in use)' if r.id in in_use else ''}"
        for r in rubrics
    ]


def list_json(
    rubrics: Sequence[Rubric], in_use: Sequence[str], problems: Sequence[Problem]
) -> dict[str, object]:
    """The same for programs."""
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


def rubric_lines(rubric: Rubric) -> Iterator[str]:
    """Everything a rubric asks, in the order of a sitting."""
    yield f"{rubric.title} ({rubric.id}, version {rubric.version}, {rubric.rhythm})"
    for text in (rubric.source, rubric.notes):
        if text:
            yield ""
            for paragraph in text.split("\n"):
                yield from wrap(paragraph, _WIDTH) or [""]
    if rubric.relationships:
        yield ""
        yield "Relationships"
        yield from (f"  {r.sentence} ({r.id})" for r in rubric.relationships)
    if rubric.behaviours:
        yield ""
        yield "Scale"
        yield from (f"  {n}  {label}" for n, label in enumerate(rubric.scale.labels, start=1))
    for number, behaviour in enumerate(rubric.behaviours, start=1):
        yield ""
        yield from _behaviour(number, behaviour)
    if rubric.questions:
        yield ""
        yield "Open questions"
        for question in rubric.questions:
            yield from wrap(f"{question.ask} ({question.id})", _WIDTH, initial_indent="  ")
            yield from (f"    - {option}" for option in question.options)


def _behaviour(number: int, behaviour: Behaviour) -> Iterator[str]:
    yield f"{number}. {behaviour.name} ({behaviour.id})"
    yield from wrap(behaviour.sentence, _WIDTH, initial_indent="   ", subsequent_indent="   ")
    about = [] if behaviour.relationship == ALL else [f"only: {behaviour.relationship}"]
    about.append(f"opportunity: {behaviour.opportunity}")
    yield f"   {', '.join(about)}"
    for value, sentence in sorted(behaviour.anchors.items()):
        indent = " " * 6
        yield from wrap(
            f"{value}  {sentence}", _WIDTH, initial_indent="   ", subsequent_indent=indent
        )


def rubric_json(rubric: Rubric) -> dict[str, object]:
    """The whole rubric for programs, with the keys of its file."""
    dumped = rubric.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {
        "schema": "learnlead/rubric/1",
        **{key: value for key, value in dumped.items() if key != "learnlead-rubric"},
    }
