"""learnlead read: a page, or a year, as one reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer, put_report
from learnlead.cli.problems import rubrics_by_id, tell_page_problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from learnlead.app.read_pages import PageRead
    from learnlead.reports.document import Document

EXAMPLES = (
    "learnlead read               the newest page",
    'learnlead read "last week"   the page of last week',
    "learnlead read 2026          the year in your own words",
)


def read(
    ctx: typer.Context,
    when: Annotated[
        str | None,
        typer.Argument(
            metavar="[WHEN]", help="A date, a week, a page's name or a year; else the newest page."
        ),
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Read a page again, or a year in your own words."""
    app: AppContext = ctx.obj
    if when is not None and re.fullmatch(r"\d{4}", when, re.ASCII):
        from learnlead.cli.commands.year import year

        year(ctx, when, as_json=as_json, output=output)
        return
    if as_json:
        from learnlead.app.search import select_pages
        from learnlead.reports.journal import show_json

        pages = select_pages(app.page_store, when, app.today)
        answer(str, lambda: show_json(pages), as_json=True, output=output)
        return
    from learnlead.app.read_pages import read_pages
    from learnlead.cli.output import choose_form

    form = choose_form(None, as_json=False, output=output, data=())
    pages_read, problems = read_pages(app.page_store, when, app.today)
    tell_page_problems(app, problems)
    put_report(app, lambda _: _document(app, pages_read), form, output, pager=True)


def _document(app: AppContext, pages: Sequence[PageRead]) -> Document:
    from learnlead.reports.document import Document
    from learnlead.reports.read_page import other_article, page_article

    rubrics = rubrics_by_id(app, (read.page.reflection.rubric for read in pages if read.page))
    return Document(
        [
            page_article(read.page, rubrics[read.page.reflection.rubric], read.planned)
            if read.page
            else other_article(read.name, read.text)
            for read in pages
        ]
    )
