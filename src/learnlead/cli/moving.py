"""A journal that moves out of a checkout: what was copied, what was not, and what to do then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from learnlead import shipped
from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.storage.workspace import Workspace

_NAMED_AT_MOST: Final = 8


def checkout_here(target: Path) -> Workspace | None:
    """The workspace of the checkout in which this is typed, if another one is to be made.

    Raises:
        LearnleadError: its settings cannot be understood, or the other would lie in its journal.
    """
    from contextlib import suppress

    from learnlead.storage.settings_reading import load_settings
    from learnlead.storage.workspace import Workspace, find_workspace

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


def moved(
    desk: Desk, source: Workspace, target: Workspace, *, has_own_settings: bool
) -> Iterator[str]:
    """Copy the journal, and say what became of it, a line each kind of thing.

    Args:
        desk: where this is typed.
        source: from where.
        target: to where.
        has_own_settings: whether the target had settings before.

    Raises:
        LearnleadError: a file cannot be read.
        MachineFailed: the machine refused.
    """
    from learnlead.reports.words import counted
    from learnlead.storage.bringing import bring, settings_of

    brought = bring(source, target)
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
        yield f"Not copied ({why}): {_named(map(source.relative, paths))}, in {source.root}."
    yield from _waiting(desk, source)
    yield from _reminders(desk, source)
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


def _waiting(desk: Desk, source: Workspace) -> Iterator[str]:
    """What waits between sittings belongs to its workspace."""
    import os

    from learnlead.storage.state import state_folder
    from learnlead.storage.unfinished import unfinished

    waiting = unfinished(state_folder(source, os.environ, desk.home))
    if waiting.drafts or waiting.in_editor or waiting.answers:
        yield f"Not copied: an unfinished sitting of {source.root}; end it there first."
    if waiting.focuses:
        named = ", ".join(waiting.focuses)
        yield f"Not copied: the focus that waits for your next page of {named}; set it anew."


def _reminders(desk: Desk, source: Workspace) -> Iterator[str]:
    import os
    from contextlib import suppress

    from learnlead.journeys.scheduling import installed
    from learnlead.reminders.schedule.backends import backends
    from learnlead.storage.here import here

    with suppress(LearnleadError):  # what cannot be asked stops no copying; the doctor tells it
        machine = here(source, os.environ, desk.home, today=desk.today, calendar=None)
        for one in installed(backends(), machine, desk.scheduler):
            yield (
                f"Not copied: the reminder by {one.backend.name}, which is about {source.root}: "
                "`learnlead remind uninstall` there, `learnlead remind install` here."
            )


def _bundles(source: Workspace) -> Iterator[str]:
    from learnlead.storage.bundles_left import bundles_left

    left = [source.relative(path) for path in bundles_left(source)]
    if left:
        yield f"Not copied (exported for a coach): {_named(left)}, in {source.root}."


def _shown(source: Workspace, files: Iterable[Path], stay: Iterable[Path]) -> list[str]:
    """The files by their paths; a folder by its own, if nothing in it has to stay."""
    folders = {folder for path in stay for folder in path.parents}
    shown: dict[str, None] = {}
    for file in files:
        top = source.journal if file.is_relative_to(source.journal) else source.root
        folder = top / file.relative_to(top).parts[0]
        known = (source.journal, source.rubrics, source.prompts)
        whole = folder in file.parents and folder not in (*folders, *known)
        shown[f"{source.relative(folder)}/" if whole else source.relative(file)] = None
    return list(shown)


def _named(names: Iterable[str]) -> str:
    """The first of them, and how many more there are."""
    first = list(names)
    more = len(first) - _NAMED_AT_MOST
    words = ", ".join(first[:_NAMED_AT_MOST])
    return f"{words} and {more} more" if more > 0 else words
