"""The journal as a folder: what is a page in it, and pages read, made and changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.naming import PageName, page_name, read_name
from learnlead.journeys.ports import Listing
from learnlead.storage import safe_write
from learnlead.storage.changing import change_text
from learnlead.storage.failures import told
from learnlead.storage.journal_entry import beside_told, is_file, what_is
from learnlead.storage.reading import read_text
from learnlead.storage.temporaries import is_ours
from learnlead.storage.workspace import Workspace


class FolderShelf:
    """The pages of one folder; satisfies the port `Shelf`.

    Nothing is kept between calls: the folder belongs to its owner, who may change it any time.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._folder = workspace.journal
        self._shown = workspace.relative(self._folder)

    def listing(self) -> Listing:
        """What lies in the journal; a journal that is not there yet is an empty one."""
        names: list[str] = []
        beside: list[str] = []
        problems: list[Problem] = []
        foreign = 0
        for entry in self._entries():
            what = what_is(entry, self.shown(entry.name))
            if isinstance(what, Problem):
                problems.append(what)
            elif what == "page":
                names.append(entry.name)
            elif what in ("copy", "misnamed"):
                beside.append(entry.name)
                problems.append(beside_told(what, entry.name, self.shown(entry.name)))
            else:
                foreign += what == "other"
        names.sort(key=_order)
        problems.sort(key=lambda problem: problem.where)
        return Listing(tuple(names), tuple(problems), foreign, tuple(sorted(beside)))

    def page_names(self) -> list[PageName]:
        """The pages named `DATE-RUBRIC[.N].md`, in order, by their names alone."""
        named = ((read_name(entry.name), entry) for entry in self._entries())
        return sorted(
            (name for name, entry in named if name is not None and is_file(entry)),
            key=lambda name: (name.day, name.rubric, name.nth),
        )

    def shown(self, name: str) -> str:
        """The page's path as a user should read it: relative to the workspace."""
        return name if self._shown == "." else f"{self._shown}/{name}"

    def read(self, name: str) -> str:
        """The page's text exactly as it stands, with its BOM and line endings.

        Raises:
            LearnleadError: this page cannot be read; its problem says why.
        """
        return read_text(self._path(name), self.shown(name))

    def create(self, day: date, rubric: str, text: str) -> str:
        """Make a new page, safe on the disk, and give the name that was free for it.

        Raises:
            MachineFailed: no page was made.
        """
        with told("save the page", self._shown):
            safe_write.make_folder(self._folder)
        for nth in count(1):
            name = page_name(day, rubric, nth)
            with told("save the page", self.shown(name)):
                try:
                    safe_write.create(self._folder / name, text.encode())
                except FileExistsError:
                    continue
            break
        return name

    def update(self, name: str, before: str, after: str) -> None:
        """Replace the text of a page that still reads `before`.

        Raises:
            LearnleadError: the page has changed since it was read, or is being changed.
            MachineFailed: the page could not be written; it is whole.
        """
        with told("change the page", self.shown(name)):
            safe_write.update(Path(self._path(name)), before.encode(), after.encode())

    def change(self, name: str, edit: Callable[[str], str]) -> None:
        """Put the edited text in place of the page's; see `Shelf.change`.

        Raises:
            LearnleadError: the page cannot be read, or is being changed; what `edit` raises, too.
            MachineFailed: the page could not be written; it is whole.
        """
        with told("change the page", self.shown(name)):
            change_text(Path(self._path(name)), self.shown(name), edit)

    def _entries(self) -> Iterator[os.DirEntry[str]]:
        with told("list the journal", self._shown):
            try:
                scan = os.scandir(self._folder)
            except FileNotFoundError:
                return
            with scan:
                yield from (entry for entry in scan if not is_ours(entry.name))

    def _path(self, name: str) -> str:
        if "/" in name or "\0" in name:
            raise LearnleadError(
                Problem(f"{name!r} is no page's name", remedy="see `learnlead journal list`")
            )
        return f"{self._folder}/{name}"


def _order(name: str) -> tuple[str, str, int]:
    read = read_name(name)
    return (name, "", 0) if read is None else (name[:10], read.rubric, read.nth)
