"""learnlead init: make a workspace."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.wiring import PRIVACY, Desk
from learnlead.own_name import as_typed


def init(
    ctx: typer.Context,
    folder: Annotated[
        str | None, typer.Argument(metavar="DIR", help="Where; by default ~/learnlead.")
    ] = None,
) -> None:
    """Make a workspace, and say in four plain lines who can read it."""
    import os
    from pathlib import Path

    from learnlead.storage.new_workspace import make_workspace
    from learnlead.storage.workspace import VARIABLE, default_root

    desk: Desk = ctx.obj
    named = folder or desk.option or os.environ.get(VARIABLE)
    root = Path(named).expanduser().absolute() if named else default_root(desk.home)
    workspace, made = make_workspace(root)
    if made:
        typer.echo(f"{workspace.root}: made {', '.join(made)}.")
    else:
        typer.echo(f"{workspace.root}: everything is there already; nothing was changed.")
    for line in PRIVACY:
        typer.echo(line)
    typer.echo(as_typed("Begin with: learnlead reflect"))
