"""Answers that were searched for, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from learnlead.errors import Problem
from learnlead.journal.search import Hit
from learnlead.reports.answer_names import answer_name
from learnlead.reports.attributes import attributes
from learnlead.reports.excerpt import excerpt
from learnlead.reports.lines import Layout, Line, Span, made_harmless, wrapped
from learnlead.reports.problem_json import problem_json
from learnlead.reports.words import counted, day
from learnlead.rubric.model import Rubric

Rubrics = Mapping[str, Rubric | None]
"""By id, None where one cannot be read."""


def search_text(hits: Sequence[Hit], rubrics: Rubrics, layout: Layout) -> list[Line]:
    """Page by page: its date and file, then each answer with the words and what is around them."""
    lines: list[Line] = []
    pages = 0
    for _, on_page in groupby(hits, key=lambda hit: hit.file):
        first, *more = on_page
        pages += 1
        lines += [(Span(day(first.date), "heading"),), (Span(first.file, "dim"),)]
        for hit in (first, *more):
            name = answer_name(hit.answer, rubrics.get(hit.rubric))
            lines += wrapped(f"{name}:", layout.width, style="dim", indent=2)
            lines += excerpt(hit.answer.text, hit.spans, layout.width, 4)
        lines.append(())
    lines.append((Span(f"{counted(len(hits), 'answer')} on {counted(pages, 'page')}", "dim"),))
    return made_harmless(lines)


def search_json(
    words: Sequence[str], hits: Sequence[Hit], rubrics: Rubrics, problems: Sequence[Problem]
) -> dict[str, object]:
    """The same for programs: each answer whole."""
    return {
        "schema": "learnlead/journal-search/1",
        "words": list(words),
        "answers": [
            {
                "page": hit.stem,
                **attributes(hit, "file", "date", "rubric"),
                "kind": hit.answer.kind,
                "name": answer_name(hit.answer, rubrics.get(hit.rubric)),
                **attributes(hit.answer, "relationship", "behaviour", "question", "text"),
            }
            for hit in hits
        ],
        "problems": [problem_json(problem) for problem in problems],
    }
