"""learnlead shared: every line that ever left."""

from __future__ import annotations

import typer

from learnlead.cli.context import Desk
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer


def shared(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """List every line that ever left, to whom, until when."""
    from learnlead.reports.shared import shared_json, shared_lines

    desk: Desk = ctx.obj
    ledger = desk.ledger.read()
    desk.warn(ledger.problems)
    answer(
        lambda: "".join(f"{line}\n" for line in shared_lines(ledger, desk.today)),
        lambda: shared_json(ledger),
        as_json=as_json,
        output=output,
    )
