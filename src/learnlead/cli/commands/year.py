"""learnlead year: the year in your own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, OfRubric, Output
from learnlead.cli.output import chosen_form, json_line, put, put_report
from learnlead.cli.problems import known_or_refused, readable, tell_page_problems

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
    """Read a year in your own words: moments, evidence, insights, plans; no ratings."""
    from learnlead.app.page_texts import read_year
    from learnlead.errors import AnswerIsNo, Problem

    app: AppContext = ctx.obj
    chosen = chosen_form(form, as_json=as_json, output=output)
    asked = app.today.year if which is None else _year(which)
    told, journal, problems = read_year(app.page_store, asked, rubric)
    tell_page_problems(app, problems)
    if not told and rubric is not None:
        known_or_refused(app, rubric=rubric)
    if not told and chosen != "json":
        raise AnswerIsNo(
            Problem(f"there are no words of yours from {asked}", _hint(journal, asked))
        )
    if chosen == "json":
        from learnlead.reports.year import year_json

        put(json_line(year_json(asked, rubric, told, problems), output), output)
    else:
        from learnlead.reports.year import year_report

        rubrics = readable(app, (one.sitting.rubric for one in told))
        put_report(app, lambda _: year_report(asked, told, rubrics), chosen, output)
    if not told:
        raise typer.Exit(1)


def _year(text: str) -> int:
    """The year that is meant.

    Raises:
        LearnleadError: it is none.
    """
    from learnlead.errors import LearnleadError, Problem
    from learnlead.text.problem_text import quoted

    if not re.fullmatch(r"\d{4}", text, re.ASCII) or text == "0000":
        raise LearnleadError(Problem(f"{quoted(text)} is no year", "write it like 2026"))
    return int(text)


def _hint(journal: Iterable[Sitting], asked: int) -> str:
    years = sorted({sitting.date.year for sitting in journal} - {asked})
    if not years:
        return "`learnlead reflect` begins a sitting"
    return f"there are pages from {', '.join(map(str, years))}"
