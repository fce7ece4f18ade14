"""learnlead plan: if-then plans listed, and marked as done or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import HelpGroup
from learnlead.cli.options import AsJson, Output, stands_alone
from learnlead.cli.output import answer
from learnlead.cli.problems import mend_plan_boxes, tell_page_problems

if TYPE_CHECKING:
    from learnlead.sitting.mark import Outcome

group = typer.Typer(cls=HelpGroup, invoke_without_command=True)

Page = Annotated[
    str | None,
    typer.Argument(
        metavar="PLAN",
        help="Its number in `plan list`, or its page.",
        autocompletion=values.open_plans,
    ),
]


@group.callback()
def plans(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """Your if-then plans; without a command, those that are open."""
    if stands_alone(ctx, as_json, output):
        list_plans(ctx, as_json=as_json, output=output)


@group.command("list")
def list_plans(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Closed ones, too.")] = False,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """List the open plans, newest first."""
    from learnlead.app.plans import all_plans, plan_lines, plans_json

    app: AppContext = ctx.obj
    mend_plan_boxes(app)
    plans, problems = all_plans(app.page_store)
    tell_page_problems(app, problems)
    shown_plans = [p for p in plans if every or p.open]
    answer(
        lambda: "".join(
            f"{line}\n" for line in plan_lines(shown_plans, app.today, app.words, every=every)
        ),
        lambda: plans_json(shown_plans, problems, app.today),
        as_json=as_json,
        output=output,
    )


@group.command("done")
def done(ctx: typer.Context, plan: Page = None) -> None:
    """Tick an open plan as done."""
    _mark(ctx.obj, plan, "x", "done")


@group.command("drop")
def drop(ctx: typer.Context, plan: Page = None) -> None:
    """Let an open plan go."""
    _mark(ctx.obj, plan, "-", "dropped")


def _mark(app: AppContext, named: str | None, box: str, outcome: Outcome) -> None:
    from learnlead.app.keep import mark_plan
    from learnlead.app.plans import all_plans, select_plan
    from learnlead.sitting.plan_words import plan_in_words

    mend_plan_boxes(app)
    plans, _ = all_plans(app.page_store)
    chosen = select_plan(plans, named)
    mark_plan(app.page_store, chosen.id, box)
    words, plan = app.words, plan_in_words(chosen.cue, chosen.action, app.words)
    typer.echo(words("plans.marked", state=words(f"outcome.{outcome}"), plan=plan))
