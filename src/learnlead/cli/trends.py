"""learnlead trends: what changed, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from learnlead.cli.answering import json_line, put, put_bits
from learnlead.cli.options import AsJson, FromDay, Output, ToDay
from learnlead.cli.page_problems import tell_page_problems
from learnlead.cli.report_form import chosen_form
from learnlead.cli.reporting import put_report
from learnlead.cli.trends_told import Told, told_by, told_comparison, told_trends, told_why
from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem
from learnlead.journal.days import read_range

if TYPE_CHECKING:
    from learnlead.reports.document import Document, Extent


def trends(
    ctx: typer.Context,
    rubric: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Which rubric; several times for several."),
    ] = None,
    first: FromDay = None,
    last: ToDay = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every finding and theme, not only the first few.")
    ] = False,
    by: Annotated[
        Literal["behaviour", "relationship", "month"] | None,
        typer.Option("--by", help="Arrange the text by this."),
    ] = None,
    why: Annotated[
        str | None,
        typer.Option(
            metavar="BEHAVIOUR", help="One verdict step by step; also `overall` and `focus`."
        ),
    ] = None,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="P1 P2", help="Two periods, such as 2026-Q2 2026-Q3."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="NAME", help="Such as html or csv; else as the FILE's name ends."
        ),
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Say what changed, how sure that is, and where it is too early to say."""
    desk: Desk = ctx.obj
    _one_of({"--all": everything, "--by": by, "--why": why, "--compare": compare})
    _one_of({"--compare": compare, "--from" if first else "--to": first or last})
    form = chosen_form(form, as_json=as_json, output=output, data=("csv", "json"))
    if form == "csv" and (why or compare or by):
        raise LearnleadError(Problem("this view has no figures for csv", "leave the format out"))
    rubrics = [desk.rubric(one) for one in dict.fromkeys(rubric or ())] or [desk.rubric()]
    period = read_range(first, last, desk.today)
    told: Sequence[Told]
    if compare is not None:
        told = [told_comparison(desk, one, compare) for one in rubrics]
    elif why is not None:
        told = [told_why(desk, one, period, why) for one in rubrics]
    elif by is not None:
        told = [told_by(desk, one, period, by) for one in rubrics]
    else:
        told = [told_trends(desk, one, period) for one in rubrics]
    problems = list(dict.fromkeys(problem for one in told for problem in one.problems))
    tell_page_problems(desk, problems)
    if form == "json":
        put_bits([json_line(one.data(), output) for one in told], output)
    elif form == "csv":
        from learnlead.reports.trends_csv import trends_csv

        put(trends_csv([one.trends for one in told if one.trends]), output)
    else:
        put_report(desk, lambda extent: _report(told, extent), form, output, everything=everything)


def _report(told: Sequence[Told], extent: Extent) -> Document:
    from learnlead.reports.trends_report import trends_report, views_report

    if whole := [one.trends for one in told if one.trends]:
        return trends_report(whole, extent)
    return views_report([one.article() for one in told if one.article])


def _one_of(options: Mapping[str, object]) -> None:
    """Refuse options that contradict each other."""
    given = [name for name, value in options.items() if value]
    if len(given) > 1:
        raise LearnleadError(
            Problem(f"{given[0]} and {given[1]} do not go together", f"leave out {given[1]}")
        )
