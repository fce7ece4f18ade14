"""learnlead init: make a workspace."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from learnlead.cli.wiring import PRIVACY, Desk
from learnlead.errors import LearnleadError
from learnlead.own_name import as_typed


def init(
    ctx: typer.Context,
    folder: Annotated[
        str | None, typer.Argument(metavar="DIR", help="Where; by default ~/learnlead.")
    ] = None,
) -> None:
    """Make a workspace, and say in four plain lines who can read it.

    Typed in a checkout of learnlead, it copies the journal there, and deletes nothing.
    """
    from learnlead.cli.moving import checkout_here, moved
    from learnlead.storage.bringing import settings_of
    from learnlead.storage.new_workspace import make_workspace
    from learnlead.storage.workspace import SETTINGS_FILE, VARIABLE, default_root

    desk: Desk = ctx.obj
    named = folder or desk.option or os.environ.get(VARIABLE)
    root = Path(named).expanduser().absolute() if named else default_root(desk.home)
    source = checkout_here(root)
    workspace, made = make_workspace(root, settings_of(source) if source else "")
    if made:
        typer.echo(f"{workspace.root}: made {', '.join(made)}.")
    else:
        typer.echo(f"{workspace.root}: everything is there already; nothing was changed.")
    if source is not None:
        has_own_settings = SETTINGS_FILE not in made
        for line in moved(desk, source, workspace, has_own_settings=has_own_settings):
            typer.echo(as_typed(line))
    for line in PRIVACY:
        typer.echo(line)
    for line in _how_to_begin(desk, workspace.root):
        typer.echo(as_typed(line))


def _how_to_begin(desk: Desk, root: Path) -> Iterator[str]:
    """The command that begins in the new workspace from where this is typed."""
    import shlex
    from contextlib import suppress

    from learnlead.storage.workspace import VARIABLE, find_workspace

    with suppress(OSError, LearnleadError):  # the folder is gone, or the variable names nothing
        meant = find_workspace(None, os.environ, Path.cwd(), desk.home)
        if meant is not None and meant.root.resolve() == root.resolve():
            yield "Begin with: learnlead reflect"
            return
    where = shlex.quote(str(root))
    yield f"Begin with: learnlead reflect --workspace {where}"
    yield f"So that every command in this shell means it: export {VARIABLE}={where}"
