"""learnlead rubric: what is asked."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import group_of
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer

group = typer.Typer(
    cls=group_of({"new": "rubric_new", "schema": "rubric_diff", "diff": "rubric_diff"}),
    help="Rubrics: list, show, check, new, schema, diff.",
    no_args_is_help=True,
)


@group.command("list")
def list_rubrics(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """List the rubrics there are.

    In use are those that `rubric:` in learnlead.yaml names (learning-leader, if it names none),
    and those with a page in your journal. Only these come due.
    """
    from learnlead.reports.rubric import list_json, list_lines

    app: AppContext = ctx.obj
    read = [app.rubrics.rubric(rubric_id) for rubric_id in app.rubrics.ids()]
    rubrics = [rubric for rubric, _ in read if rubric is not None]
    problems = [p for rubric, found in read if rubric is None for p in found]
    app.warn(problems)
    in_use = app.rubrics_in_use()
    answer(
        lambda: "".join(f"{line}\n" for line in list_lines(rubrics, in_use)),
        lambda: list_json(rubrics, in_use, problems),
        as_json=as_json,
        output=output,
    )


@group.command("show")
def show(
    ctx: typer.Context,
    rubric: Annotated[str | None, typer.Argument(metavar="[ID]", help="Which; else yours.")] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Show what a rubric asks, in the order of a sitting, with its examples and its source."""
    from learnlead.errors import AnswerIsNo, LearnleadError
    from learnlead.reports.rubric import rubric_json, rubric_lines

    app: AppContext = ctx.obj
    try:
        found = app.rubric(rubric)
    except LearnleadError as error:
        if rubric is None or rubric in app.rubrics.ids():
            raise
        raise AnswerIsNo(*error.problems) from None
    answer(
        lambda: "".join(f"{line}\n" for line in rubric_lines(found)),
        lambda: rubric_json(found),
        as_json=as_json,
        output=output,
    )


@group.command("check")
def check(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="Rubrics or prompt banks.")
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Check rubrics and prompt banks like a compiler: file, line, what, what to do."""
    from learnlead.cli.checking import answer_checked, check_rubrics

    app: AppContext = ctx.obj
    found = check_rubrics(app, files or [])
    answer_checked(found, "rubric-check", as_json=as_json, output=output)
