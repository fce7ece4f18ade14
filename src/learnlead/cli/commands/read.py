"""learnlead read: a page, or a year, as one reads it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from learnlead.cli.answer_form import choose_form
from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, OfFormat, OfRubric, Output
from learnlead.cli.output import json_line, open_report, put, put_report
from learnlead.cli.problems import refuse_unknown_ids, rubrics_by_id, tell_page_problems
from learnlead.errors import AnswerIsNo, LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.page.facts import Sitting
    from learnlead.reports.document import Document

_YEAR = re.compile(r"(?!0000)\d{4}", re.ASCII)


class _Read(NamedTuple):
    """What is read, for people and for programs; `missing` says why there is nothing."""

    document: Callable[[], Document]
    data: Callable[[], Mapping[str, object]]
    missing: Problem | None = None


def read(
    ctx: typer.Context,
    when: Annotated[
        str | None,
        typer.Argument(
            metavar="WHEN",
            help="A date, a week, a page's name or a year; else the newest page.",
            autocompletion=values.pages_and_years,
        ),
    ] = None,
    in_browser: Annotated[
        bool, typer.Option("--open", help="Show it in your browser; nothing of it stays.")
    ] = False,
    rubric: OfRubric = None,
    form: OfFormat = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Read a page again, or a year in your own words."""
    app: AppContext = ctx.obj
    if in_browser and (form or as_json or output):
        remedy = "leave out --format, --json and --output"
        raise LearnleadError(Problem("--open shows the page in a browser, and no more", remedy))
    chosen = choose_form(form, as_json=as_json, output=output)
    rubric = rubric and app.rubric_id_named(rubric)
    is_year = when is not None and _YEAR.fullmatch(when)
    result = _year(app, int(when or 0), rubric) if is_year else _pages(app, when, rubric)
    if chosen == "json":
        put(json_line(result.data(), output), output)
        if result.missing:
            raise typer.Exit(1)
    elif result.missing:
        raise AnswerIsNo(result.missing)
    elif in_browser and not _is_without_browser():
        open_report(app, result.document())
    else:
        if in_browser:
            app.say(app.words("written.over-ssh"))
        put_report(app, lambda _: result.document(), chosen, output, pager=True)


def _is_without_browser() -> bool:
    """Whether a browser would open on another machine than the reader's."""
    from learnlead.cli.cards import is_over_ssh

    return is_over_ssh() and not os.environ.get("BROWSER")


def _pages(app: AppContext, when: str | None, rubric: str | None) -> _Read:
    """The pages that are meant.

    Raises:
        AnswerIsNo: there are none.
    """
    from learnlead.app.read_pages import read_pages
    from learnlead.reports.document import Document
    from learnlead.reports.journal import read_json
    from learnlead.reports.read_page import other_article, page_article

    if rubric is not None:
        refuse_unknown_ids(app, rubric=rubric)
    pages, problems = read_pages(app.page_store, when, app.today, rubric)

    def document() -> Document:
        tell_page_problems(app, problems)
        rubrics = rubrics_by_id(app, (read.page.reflection.rubric for read in pages if read.page))
        return Document(
            [
                page_article(read.page, rubrics[read.page.reflection.rubric], read.planned)
                if read.page
                else other_article(read.name, read.text, app.words)
                for read in pages
            ],
            language=app.words.language,
        )

    return _Read(document, lambda: read_json([(read.name, read.text) for read in pages]))


def _year(app: AppContext, year: int, rubric: str | None) -> _Read:
    """The year in the leader's own words."""
    from learnlead.app.read_pages import read_year
    from learnlead.reports.year import year_json, year_report

    entries, journal, problems = read_year(app.page_store, year, rubric)
    tell_page_problems(app, problems)
    missing = None
    if not entries:
        if rubric is not None:
            refuse_unknown_ids(app, rubric=rubric)
        missing = Problem(f"there are no words of yours from {year}", _hint(journal, year))

    def document() -> Document:
        rubrics = rubrics_by_id(app, (entry.sitting.rubric for entry in entries))
        return year_report(year, entries, rubrics, app.words_of("reports"))

    return _Read(document, lambda: year_json(year, rubric, entries, problems), missing)


def _hint(journal: Iterable[Sitting], year: int) -> str:
    years = sorted({sitting.date.year for sitting in journal} - {year})
    if not years:
        return "`learnlead reflect` begins a sitting"
    return f"there are pages from {', '.join(map(str, years))}"
