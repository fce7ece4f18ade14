"""learnlead help: what `--help` behind a command says."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.completion import values


def show_help(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="COMMAND",
            help="Such as `plan list`; else all commands.",
            autocompletion=values.commands,
        ),
    ] = None,
) -> None:
    """Show the help of a command, as --help behind it does."""
    shown = ctx.find_root()
    left = list(names or ())
    while left and (find := getattr(shown.command, "resolve_command", None)):
        name, command, left = find(shown, left)
        shown = command.context_class(command, info_name=name, parent=shown)
    if left:
        shown.fail(f"Got unexpected extra argument ({' '.join(left)})")
    typer.echo(shown.get_help())
