"""What git would take along of a leader's words: one `git add` and a push, and others read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from learnlead import shipped
from learnlead.errors import Problem
from learnlead.storage.bundles_left import bundles_left
from learnlead.storage.git_sees import git_sees, not_added
from learnlead.storage.workspace import SETTINGS_FILE, Workspace

_A_PAGE: Final = "2026-01-01-a-page.md"
"""Stands for any page: it need not be there to be asked about."""

_REMEDY: Final = "name it in .gitignore, or move it out of the work tree"


def seen_by_git(workspace: Workspace) -> Iterator[Problem]:
    """A line for each place of words that lies in a work tree and is not ignored there.

    Raises:
        LearnleadError: the ledger is no text.
    """
    kept = {
        workspace.relative(workspace.journal): workspace.journal / _A_PAGE,
        workspace.relative(workspace.records): workspace.records / _A_PAGE,
        workspace.relative(workspace.inbox): workspace.inbox,
    }
    if seen := [shown for shown, path in kept.items() if git_sees(path)]:
        yield _told("what you write here", ", ".join(seen))
    if shipped.is_checkout(workspace.root):
        for settings in not_added(workspace.root):
            if settings.name == SETTINGS_FILE and settings.parent != workspace.root:
                yield _told("this workspace", f"{workspace.relative(settings.parent)}/")
    for bundle in bundles_left(workspace):
        if git_sees(bundle):
            yield _told("this bundle", workspace.relative(bundle))


def bundle_seen(output: str, *, folder: bool) -> Iterator[Problem]:
    """The same line for a bundle that is, or will be, written there."""
    path = Path(output)
    if git_sees(path / "any-file" if folder and not path.exists() else path):
        yield _told("this bundle", output)


def _told(what: str, where: str) -> Problem:
    message = f"git sees {what}: whoever gets the repository could read it"
    return Problem(message, _REMEDY, where, severity="warning")
