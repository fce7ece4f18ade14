"""learnlead year: the year in your own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, OfRubric, Output
from learnlead.cli.output import choose_form, json_line, put, put_report
from learnlead.cli.problems import refuse_unknown_ids, rubrics_by_id, tell_page_problems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from learnlead.page.facts import Sitting


def year(
    ctx: typer.Context,
    which: Annotated[
        str | None, typer.Argument(metavar="[YEAR]", help="Such as 2026; else this year.")
    ] = None,
    rubric: OfRubric = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="NAME", help="Such as html; else as the FILE's name ends."
        ),
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Read a year in your own words: moments, evidence, insights, plans. No ratings."""
    from learnlead.app.page_texts import read_year
    from learnlead.errors import AnswerIsNo, Problem

    app: AppContext = ctx.obj
    chosen = choose_form(form, as_json=as_json, output=output)
    rubric = rubric and app.rubric_id_named(rubric)
    year_number = app.today.year if which is None else _year(which)
    year_pages, journal, problems = read_year(app.page_store, year_number, rubric)
    tell_page_problems(app, problems)
    if not year_pages and rubric is not None:
        refuse_unknown_ids(app, rubric=rubric)
    if not year_pages and chosen != "json":
        raise AnswerIsNo(
            Problem(f"there are no words of yours from {year_number}", _hint(journal, year_number))
        )
    if chosen == "json":
        from learnlead.reports.year import year_json

        put(json_line(year_json(year_number, rubric, year_pages, problems), output), output)
    else:
        from learnlead.reports.year import year_report

        rubrics = rubrics_by_id(app, (page.sitting.rubric for page in year_pages))
        put_report(
            app,
            lambda _: year_report(year_number, year_pages, rubrics),
            chosen,
            output,
            pager=True,
        )
    if not year_pages:
        raise typer.Exit(1)


def _year(text: str) -> int:
    """The year as a number.

    Raises:
        LearnleadError: the text is no year.
    """
    from learnlead.errors import LearnleadError, Problem
    from learnlead.text.problem_text import quoted

    if not re.fullmatch(r"\d{4}", text, re.ASCII) or text == "0000":
        raise LearnleadError(Problem(f"{quoted(text)} is no year", "write it like 2026"))
    return int(text)


def _hint(journal: Iterable[Sitting], year_number: int) -> str:
    years = sorted({sitting.date.year for sitting in journal} - {year_number})
    if not years:
        return "`learnlead reflect` begins a sitting"
    return f"there are pages from {', '.join(map(str, years))}"
