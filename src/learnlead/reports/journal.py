"""The journal listed, read and searched, as lines and as JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from learnlead.errors import Problem
from learnlead.i18n.words import Words
from learnlead.page.facts import ListedPage, Sitting
from learnlead.page.naming import stem
from learnlead.page.search import Hit
from learnlead.reports.attributes import attributes, problem_json
from learnlead.reports.lines import Layout, Line, Span, Style, harmless_lines, wrapped
from learnlead.reports.words import Rubrics, answer_name
from learnlead.text.cells import broken, cells, fit, padded
from learnlead.text.clean import harmless
from learnlead.text.phrase import Span as Place


def list_lines(pages: Sequence[ListedPage], layout: Layout, words: Words) -> list[Line]:
    """A line for each page: its name and the first words of a moment, else of its insight.

    Without either it says what the page holds. Where the line is short, the words have their own.
    """
    if not pages:
        return wrapped(words("listed.none"), layout.width)
    names = [harmless(page.sitting.stem, breaks=False) for page in pages]
    width = max(map(cells, names)) + 2
    room = layout.width - width
    lines: list[Line] = []
    for name, page in zip(names, pages, strict=True):
        style: Style = "plain" if page.first_words else "dim"
        text = harmless(page.first_words or _contents(page.sitting, words), breaks=False)
        if room < _FEWEST_WORDS:
            fitted = fit(text, layout.width - 2).rstrip()
            lines += [(Span(name, "strong"),), (Span(f"  {fitted}", style),)]
        else:
            lines.append(
                (Span(padded(name, width), "strong"), Span(fit(text, room).rstrip(), style))
            )
    return lines


_FEWEST_WORDS = 24
"""Columns that first words need beside a page's name."""


def _contents(sitting: Sitting, words: Words) -> str:
    parts = []
    if sitting.ratings:
        parts.append(words.counted(len(sitting.ratings), "some.ratings"))
    if sitting.moments:
        parts.append(words.counted(len(sitting.moments), "some.moments"))
    if sitting.plan is not None:
        parts.append(words("listed.plan"))
    return ", ".join(parts)


def list_json(pages: Sequence[ListedPage], problems: Sequence[Problem]) -> dict[str, object]:
    """The pages and the problems as JSON."""
    return {
        "schema": "learnlead/journal-list/1",
        "pages": [
            {
                "id": sitting.stem,
                **attributes(sitting, "file", "date", "rubric", "rubric_version", "depth", "focus"),
                "ratings": len(sitting.ratings),
                "moments": len(sitting.moments),
                "plan": sitting.plan is not None,
                "first_words": first_words,
            }
            for sitting, first_words in pages
        ],
        "problems": [problem_json(problem) for problem in problems],
    }


def read_json(pages: Sequence[tuple[str, str]]) -> dict[str, object]:
    """The text of pages as JSON."""
    return {
        "schema": "learnlead/read/1",
        "pages": [{"id": stem(name), "name": name, "text": text} for name, text in pages],
    }


_WORDS_AROUND = 16
_CUT = "…"


def excerpt(text: str, places: Sequence[Place], width: int, indent: int) -> list[Line]:
    """The words near the places, in lines of at most `width` columns.

    Args:
        text: of any length; blanks and line breaks count as one blank.
        places: at least one; they are styled as strong.
        width: of the whole line, with the indent.
        indent: blanks before each line.
    """
    words = _cut(_marked_words(text, places))
    letters = " ".join(word for word, _ in words)
    marks = " ".join(mark for _, mark in words).replace("x x", "xxx")
    lines: list[Line] = []
    at = 0
    for piece in broken(letters, width - indent):
        styled = zip(piece, marks[at : at + len(piece)], strict=True)
        spans = [
            Span("".join(letter for letter, _ in run), "strong" if marked else "plain")
            for marked, run in groupby(styled, key=lambda pair: pair[1] == "x")
        ]
        lines.append((Span(" " * indent), *spans))
        at += len(piece)
        at += letters[at : at + 1] == " "
    return lines


def _marked_words(text: str, places: Sequence[Place]) -> list[tuple[str, str]]:
    """Each word, with a mask: `x` for a marked letter, `-` for any other."""
    marks = ["-"] * len(text)
    for start, end in places:
        marks[start:end] = "x" * (end - start)
    every = "".join(marks)
    return [(match[0], every[slice(*match.span())]) for match in re.finditer(r"\S+", text)]


def _cut(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words near a marked one, with `…` for each gap."""
    marked = [at for at, (_, mark) in enumerate(words) if "x" in mark]
    shown_at = {
        at
        for centre in marked
        for at in range(max(centre - _WORDS_AROUND, 0), min(centre + _WORDS_AROUND + 1, len(words)))
    }
    words_shown: list[tuple[str, str]] = []
    for at, word in enumerate(words):
        if at in shown_at:
            words_shown.append(word)
        elif at == 0 or at - 1 in shown_at:
            words_shown.append((_CUT, "-"))
    return words_shown


def search_text(hits: Sequence[Hit], rubrics: Rubrics, layout: Layout, words: Words) -> list[Line]:
    """The hits by page: date and file, then each answer as an excerpt."""
    lines: list[Line] = []
    pages = 0
    for _, on_page in groupby(hits, key=lambda hit: hit.file):
        first, *more = on_page
        pages += 1
        lines += [(Span(words.full_date(first.date), "heading"),), (Span(first.file, "dim"),)]
        for hit in (first, *more):
            name = answer_name(hit.answer, rubrics.get(hit.rubric), words)
            lines += wrapped(f"{name}:", layout.width, style="dim", indent=2)
            lines += excerpt(hit.answer.text, hit.spans, layout.width, 4)
        lines.append(())
    answers = words.counted(len(hits), "answers")
    summary = words("search.found", answers=answers, pages=words.counted(pages, "some.pages"))
    lines.append((Span(summary, "dim"),))
    return harmless_lines(lines)


def search_json(
    words: Sequence[str], hits: Sequence[Hit], rubrics: Rubrics, problems: Sequence[Problem]
) -> dict[str, object]:
    """The hits as JSON, each answer in full."""
    return {
        "schema": "learnlead/search/1",
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
