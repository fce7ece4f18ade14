"""learnlead init: makes a workspace, and copies a journal from a checkout into it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from learnlead import shipped
from learnlead.cli.context import AppContext
from learnlead.errors import LearnleadError, Problem
from learnlead.own_name import as_typed

if TYPE_CHECKING:
    from learnlead.adapters.disk.workspace import Workspace


def init(
    ctx: typer.Context,
    folder: Annotated[
        str | None, typer.Argument(metavar="DIR", help="Where; by default ~/learnlead.")
    ] = None,
) -> None:
    """Make a workspace, and say in four plain lines who can read it.

    Typed in a checkout of learnlead, it copies the journal there, and deletes nothing.
    """
    from learnlead.adapters.disk.new_workspace import make_workspace, settings_of
    from learnlead.adapters.disk.workspace import SETTINGS_FILE, VARIABLE, default_root

    app: AppContext = ctx.obj
    words = app.words
    named = folder or app.workspace_option or os.environ.get(VARIABLE)
    root = Path(named).expanduser().absolute() if named else default_root(app.home)
    source = checkout_here(root)
    workspace, made = make_workspace(
        root, settings_of(source) if source else "", language=app.language_option
    )
    if made:
        typer.echo(words("made.made", folder=workspace.root, names=", ".join(made)))
    else:
        typer.echo(words("made.nothing", folder=workspace.root))
    if source is not None:
        has_own_settings = SETTINGS_FILE not in made
        for line in copy_journal(app, source, workspace, has_own_settings=has_own_settings):
            typer.echo(as_typed(line))
    for line in words.lines("made.privacy"):
        typer.echo(line)
    for line in _how_to_begin(app, workspace.root):
        typer.echo(as_typed(line))


def _how_to_begin(app: AppContext, root: Path) -> Iterator[str]:
    """The command that begins a sitting in the new workspace from the current folder."""
    import shlex
    from contextlib import suppress

    from learnlead.adapters.disk.workspace import VARIABLE, find_workspace

    with suppress(OSError, LearnleadError):  # the folder is gone, or the variable names nothing
        workspace = find_workspace(None, os.environ, Path.cwd(), app.home)
        if workspace is not None and workspace.root.resolve() == root.resolve():
            yield app.words("made.begin", command="learnlead reflect")
            return
    where = shlex.quote(str(root))
    yield app.words("made.begin", command=f"learnlead reflect --workspace {where}")
    yield app.words("made.shell", command=f"export {VARIABLE}={where}")


_NAMED_AT_MOST: Final = 8


def checkout_here(target: Path) -> Workspace | None:
    """The workspace of the checkout in the current folder, if `target` is another one.

    Raises:
        LearnleadError: its settings cannot be understood, or `target` lies in its journal.
    """
    from contextlib import suppress

    from learnlead.adapters.disk.settings import load_settings
    from learnlead.adapters.disk.workspace import Workspace, find_workspace

    with suppress(OSError):
        here = find_workspace(None, {}, Path.cwd(), None)
        if here is None or not shipped.is_checkout(here.root) or target.resolve() == here.root:
            return None
        settings, problems = load_settings(here)
        if settings is None:
            raise LearnleadError(*problems)
        source = Workspace(here.root, settings.journal)
        if target.resolve().is_relative_to(source.journal.resolve()):
            remedy = "name a folder elsewhere, such as ~/learnlead"
            raise LearnleadError(Problem(f"{target} lies in the journal that would move", remedy))
        return source
    return None


def copy_journal(
    app: AppContext, source: Workspace, target: Workspace, *, has_own_settings: bool
) -> Iterator[str]:
    """Copy the journal; a line for each kind of thing that was copied or was not.

    Args:
        app: has the home folder and the schedulers.
        source: the workspace to copy from.
        target: the workspace to copy to.
        has_own_settings: whether the target had settings before.

    Raises:
        LearnleadError: a file cannot be read.
        MachineFailed: the machine refused.
    """
    from learnlead.adapters.disk.new_workspace import copy_files, settings_of
    from learnlead.reports.words import counted

    brought = copy_files(source, target)
    if brought.copied:
        files = counted(len(brought.copied), "file")
        yield f"Copied from {source.root}, each read again: {files}."
    if brought.there:
        yield f"There already, and the same: {counted(len(brought.there), 'file')}."
    for name in brought.other:
        yield f"Left alone: {name}, which holds something else here than in {source.root}."
    if has_own_settings and settings_of(source):
        yield f"Not copied: the settings in {source.settings}, since this folder has its own."
    for why, paths in brought.closed.items():
        yield f"Not copied ({why}): {_first_names(map(source.relative, paths))}, in {source.root}."
    yield from _waiting(app, source)
    yield from _reminders(app, source)
    yield from _bundles(source)
    if brought.originals:
        stay = [*brought.not_there, *(path for paths in brought.closed.values() for path in paths)]
        originals = _shown(source, brought.originals, stay)
        if len(originals) <= _NAMED_AT_MOST:
            yield f"The originals are still in {source.root}: {', '.join(originals)}."
        else:  # what is to be deleted is named, however much it is
            yield f"The originals are still in {source.root}:"
            yield from (f"  {name}" for name in originals)
        yield f"Look at the copies in {target.root}; then delete these originals, not the copies."


def _waiting(app: AppContext, source: Workspace) -> Iterator[str]:
    """A line for an unfinished sitting or a new focus, which stay with their workspace."""
    import os

    from learnlead.adapters.disk.state import state_folder, unfinished

    waiting = unfinished(state_folder(source, os.environ, app.home))
    if waiting.drafts or waiting.in_editor or waiting.answers:
        yield f"Not copied: an unfinished sitting of {source.root}; end it there first."
    if waiting.focuses:
        named = ", ".join(waiting.focuses)
        yield f"Not copied: the focus that waits for your next page of {named}; set it anew."


def _reminders(app: AppContext, source: Workspace) -> Iterator[str]:
    import os
    from contextlib import suppress

    from learnlead.adapters.schedulers.machine import describe_machine
    from learnlead.app.remind import installed_jobs
    from learnlead.reminders.schedule.backend import backends

    with suppress(LearnleadError):  # what cannot be asked stops no copying; `doctor` shows it
        machine = describe_machine(source, os.environ, app.home, today=app.today, calendar=None)
        for reminder in installed_jobs(backends(), machine, app.scheduler):
            yield (
                f"Not copied: the reminder by {reminder.backend.name}, which is about "
                f"{source.root}: `learnlead remind off` there, "
                "`learnlead remind on` here."
            )


def _bundles(source: Workspace) -> Iterator[str]:
    from learnlead.adapters.disk.exposure import bundles_left

    left = [source.relative(path) for path in bundles_left(source)]
    if left:
        yield f"Not copied (exported for a coach): {_first_names(left)}, in {source.root}."


def _shown(source: Workspace, files: Iterable[Path], stay: Iterable[Path]) -> list[str]:
    """The paths of the files; that of a folder in place of its files, if none of them stays."""
    folders = {folder for path in stay for folder in path.parents}
    shown: dict[str, None] = {}
    for file in files:
        top = source.journal if file.is_relative_to(source.journal) else source.root
        folder = top / file.relative_to(top).parts[0]
        known = (source.journal, source.rubrics, source.prompts)
        whole = folder in file.parents and folder not in (*folders, *known)
        shown[f"{source.relative(folder)}/" if whole else source.relative(file)] = None
    return list(shown)


def _first_names(names: Iterable[str]) -> str:
    """The first names, and the number of the others."""
    first = list(names)
    more = len(first) - _NAMED_AT_MOST
    words = ", ".join(first[:_NAMED_AT_MOST])
    return f"{words} and {more} more" if more > 0 else words
