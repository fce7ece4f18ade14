"""Every file beside the pages that may hold somebody's words: where it lies, read and changed."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from learnlead import shipped
from learnlead.adapters.disk.files import safe_update
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.reading import LARGEST, read_text
from learnlead.adapters.disk.files.temporaries import (
    clean,
    is_ours,
    is_temporary,
    strays,
    temporaries_in,
)
from learnlead.adapters.disk.rubrics.writing import SCHEMAS
from learnlead.adapters.disk.workspace import SETTINGS_FILE, Workspace

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
    folders = [folder]
    for above, names, _ in os.walk(folder):
        names[:] = [name for name in names if name not in _HISTORIES and not is_temporary(name)]
        folders += [Path(above, name) for name in names if not Path(above, name).is_symlink()]
    return folders


def _place(path: Path) -> Place | None:
    """None for what holds no words: a pipe, a device, a link that leads nowhere."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return Place(path, A_LINK)
        if not stat.S_ISREG(status.st_mode):
            return None
        if status.st_size > LARGEST:
            return Place(path, TOO_LARGE)
        with path.open("rb") as file:
            return Place(path, NO_TEXT if b"\0" in file.read(_HEAD) else "")
    except FileNotFoundError:
        return None
    except OSError:
        return Place(path)  # whoever reads it hears why that cannot be


_TEXT: Final = re.compile(r"\.(?:md|markdown|txt|text)(?![a-z0-9])", re.IGNORECASE)
"""In a name such as `page.md`, `#page.md#`, `page.md~`, `page (conflicted copy).md`."""

_JSON: Final = re.compile(r"\.jsonl?(?:\.broken-[0-9]+)?$")
_BY_THE_PROGRAM: Final = re.compile(r"draft-.+\.json|focus-.+\.json")
_OF_AN_EDITOR: Final = "reflection.md"


class OtherTextFiles:
    """What lies beside the pages; satisfies the port `OtherFiles`.

    Args:
        workspace: its inbox, its records, what lies among its pages, its rubrics.
        state: the folder of what waits between sittings.
        coach: the folder of a coach's own notes.
        elsewhere: folders that bundles were written into.
    """

    def __init__(
        self,
        workspace: Workspace,
        state: Path | None = None,
        coach: Path | None = None,
        elsewhere: Iterable[Path] = (),
    ) -> None:
        self._workspace = workspace
        self._state = state
        self._coach = coach
        self._elsewhere = tuple(elsewhere)
        self._is_checkout = shipped.is_checkout(workspace.root)

    def names(self) -> list[str]:
        """The files whose words may be changed, by their paths from the workspace."""
        shown = (self._shown(place.path) for place in self.own() if _may_change(place))
        return list(dict.fromkeys(shown))

    def fixed(self) -> list[str]:
        """The files that are only looked at: settings, rubrics, and what others made."""
        own = (p for p in self.own() if not p.closed and not _may_change(p))
        return [self._shown(p.path) for p in (*own, *(p for p in self.others() if not p.closed))]

    def closed(self) -> list[tuple[str, str]]:
        """What nobody can look into, and why."""
        places = [place for place in (*self.own(), *self.others()) if place.closed]
        closed = [(place.path, f"{place.closed}, so it was not searched") for place in places]
        for folder in self._folders():
            in_use = set(temporaries_in(folder)) - set(strays(folder))
            closed += [(Path(path), HELD) for path in sorted(in_use)]
        return [(self._shown(path), why) for path, why in dict.fromkeys(closed)]

    def strays(self) -> list[str]:
        """The temporary files that runs which died have left."""
        return [self._shown(Path(path)) for folder in self._folders() for path in strays(folder)]

    def clean(self) -> None:
        """Remove them.

        Raises:
            LearnleadError: another run is changing something there.
            MachineFailed: the machine refused.
        """
        for folder in self._folders():
            with report_failures("remove temporary files", self._shown(folder)):
                clean(folder)

    def read(self, name: str) -> str:
        """The file's text exactly as it stands.

        Raises:
            LearnleadError: it cannot be read; its problem says why.
        """
        return read_text(self._workspace.root / name, name)

    def update(self, name: str, before: str, after: str) -> None:
        """Replace the text of a file that still reads `before`.

        Raises:
            LearnleadError: it has changed since it was read, or is being changed.
            MachineFailed: it could not be written; it is whole.
        """
        with report_failures("change the file", name):
            path = self._workspace.root / name
            safe_update.update(path, before.encode(), after.encode())

    def own(self) -> Iterator[Place]:
        """What the program wrote, and what lies beside it."""
        workspace = self._workspace
        root = places_in(workspace.root, below=False)
        yield from (p for p in root if workspace.inbox.name in p.path.name)
        yield from places_in(workspace.records)
        examples = frozenset({shipped.folder("examples")})
        folder = workspace.journal
        if folder == workspace.root:
            known = (p for p in root if not p.closed and p.path.name != SETTINGS_FILE)
            yield from (place for place in known if not self._of_checkout(place))
        else:
            yield from places_in(folder, without=examples)
        if self._state is not None:
            for place in places_in(self._state):
                waits = _BY_THE_PROGRAM.fullmatch(place.path.name)
                opened = place.path.name == _OF_AN_EDITOR
                if not (waits or opened) or place.closed:  # the sitting's own doors change these
                    yield place

    def others(self) -> Iterator[Place]:
        """What is the leader's own to change, or of use only as it is."""
        workspace = self._workspace
        for folder in (workspace.rubrics, workspace.prompts):
            yield from places_in(folder)
        known = {workspace.rubrics, workspace.prompts, workspace.records, workspace.journal}
        known.add(workspace.root / SCHEMAS)
        for place in places_in(workspace.root, below=False):
            is_known = any(path.is_relative_to(place.path) for path in known)
            if not (
                is_known or workspace.inbox.name in place.path.name or self._of_checkout(place)
            ):
                yield place
        if self._coach is not None:
            yield from places_in(self._coach)

    def _of_checkout(self, place: Place) -> bool:
        """Whether that is the program's own source and no file of the leader's."""
        return self._is_checkout and place.path.name != SETTINGS_FILE

    def _folders(self) -> list[Path]:
        """Where the program writes."""
        workspace = self._workspace
        folders = [workspace.root, workspace.root / SCHEMAS, *self._elsewhere]
        for folder in (workspace.journal, workspace.records, workspace.rubrics, workspace.prompts):
            folders += [folder] if folder == workspace.root else folders_in(folder)
        for private in (self._state, self._coach):
            folders += [] if private is None else folders_in(private)
        return list(dict.fromkeys(folders))

    def _shown(self, path: Path) -> str:
        return self._workspace.relative(path)


def _may_change(place: Place) -> bool:
    name = place.path.name
    return not place.closed and bool(_TEXT.search(name) or _JSON.search(name))
