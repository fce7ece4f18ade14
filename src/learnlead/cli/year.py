"""learnlead year: the year in your own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.answering import answer
from learnlead.cli.known import known_or_refused
from learnlead.cli.options import AsJson, OfRubric, Output
from learnlead.cli.page_problems import tell_page_problems
from learnlead.cli.readable import readable
from learnlead.cli.wiring import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from learnlead.journal.sitting import Sitting


def year(
    ctx: typer.Context,
    which: Annotated[
        str | None, typer.Argument(metavar="[YEAR]", help="Such as 2026; else this year.")
    ] = None,
    rubric: OfRubric = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Read a year in your own words: moments, evidence, insights, plans; no ratings."""
    from learnlead.errors import AnswerIsNo, Problem
    from learnlead.journeys.reading_year import read_year
    from learnlead.reports.year_json import year_json

    desk: Desk = ctx.obj
    asked = desk.today.year if which is None else _year(which)
    told, journal, problems = read_year(desk.shelf, asked, rubric)
    tell_page_problems(desk, problems)
    if not told and rubric is not None:
        known_or_refused(desk, rubric=rubric)
    if not told and not as_json:
        raise AnswerIsNo(
            Problem(f"there are no words of yours from {asked}", _hint(journal, asked))
        )
    coloured = desk.colour and output in (None, "-")

    def text() -> str:
        from learnlead.reports.lines import Layout
        from learnlead.reports.year import year_text
        from learnlead.terminal.showing import shown, width

        rubrics = readable(desk, (one.sitting.rubric for one in told))
        lines = year_text(asked, told, rubrics, Layout(min(width(), 80), desk.plain))
        return shown(lines, colour=coloured)

    answer(
        text,
        lambda: year_json(asked, rubric, told, problems),
        as_json=as_json,
        output=output,
        coloured=coloured,
    )
    if not told:
        raise typer.Exit(1)


def _year(text: str) -> int:
    """The year that is meant.

    Raises:
        LearnleadError: it is none.
    """
    from learnlead.errors import LearnleadError, Problem
    from learnlead.plaintext.words import quoted

    if not re.fullmatch(r"\d{4}", text, re.ASCII) or text == "0000":
        raise LearnleadError(Problem(f"{quoted(text)} is no year", "write it like 2026"))
    return int(text)


def _hint(journal: Iterable[Sitting], asked: int) -> str:
    years = sorted({sitting.date.year for sitting in journal} - {asked})
    if not years:
        return "`learnlead reflect` begins a sitting"
    return f"there are pages from {', '.join(map(str, years))}"
