"""learnlead journal edit: a page in the writer's own editor."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.wiring import Desk
from learnlead.plaintext.clean import harmless


def edit(
    ctx: typer.Context,
    page: Annotated[
        str | None, typer.Argument(metavar="[PAGE]", help="A page or a date; else the newest.")
    ] = None,
) -> None:
    """Open a page in $VISUAL or $EDITOR, then check it; the program itself changes nothing."""
    from learnlead.cli.checking import check_files
    from learnlead.cli.own_editor import open_in_editor
    from learnlead.errors import LearnleadError, Problem
    from learnlead.journal.naming import stem
    from learnlead.journeys.showing_pages import names_meant
    from learnlead.reports.checks import check_lines

    desk: Desk = ctx.obj
    names = names_meant(desk.shelf, page, desk.today)
    if len(names) > 1:
        remedy = f"name one: {', '.join(map(stem, names))}"
        raise LearnleadError(Problem(f"{page!r} is {len(names)} pages", remedy))
    path = desk.workspace.journal / names[0]
    open_in_editor(path)
    found = check_files(desk, [str(path)])
    for line in check_lines(found):
        typer.echo(harmless(line, breaks=False))
    raise typer.Exit(found.exit_code)
