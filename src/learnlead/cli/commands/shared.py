"""learnlead shared: every exported line."""

from __future__ import annotations

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer


def shared(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """List every line you ever shared, with whom, until when."""
    from learnlead.reports.shared import shared_json, shared_lines

    app: AppContext = ctx.obj
    ledger = app.ledger.read()
    app.warn(ledger.problems)
    answer(
        lambda: "".join(f"{line}\n" for line in shared_lines(ledger, app.today, app.words)),
        lambda: shared_json(ledger),
        as_json=as_json,
        output=output,
    )
