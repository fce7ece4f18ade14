"""learnlead journal edit: a page in the writer's own editor."""

from __future__ import annotations

import sys
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
    from learnlead.errors import LearnleadError, Problem
    from learnlead.journal.naming import stem
    from learnlead.journeys.showing_pages import names_meant
    from learnlead.reports.checks import check_lines
    from learnlead.terminal.editor import edit_file, editor_command

    desk: Desk = ctx.obj
    names = names_meant(desk.shelf, page, desk.today)
    if len(names) > 1:
        remedy = f"name one: {', '.join(map(stem, names))}"
        raise LearnleadError(Problem(f"{page!r} is {len(names)} pages", remedy))
    path = desk.workspace.journal / names[0]
    command = editor_command()
    if command is None:
        remedy = f"for instance `export EDITOR=nano`; or open {path} in any editor"
        raise LearnleadError(Problem("neither $VISUAL nor $EDITOR names an editor", remedy))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        message = "an editor needs a terminal, and this is none"
        raise LearnleadError(Problem(message, f"open {path} in any editor"))
    if not edit_file(path, command):
        remedy = "name one that is installed in $VISUAL or $EDITOR"
        raise LearnleadError(Problem(f"the editor {command[0]!r} could not be run", remedy))
    found = check_files(desk, [str(path)])
    for line in check_lines(found):
        typer.echo(harmless(line, breaks=False))
    raise typer.Exit(found.exit_code)
