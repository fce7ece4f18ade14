"""Who else on this machine may read the leader's words."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from learnlead.errors import Problem
from learnlead.storage.safe_write import PRIVATE_FILE, PRIVATE_FOLDER

_OTHERS: Final = 0o077
_NAMED_AT_MOST: Final = 3


def open_folder(folder: Path, shown: str) -> list[Problem]:
    """The problem that others may look into the folder, if they may.

    `shown` is the folder as the user should read it.
    """
    mode = _mode(folder)
    if not (folder.is_dir() and mode & _OTHERS):
        return []
    message = f"other users of this machine may look into this folder (mode {mode:03o})"
    return [Problem(message, f"chmod {PRIVATE_FOLDER:o} {_quoted(folder)}", shown)]


def open_files(folder: Path, names: Iterable[str], shown: str) -> list[Problem]:
    """A problem for each of these files of a folder that others may read, or one for many.

    Names that no file has are left out; `shown` is the folder as the user should read it.
    """
    found = [file for name in names if (file := folder / name).is_file() and _mode(file) & _OTHERS]
    if len(found) > _NAMED_AT_MOST:
        message = f"other users of this machine may read {len(found)} files in this folder"
        every = f"find {_quoted(folder)} -maxdepth 1 -type f"
        return [Problem(message, f"{every} -exec chmod {PRIVATE_FILE:o} {{}} +", shown)]
    return [
        Problem(
            f"other users of this machine may read this file (mode {_mode(file):03o})",
            f"chmod {PRIVATE_FILE:o} {_quoted(file)}",
            f"{shown}/{file.name}",
        )
        for file in found
    ]


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return 0


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
