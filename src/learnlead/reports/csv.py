"""CSV tables: the ratings of trends, and the texts and ratings of a bundle."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from learnlead.coach.bundle import Content, Manifest
from learnlead.i18n.words import ENGLISH, Words
from learnlead.page.facts import Sitting
from learnlead.reports.bundle.weeks import plan_words
from learnlead.rubric.model import Rubric
from learnlead.text.clean import harmless
from learnlead.trends.model import Trends

TRENDS_HEADS = (
    *("date", "page", "rubric", "version", "depth", "behaviour", "relationship"),
    *("mark", "value", "label"),
)
"""The columns. `mark` is as on the page, `value` its number, empty for an absence; `relationship`
is set where a full sitting rated a behaviour for each relationship."""

_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""First characters of formulas in Excel and LibreOffice, in half and full width."""


def trends_csv(trends: Sequence[Trends]) -> str:
    """All ratings of these trends."""
    return csv_table(
        TRENDS_HEADS,
        (
            row
            for rubric_trends in trends
            for page in rubric_trends.pages
            for row in _rows(page, rubric_trends.rubric)
        ),
    )


def _rows(page: Sitting, rubric: Rubric) -> Iterator[tuple[str, ...]]:
    version = rubric.version if page.rubric_version is None else page.rubric_version
    about = (page.date.isoformat(), page.file, rubric.id, str(version), page.depth)
    known = rubric.joins(page.rubric_version)  # the numbers of others may have had other labels
    for behaviour, rating in page.ratings.items():
        marks = rating if isinstance(rating, Mapping) else {"": rating}
        for relationship, mark in marks.items():
            value = str(mark) if isinstance(mark, int) else ""
            label = rubric.scale.label(mark) if known and isinstance(mark, int) else ""
            yield (*about, behaviour, relationship, str(mark), value, label)


def csv_table(
    heads: Sequence[str], rows: Iterable[Sequence[str | None]], *, breaks: bool = False
) -> str:
    """A CSV table without anything that a spreadsheet runs; `breaks` keeps line breaks."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_harmless_cell(cell or "", breaks=breaks) for cell in row] for row in rows)
    return text.getvalue()


def _harmless_cell(text: str, *, breaks: bool) -> str:
    text = harmless(text, breaks=breaks)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


LINE_HEADS = ("id", "kind", "date", "behaviour", "relationship", "text", "rubric", "leader")
RATING_HEADS = (
    *("date", "page", "depth", "behaviour", "relationship", "mark", "value"),
    *("rubric", "leader"),
)
BOM = "\ufeff"
"""What Excel needs before it reads a CSV file as UTF-8."""


Parts = Sequence[tuple[Manifest, Content]]
"""What a bundle holds, a rubric each."""


def lines_csv(parts: Parts, words: Words = ENGLISH) -> str:
    """The leader's wish, the focus, findings, plans and passages, one a row."""
    rows = (
        (*row, *_whose(manifest)) for manifest, content in parts for row in _lines(content, words)
    )
    return csv_table(LINE_HEADS, rows, breaks=True)


def _lines(content: Content, words: Words) -> list[tuple[str | None, ...]]:
    rows: list[tuple[str | None, ...]] = []
    if content.want:
        rows.append(("want", "want", None, None, None, content.want))
    if focus := content.focus:
        since = focus.since.isoformat()
        rows.append((focus.id, "focus", since, focus.behaviour, None, focus.statement))
        if focus.notice:
            notice = f"{focus.id.removesuffix('focus')}notice"
            rows.append((notice, "notice", since, focus.behaviour, None, focus.notice))
    rows += [
        (finding.id, finding.kind, None, None, None, finding.text) for finding in content.findings
    ]
    for plan in content.plans:
        waiting = words("bundle.carried-on" if plan.carried_on else "bundle.open")
        text = f"{plan_words(plan, words)} ({plan.outcome or waiting})"
        rows.append((plan.id, "plans", plan.date.isoformat(), plan.behaviour, None, text))
    for passage in content.passages:
        day = passage.date.isoformat()
        rows.append(
            (passage.id, passage.kind, day, passage.behaviour, passage.relationship, passage.text)
        )
    return rows


def ratings_csv(parts: Parts) -> str:
    """The ratings; `value` is the number, empty for an absence."""
    rows = (
        (
            rating.date.isoformat(),
            rating.page,
            rating.depth,
            rating.behaviour,
            rating.relationship,
            str(rating.mark),
            str(rating.mark) if isinstance(rating.mark, int) else None,
            *_whose(manifest),
        )
        for manifest, content in parts
        for rating in content.ratings
    )
    return csv_table(RATING_HEADS, rows, breaks=True)


def _whose(manifest: Manifest) -> tuple[str, str]:
    """The rubric, and the leader as they are called there, else their id."""
    return manifest.rubric.id, manifest.leader.name or manifest.leader.id
