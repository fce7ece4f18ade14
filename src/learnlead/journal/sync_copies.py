"""Copies that sync programs make of a file that was changed in two places at once.

Only names that such a program alone gives are known here: `NAME 2.md` may as well be somebody's
own page.
"""

from __future__ import annotations

import re
from typing import Final

from learnlead.errors import Problem

_ADDED: Final = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]{7})?"  # Syncthing
    r"|_conflict-\d{8}-\d{6}"  # ownCloud and Nextcloud, their older clients
    r"| ?\(SFConflict [^()]*\)"  # Seafile
    # Dropbox, Nextcloud, Obsidian Sync
    r"| ?\(.*(?:conflicted copy|in konflikt stehende kopie).*\)"
    r"| ?\((?:case|unicode encoding|whitespace) conflict\)",  # Dropbox
    re.IGNORECASE,
)
"""What is added to the name of the file that was copied."""


def original_of(name: str) -> str | None:
    """The name of the file of which a sync program made this copy; None where it is no copy."""
    original = _ADDED.sub("", name)
    return None if original == name else original


def copy_told(file: str, original: str) -> Problem:
    """That the file is no page; `file` is its path as the user should read it."""
    return Problem(
        "a sync program made this copy of a page; it is not counted as a sitting",
        f"take over what {original} lacks, then delete this copy",
        file,
        severity="warning",
    )
