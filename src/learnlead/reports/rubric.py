"""Rubrics listed and shown, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from learnlead.errors import Problem
from learnlead.reports.problem_json import problem_json
from learnlead.rubric.model import Behaviour, Rubric

_WIDTH = 76

_ASKED = {"frequency": "how often, when there was an occasion", "agreement": "how far you agree"}


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
    """Everything a rubric asks, in the order of a sitting; then where it comes from."""
    yield f"{rubric.title} ({rubric.id}, version {rubric.version}, {rubric.rhythm})"
    if rubric.relationships:
        yield ""
        yield "Relationships, any of which may have come up"
        yield from (f"  {r.sentence} ({r.id})" for r in rubric.relationships)
    if rubric.behaviours:
        yield ""
        yield f"Scale: {_ASKED[rubric.scale.kind]}"
        yield from (f"  {n}  {label}" for n, label in enumerate(rubric.scale.labels, start=1))
    group = None
    for number, behaviour in enumerate(rubric.behaviours, start=1):
        yield ""
        if behaviour.group != group:
            group = behaviour.group
            yield from (group, "-" * len(group), "") if group else ()
        yield from _behaviour(number, behaviour, rubric)
    if rubric.questions:
        yield ""
        yield "Open questions"
        for question in rubric.questions:
            said = f"{question.ask} ({question.id}, {question.kind})"
            yield from wrap(
                said,
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


def _behaviour(number: int, behaviour: Behaviour, rubric: Rubric) -> Iterator[str]:
    yield f"{number}. {behaviour.name} ({behaviour.id})"
    yield from wrap(behaviour.sentence, _WIDTH, initial_indent="   ", subsequent_indent="   ")
    towards = rubric.relationship(behaviour.relationship)
    about = [] if towards is None else [f"only where {towards.sentence}"]
    about += ["the occasion is yours to make"] if behaviour.opportunity == "made" else []
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
    """The whole rubric for programs, with the keys of its file."""
    keys = rubric.model_dump(by_alias=True, exclude={"format"}, exclude_none=True)
    return {"schema": "learnlead/rubric/1", **keys}
