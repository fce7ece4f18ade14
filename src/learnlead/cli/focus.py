"""learnlead focus: the one behaviour of this quarter."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.answering import AsJson, Output, answer
from learnlead.cli.wiring import Desk

app = typer.Typer(help="The focus of this quarter: show, set.", no_args_is_help=True)

RubricOption = Annotated[str | None, typer.Option("--rubric", metavar="ID", help="Which rubric.")]


@app.command("show")
def show(
    ctx: typer.Context, rubric: RubricOption = None, as_json: AsJson = False, output: Output = None
) -> None:
    """Show the focus, since when, and what someone else would notice."""
    from learnlead.errors import AnswerIsNo, Problem
    from learnlead.journeys.focus import focus_json, focus_lines, focus_now

    desk: Desk = ctx.obj
    found = focus_now(desk.shelf, desk.rubric(rubric), desk.focus_waiting)
    desk.warn(found.problems)
    if found.nothing and not as_json:
        remedy = "`learnlead focus set BEHAVIOUR`, or the first sitting asks"
        raise AnswerIsNo(Problem("there is no focus yet", remedy))
    answer(
        lambda: "".join(f"{line}\n" for line in focus_lines(found)),
        lambda: focus_json(found),
        as_json=as_json,
        output=output,
    )
    if found.nothing:
        raise typer.Exit(1)


@app.command("set")
def set_focus(
    ctx: typer.Context,
    behaviour: Annotated[str, typer.Argument(help="The behaviour's id, such as own-answers.")],
    notice: Annotated[
        str | None, typer.Option("--notice", help="What someone else would notice.")
    ] = None,
    rubric: RubricOption = None,
) -> None:
    """Choose the focus; it waits for the next page."""
    from learnlead.journeys.focus import choose_focus

    desk: Desk = ctx.obj
    chosen = choose_focus(desk.rubric(rubric), behaviour, notice, desk.focus_waiting)
    typer.echo(f"Focus from the next page on: {chosen.name}")
