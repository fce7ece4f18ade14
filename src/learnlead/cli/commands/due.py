"""learnlead due: whether a sitting is due."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer


def due(
    ctx: typer.Context,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only the exit code; for a shell prompt.")
    ] = False,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Exit 0 if a sitting is due, 1 if none is; one line per rubric."""
    from learnlead.cli.status import due_json, due_lines, due_statuses

    app: AppContext = ctx.obj
    app.quiet = quiet
    statuses = due_statuses(app)
    if not quiet:
        answer(
            lambda: "".join(f"{line}\n" for line in due_lines(statuses, app.words)),
            lambda: due_json(statuses, app.today),
            as_json=as_json,
            output=output,
        )
    sys.stdout.flush()
    raise typer.Exit(0 if any(status.due for status in statuses) else 1)
