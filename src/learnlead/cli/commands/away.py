"""learnlead away: days off, on which nothing is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer

Days = tuple[date, date]
"""The first and the last day off."""

_LONGEST = 366
"""The number of days that may be marked at once."""


def away(
    ctx: typer.Context,
    first: Annotated[
        str | None,
        typer.Argument(metavar="FROM", help="The first day, or a week, such as 2026-W52."),
    ] = None,
    last: Annotated[str | None, typer.Argument(metavar="TO", help="The last day.")] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Mark weeks off; without dates, list them."""
    from learnlead.reports.reminders import away_json, away_lines

    app: AppContext = ctx.obj
    marked = list(app.settings.away)
    days = None if first is None else _days_meant(first, last, app.today)
    added = None if days is None or _covered(days, marked) else days
    if added is not None:
        app.add_days_off(*added)
        marked.append(added)
    file = str(app.workspace.settings)

    def lines() -> Iterator[str]:
        return away_lines(days, added, marked, app.today, file=file, words=app.words)

    answer(
        lambda: "".join(f"{line}\n" for line in lines()),
        lambda: away_json(added, marked, app.today, file),
        as_json=as_json,
        output=output,
    )


def _days_meant(first: str, last: str | None, today: date) -> Days:
    """The first and the last day of the range.

    Raises:
        LearnleadError: they are no days, the end is before the beginning, or they last longer
            than a year, which is mostly a typing error.
    """
    from learnlead.errors import LearnleadError, Problem
    from learnlead.page.periods import read_days, read_span

    if last is not None and last.lower() == "week":  # typed without quotes, as `next week`
        first, last = f"{first} {last}", None
    if last is None:
        span = read_span(first, today)
        begin, end = span.first, span.last
    else:
        begin, end = read_days(first, today).first, read_days(last, today).last
    if end < begin:
        raise LearnleadError(Problem(f"{last} ends before {first} begins", "change the two about"))
    if (end - begin).days > _LONGEST:
        raise LearnleadError(
            Problem(f"{begin} to {end} is longer than a year", "check the year, or mark less")
        )
    return begin, end


def _covered(days: Days, marked: list[Days]) -> bool:
    """Whether all days of the range are marked already."""
    ordinals = range(days[0].toordinal(), days[1].toordinal() + 1)
    return all(
        any(first.toordinal() <= day <= last.toordinal() for first, last in marked)
        for day in ordinals
    )
