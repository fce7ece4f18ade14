"""learnlead doctor: where things are, what is wrong, and how to mend it."""

from __future__ import annotations

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer


def doctor(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """Check the setup and say how to fix it. Nothing is changed."""
    from learnlead.app.examine import examination_json, examination_lines
    from learnlead.cli.diagnosis import examine

    app: AppContext = ctx.obj
    examined = examine(app)
    answer(
        lambda: "".join(f"{line}\n" for line in examination_lines(examined, app.words)),
        lambda: examination_json(examined),
        as_json=as_json,
        output=output,
    )
    raise typer.Exit(examined.exit_code)
