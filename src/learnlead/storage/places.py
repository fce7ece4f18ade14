"""Every file that a folder holds, as far as it can be told what it is without understanding it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from learnlead.storage.reading import LARGEST
from learnlead.storage.temporaries import is_ours, is_temporary

_HEAD: Final = 65_536
"""Bytes by which a text is told from what is none."""

_HISTORIES: Final = frozenset({".git", ".hg", ".svn", ".jj", ".stversions", ".dropbox.cache"})
"""Folders in which other programs keep every version of a file, in their own way."""

NO_TEXT: Final = "no text"
TOO_LARGE: Final = "too large"
A_LINK: Final = "a link to a folder"
HISTORY: Final = "earlier versions that another program keeps"
NOT_LISTED: Final = "a folder that cannot be listed"
NOT_OURS: Final = "a folder that is none of learnlead's"
HELD: Final = "another learnlead is writing this just now"


@dataclass(frozen=True, slots=True)
class Place:
    """A file, or a folder that is not looked into.

    Attributes:
        closed: why nobody can look into it; empty for a text.
    """

    path: Path
    closed: str = ""


def places_in(
    folder: Path, *, below: bool = True, without: frozenset[Path] = frozenset()
) -> list[Place]:
    """What lies in the folder, sorted; nothing where there is no such folder.

    Temporaries and locks of this program are left out.

    Args:
        folder: the folder.
        below: whether folders in it are looked into; else each is a closed place.
        without: folders that are left out.
    """
    return sorted(_places(folder, below, without), key=lambda place: str(place.path))


def _places(folder: Path, below: bool, without: frozenset[Path]) -> Iterator[Place]:  # noqa: FBT001 - passed on
    try:
        with os.scandir(folder) as scan:
            entries = list(scan)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        yield Place(folder, NOT_LISTED)
        return
    for entry in entries:
        path = Path(entry.path)
        if is_ours(entry.name) or path in without:
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name in _HISTORIES:
                yield Place(path, HISTORY)
            elif below:
                yield from _places(path, below, without)
            else:
                yield Place(path, NOT_OURS)
        elif (place := _place(path)) is not None:
            yield place


def folders_in(folder: Path) -> list[Path]:
    """The folder and every folder in it that `places_in` looks into."""
    found = [folder]
    for above, names, _ in os.walk(folder):
        names[:] = [name for name in names if name not in _HISTORIES and not is_temporary(name)]
        found += [Path(above, name) for name in names if not Path(above, name).is_symlink()]
    return found


def _place(path: Path) -> Place | None:
    """None for what holds no words: a pipe, a device, a link that leads nowhere."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            return Place(path, A_LINK)
        if not stat.S_ISREG(found.st_mode):
            return None
        if found.st_size > LARGEST:
            return Place(path, TOO_LARGE)
        with path.open("rb") as file:
            return Place(path, NO_TEXT if b"\0" in file.read(_HEAD) else "")
    except FileNotFoundError:
        return None
    except OSError:
        return Place(path)  # whoever reads it hears why that cannot be
