"""learnlead trends: what changed, and how sure that is."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.answering import AsJson, Output, answer
from learnlead.cli.wiring import Desk


def trends(
    ctx: typer.Context,
    rubric: Annotated[str | None, typer.Option(metavar="ID", help="Which rubric.")] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From this date or week on.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Up to this date or week.")
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Say what changed, how sure that is, and where it is too early to say."""
    from learnlead.journal.days import read_range
    from learnlead.journeys.pages import read_sittings_of
    from learnlead.reports.json import trends_json
    from learnlead.trends.summarise import summarise

    desk: Desk = ctx.obj
    asked = desk.rubric(rubric)
    sittings, problems = read_sittings_of(asked, desk.shelf, desk.rubrics)
    begin, end = read_range(first, last, desk.today)
    found = summarise(
        sittings,
        asked,
        today=desk.today,
        away=desk.settings.away,
        first=begin,
        last=end,
        problems=problems,
    )
    desk.warn(found.problems)
    coloured = desk.colour and output in (None, "-")

    def text() -> str:
        from learnlead.reports.text import trends_text
        from learnlead.terminal.showing import shown, width

        lines = trends_text(found, width=width(), plain=desk.plain)
        return shown(lines, colour=coloured)

    answer(
        text,
        lambda: trends_json(found),
        as_json=as_json,
        output=output,
        coloured=coloured,
    )
