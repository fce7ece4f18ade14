"""learnlead trends: what changed, and how sure that is."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from learnlead.cli.options import AsJson, FromDay, Output, ToDay
from learnlead.cli.wiring import Desk


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
    from learnlead.cli.trends_answer import Asked, answer_trends

    desk: Desk = ctx.obj
    asked = Asked(
        rubrics=tuple(rubric or ()),
        first=first,
        last=last,
        everything=everything,
        by=by,
        why=why,
        compare=compare,
        form=form,
        as_json=as_json,
        output=output,
    )
    answer_trends(desk, asked)
