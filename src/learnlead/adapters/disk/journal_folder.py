"""The journal as a folder: what is a page in it, and pages read, made and changed."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Literal

from learnlead.adapters.disk.files import safe_update, safe_write
from learnlead.adapters.disk.files.changing import change_text
from learnlead.adapters.disk.files.failures import reason, report_failures
from learnlead.adapters.disk.files.reading import kind_of, read_start, read_text
from learnlead.adapters.disk.files.temporaries import is_ours
from learnlead.adapters.disk.workspace import Workspace
from learnlead.app.ports import Listing
from learnlead.errors import LearnleadError, Problem
from learnlead.page.naming import (
    PageName,
    looks_like_page,
    original_of,
    page_name,
    read_name,
    stem,
    sync_copy_problem,
)
from learnlead.sitting.stem import STEM_AT_MOST, is_stem
from learnlead.text.clean import is_utf8

EntryKind = Literal["page", "copy", "misnamed", "other", "folder"]
"""`copy` is one that a sync program made of a page, `misnamed` a page whose name no page can have.

Other files and folders are left alone.
"""


def entry_kind(entry: os.DirEntry[str], shown: str) -> EntryKind | Problem:
    """What the entry is; a problem where it may be a page and cannot be read as one.

    Args:
        entry: of the journal's folder.
        shown: its path as the user should read it.
    """
    usual = len(entry.name) <= STEM_AT_MOST and read_name(entry.name) is not None
    if usual and is_file(entry):
        return "page"
    try:
        return _of_file(entry, shown) if entry.is_file() else _of_no_file(entry, shown)
    except OSError as error:
        return _bad_link(error, shown) if _may_be_page(entry.name) else "other"


def is_file(entry: os.DirEntry[str]) -> bool:
    """Whether the entry is a regular file, or a link to one; mostly known without asking."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _may_be_page(name: str) -> bool:
    """Whether a file of which nothing but the name is known could be a page."""
    return name.endswith(".md") and not name.startswith(".")


def _of_file(entry: os.DirEntry[str], shown: str) -> EntryKind | Problem:
    original = original_of(entry.name)
    name = original or entry.name
    try:
        if not looks_like_page(name, "") and not looks_like_page(
            name, read_start(entry.path, shown)
        ):
            return "other"
    except LearnleadError as error:
        return error.problems[0] if _may_be_page(name) else "other"
    if original is not None:
        return "copy"
    return "page" if is_stem(stem(name)) else "misnamed"


def _of_no_file(entry: os.DirEntry[str], shown: str) -> EntryKind | Problem:
    if looks_like_page(original_of(entry.name) or entry.name, head=""):
        what = f"this is {kind_of(entry.stat().st_mode)}, with the name of a page"
        return Problem(what, "move it out of the journal, or give it another name", shown)
    if entry.is_dir():
        return "folder"
    entry.stat()  # raises where it is a link that leads nowhere
    return "other"


def _bad_link(error: OSError, shown: str) -> Problem:
    what = {
        errno.ENOENT: "this link leads nowhere",
        errno.ENOTDIR: "this link leads nowhere",
        errno.ELOOP: "this link leads back to itself",
    }.get(error.errno or 0, f"this cannot be looked at: {reason(error)}")
    return Problem(what, "let it lead to a page, or take it out of the journal", shown)


def not_a_page(what: EntryKind, name: str, shown: str) -> Problem:
    """That a file is no sitting though it reads as one."""
    if what == "copy":
        return sync_copy_problem(shown, original_of(name) or name)
    what_is_wrong = "this page's name holds a character that no page's name can hold"
    if not is_utf8(name):
        what_is_wrong = "this page's name is not UTF-8 text"
    elif len(stem(name)) > STEM_AT_MOST:
        what_is_wrong = f"this page's name is longer than {STEM_AT_MOST} letters"
    return Problem(what_is_wrong, "give it a name such as 2026-11-20-learning-leader.md", shown)


class PageFolder:
    """The pages of one folder; satisfies the port `PageStore`.

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
            what = entry_kind(entry, self.shown(entry.name))
            if isinstance(what, Problem):
                problems.append(what)
            elif what == "page":
                names.append(entry.name)
            elif what in ("copy", "misnamed"):
                beside.append(entry.name)
                problems.append(not_a_page(what, entry.name, self.shown(entry.name)))
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
        with report_failures("save the page", self._shown):
            safe_write.make_folder(self._folder)
        for nth in count(1):
            name = page_name(day, rubric, nth)
            with report_failures("save the page", self.shown(name)):
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
        with report_failures("change the page", self.shown(name)):
            safe_update.update(Path(self._path(name)), before.encode(), after.encode())

    def change(self, name: str, edit: Callable[[str], str]) -> None:
        """Put the edited text in place of the page's; see `PageStore.change`.

        Raises:
            LearnleadError: the page cannot be read, or is being changed; what `edit` raises, too.
            MachineFailed: the page could not be written; it is whole.
        """
        with report_failures("change the page", self.shown(name)):
            change_text(Path(self._path(name)), self.shown(name), edit)

    def _entries(self) -> Iterator[os.DirEntry[str]]:
        with report_failures("list the journal", self._shown):
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
