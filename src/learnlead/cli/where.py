"""learnlead alone: where you stand."""

from __future__ import annotations

import typer

from learnlead.cli.wiring import Desk


def tell(desk: Desk) -> None:
    """Due or not, and what waits; nothing that was typed."""
    from learnlead.cli.standing import due_lines, standing
    from learnlead.journeys.focus import focus_now
    from learnlead.journeys.plans import all_plans

    workspace = desk.workspace
    for line in due_lines(standing(desk)):
        typer.echo(line)
    rubric = desk.rubric()
    focus = focus_now(desk.shelf, rubric, desk.focus_waiting)
    if focus.behaviour is not None:
        typer.echo(f"focus: {focus.behaviour.name}")
    plans, _ = all_plans(desk.shelf)
    waiting = sum(plan.open for plan in plans)
    if waiting:
        typer.echo(f"open plans: {waiting} (learnlead plan list)")
    draft, problems = desk.drafts.load(rubric.id)
    desk.warn(problems)
    if draft is not None:
        typer.echo(f"an unfinished sitting of {draft.begun.date()} waits (learnlead reflect)")
    typer.echo(f"sittings held: {len(desk.shelf.page_names())}, in {workspace.journal}")
    typer.echo("learnlead reflect begins a sitting; learnlead --help shows the rest.")
