"""What one thing in the journal's folder is: a page, a problem of its own, or somebody else's."""

from __future__ import annotations

import errno
import os
from typing import Literal

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.naming import looks_like_page, read_name, stem
from learnlead.journal.sync_copies import copy_told, original_of
from learnlead.reflection.stem import STEM_AT_MOST, is_stem
from learnlead.storage.failures import reason
from learnlead.storage.reading import kind_of, read_start

What = Literal["page", "copy", "misnamed", "other", "folder"]
"""`copy` is one that a sync program made of a page, `misnamed` a page whose name no page can have.

Other files and folders are left alone.
"""


def what_is(entry: os.DirEntry[str], shown: str) -> What | Problem:
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


def _of_file(entry: os.DirEntry[str], shown: str) -> What | Problem:
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


def _of_no_file(entry: os.DirEntry[str], shown: str) -> What | Problem:
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


def beside_told(what: What, name: str, shown: str) -> Problem:
    """That a file is no sitting though it reads as one."""
    if what == "copy":
        return copy_told(shown, original_of(name) or name)
    what_is_wrong = "this page's name holds a character that no page's name can hold"
    if any("\ud800" <= letter <= "\udfff" for letter in name):
        what_is_wrong = "this page's name is not UTF-8 text"
    elif len(stem(name)) > STEM_AT_MOST:
        what_is_wrong = f"this page's name is longer than {STEM_AT_MOST} letters"
    return Problem(what_is_wrong, "give it a name such as 2026-11-20-learning-leader.md", shown)
