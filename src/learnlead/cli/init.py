"""learnlead init: make a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead import shipped
from learnlead.cli.wiring import PRIVACY, Desk
from learnlead.errors import LearnleadError
from learnlead.own_name import as_typed

if TYPE_CHECKING:
    from learnlead.storage.workspace import Workspace


def init(
    ctx: typer.Context,
    folder: Annotated[
        str | None, typer.Argument(metavar="DIR", help="Where; by default ~/learnlead.")
    ] = None,
) -> None:
    """Make a workspace, and say in four plain lines who can read it.

    In a checkout of learnlead it brings copies of the pages, notes and records there along.
    """
    import os

    from learnlead.storage.bringing import settings_of
    from learnlead.storage.new_workspace import make_workspace
    from learnlead.storage.workspace import VARIABLE, default_root

    desk: Desk = ctx.obj
    named = folder or desk.option or os.environ.get(VARIABLE)
    root = Path(named).expanduser().absolute() if named else default_root(desk.home)
    source = _checkout(root)
    workspace, made = make_workspace(root, settings_of(source) if source else "")
    if made:
        typer.echo(f"{workspace.root}: made {', '.join(made)}.")
    else:
        typer.echo(f"{workspace.root}: everything is there already; nothing was changed.")
    if source is not None:
        for line in _brought(desk, source, workspace):
            typer.echo(line)
    for line in PRIVACY:
        typer.echo(line)
    typer.echo(as_typed("Begin with: learnlead reflect"))


def _checkout(root: Path) -> Workspace | None:
    """The workspace of the checkout in which this is typed, if another one is to be made."""
    from contextlib import suppress

    from learnlead.storage.settings_reading import load_settings
    from learnlead.storage.workspace import Workspace, find_workspace

    with suppress(OSError):
        here = find_workspace(None, {}, Path.cwd(), None)
        if here is None or not shipped.is_checkout(here.root) or root.resolve() == here.root:
            return None
        settings, problems = load_settings(here)
        if settings is None:
            raise LearnleadError(*problems)
        return Workspace(here.root, settings.journal)
    return None


def _brought(desk: Desk, source: Workspace, target: Workspace) -> Iterator[str]:
    """What was copied, and what stays where it was."""
    import os

    from learnlead.reports.words import counted
    from learnlead.storage.bringing import bring
    from learnlead.storage.state import state_folder
    from learnlead.storage.unfinished import unfinished

    brought = bring(source, target)
    if brought.copied:
        files = counted(len(brought.copied), "file")
        yield f"Brought from {source.root}: {files}, each read again."
        yield "The originals stay there. When you have looked at the copies, delete them by hand."
    for name in brought.other:
        yield f"Left alone: {name}, which holds something else here than in {source.root}."
    waiting = unfinished(state_folder(source, os.environ, desk.home))
    if waiting.drafts or waiting.in_editor:
        yield f"An unfinished sitting waits in {source.root}, and stays: end it there first."
