"""learnlead backup and restore: the whole workspace as one zip, and back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import Identity
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.spoken import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Sized

    from learnlead.adapters.disk.backup import Backup
    from learnlead.i18n.words import Words

_NAMED_AT_MOST = 20


def backup(
    ctx: typer.Context,
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="A new .zip or .zip.age.")
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="Write a dated one into DIR, unless nothing changed."),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(metavar="WEEKS", min=1, help="With --to: remove those that are older."),
    ] = None,
    encrypt_to: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY", help="An age or SSH key, or a file of keys; several times."),
    ] = None,
) -> None:
    """Write everything of yours into one zip, and read it again.

    Pages, notes, records, settings, own rubrics and languages; any program opens it.
    """
    from learnlead.adapters.disk import backup as backups
    from learnlead.adapters.disk.bundles.writing import encrypted, recipients_named, write_file

    app: AppContext = ctx.obj
    words, files = app.words, _counter(app.words)
    keys = recipients_named(encrypt_to or [])
    place = _place(app, file, to, keep, keys)
    taken = backups.take_backup(app.workspace, app.today)
    if to is not None and not keys and (earlier := _same_as(Path(to), taken)) is not None:
        typer.echo(words("backup.same", file=earlier))
    else:
        packed = taken.packed()
        packed = encrypted(packed, keys) if keys else packed
        write_file(place, packed)
        backups.verified(place, packed)
        typer.echo(words("backup.written", file=place, files=files(taken.listed.files)))
        for why, names in taken.left_out.items():
            first_names = _first_names(names, words)
            typer.echo(words("backup.left-out", why=translated(why, "problems"), names=first_names))
        _say_what_waits(app)
    if to is not None and keep is not None:
        for path in backups.remove_old(Path(to), app.today, keep):
            typer.echo(words("backup.old", file=path, weeks=keep))


def restore(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="What `learnlead backup` wrote.")],
    folder: Annotated[
        str | None,
        typer.Argument(metavar="DIR", help="Where to; by default the workspace, or ~/learnlead."),
    ] = None,
    identity: Identity = None,
) -> None:
    """Bring back what is missing here, and replace nothing.

    Every file is compared with its hash before the first is written.
    """
    from learnlead.adapters.disk import backup as backups
    from learnlead.adapters.disk.workspace import default_root

    app: AppContext = ctx.obj
    words, files = app.words, _counter(app.words)
    opened = backups.read_backup(file, identity)
    here = None if folder else app.workspace_unread
    named = Path(folder).expanduser().absolute() if folder else None
    root = named or (here.root if here else default_root(app.home))
    result = backups.restore(opened, root)
    typer.echo(words("restored.from", folder=root, day=opened.listed.made_on))
    typer.echo(words("restored.back", files=files(result.written)))
    if result.same:
        typer.echo(words("restored.same", files=files(result.same)))
    if result.other:
        typer.echo(words("restored.other", names=_first_names(result.other, words)))
        typer.echo(words("restored.see", file=file))
        raise typer.Exit(1)


def _place(
    app: AppContext, file: str | None, to: str | None, keep: int | None, keys: Sequence[str]
) -> Path:
    """Where the backup goes.

    Raises:
        LearnleadError: the options do not say it, or it lies in the workspace itself.
    """
    from learnlead.adapters.disk.backup import free_name
    from learnlead.adapters.disk.bundles.writing import form_of, place_for

    remedy = "learnlead backup FILE.zip, or learnlead backup --to DIR --keep WEEKS"
    if (file is None) == (to is None):
        raise LearnleadError(Problem("name one place for the backup", remedy))
    if keep is not None and to is None:
        raise LearnleadError(Problem("--keep needs --to", remedy))
    if file is not None:
        path = place_for(str(Path(file).expanduser()))
        if form_of(file, encrypts=bool(keys)) == "folder":
            message = f"{file} is no name for a backup"
            raise LearnleadError(Problem(message, "let it end in .zip"))
    else:
        folder = Path(str(to)).expanduser()
        if not folder.is_dir():
            message = f"there is no folder {folder} for the backup"
            raise LearnleadError(Problem(message, "make it, or name another one with --to"))
        path = free_name(folder, app.today, encrypts=bool(keys))
    own = (app.workspace.root.resolve(), app.workspace.journal.resolve())
    if any(path.resolve().is_relative_to(folder) for folder in own):
        message = "a backup in the workspace would be lost with it"
        raise LearnleadError(Problem(message, "name a place elsewhere, best on another disk"))
    return path


def _same_as(folder: Path, taken: Backup) -> Path | None:
    """The newest backup of the folder, if it holds the same files."""
    from contextlib import suppress

    from learnlead.adapters.disk.backup import backups_in, read_backup

    earlier = [path for path in backups_in(folder.expanduser()) if path.suffix == ".zip"]
    with suppress(LearnleadError, IndexError):  # a damaged one is no reason to write none
        if read_backup(str(earlier[-1])).listed.files == taken.listed.files:
            return earlier[-1]
    return None


def _say_what_waits(app: AppContext) -> None:
    from learnlead.adapters.disk.state import state_folder, unfinished

    waiting = unfinished(state_folder(app.workspace, os.environ, app.home))
    if waiting.drafts or waiting.in_editor or waiting.answers:
        typer.echo(app.words("backup.unfinished"))


def _counter(words: Words) -> Callable[[Sized], str]:
    """Gives `3 files` for three of them."""
    return lambda files: words.counted(len(files), "some.files")


def _first_names(names: Sequence[str], words: Words) -> str:
    more = len(names) - _NAMED_AT_MOST
    shown = ", ".join(names[:_NAMED_AT_MOST])
    return words("backup.and-more", names=shown, n=more) if more > 0 else shown
