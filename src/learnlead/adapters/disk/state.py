"""The folder for what may be lost: where it is, what waits in it, what was shown once."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from learnlead.adapters import system
from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.json_file import is_forgotten
from learnlead.adapters.disk.workspace import Workspace
from learnlead.errors import LearnleadError, Problem


def home_folder(environment: Mapping[str, str]) -> Path | None:
    """The user's own folder: `HOME`, else what the system knows, else None."""
    home = Path(environment.get("HOME", ""))
    if home.is_absolute():
        return home
    known = Path(system.home_of_user(environment))
    return known if known.is_absolute() else None


def state_folder(workspace: Workspace, environment: Mapping[str, str], home: Path | None) -> Path:
    """Where this workspace's state is kept; nothing is made yet.

    `XDG_STATE_HOME` if it names an absolute path (others are to be ignored: XDG Base Directory
    Specification 0.8), else `~/.local/state`, on macOS `~/Library/Application Support`, on Windows
    `%LOCALAPPDATA%`; in it `learnlead` and a folder for each workspace, named by a hash of its real
    path.

    Raises:
        LearnleadError: there is neither that variable nor a home folder (exit 2).
    """
    return _platform_folder(environment, home) / "learnlead" / workspace_key(workspace)


def coach_folder(environment: Mapping[str, str], home: Path | None) -> Path:
    """Where a coach's own notes are kept, beside the workspaces' folders; nothing is made yet.

    Raises:
        LearnleadError: there is neither that variable nor a home folder (exit 2).
    """
    return _platform_folder(environment, home) / "learnlead" / "coach"


def answers_folder(environment: Mapping[str, str]) -> Path | None:
    """Where is marked which files were made by `--output`; None where there is no home folder."""
    with suppress(LearnleadError):
        return _platform_folder(environment, home_folder(environment)) / "learnlead" / "answers"
    return None


def workspace_key(workspace: Workspace) -> str:
    """Sixteen hexadecimal digits that tell the workspace from others, whatever it is called."""
    return hashlib.sha256(os.fsencode(workspace.root.resolve())).hexdigest()[:16]


_STATE: Final = {"darwin": ("Library", "Application Support")}


def _platform_folder(environment: Mapping[str, str], home: Path | None) -> Path:
    chosen = Path(environment.get("XDG_STATE_HOME", ""))
    if chosen.is_absolute():
        return chosen
    if home is None:
        raise LearnleadError(
            Problem(
                "this user has no home folder to keep an unfinished sitting in",
                remedy="set HOME, or XDG_STATE_HOME to a folder of your own",
            )
        )
    local = Path(environment.get("LOCALAPPDATA", ""))
    if not system.IS_POSIX and local.is_absolute():
        return local
    return home.joinpath(*_STATE.get(sys.platform, (".local", "state")))


_DRAFT: Final = re.compile(r"draft-(.+)\.json")
_FOCUS: Final = re.compile(r"focus-(.+)\.json")
_IN_EDITOR: Final = "editor-*/reflection.md"
_ANSWERS: Final = "text-*/*.md"
_BROKEN: Final = re.compile(r".+\.broken-\d+")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Names in a state folder.

    Attributes:
        files: all of them.
        drafts: the rubrics of which an unfinished sitting waits.
        focuses: those of which a focus waits for the next page.
        in_editor: those of which a page waits that an editor had.
        answers: texts that an editor had, and that are on no page yet; by their path there.
        broken: files that could not be understood, and were set aside for their writer to read.
    """

    files: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    focuses: tuple[str, ...] = ()
    in_editor: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def rubrics(self) -> list[str]:
        """All of which a sitting or a focus waits outside an editor; they may be gone."""
        return sorted({*self.drafts, *self.focuses})


def unfinished(state: Path) -> Unfinished:
    """What lies there; nothing where there is no such folder, or none that can be read."""
    try:
        files = tuple(sorted(e.name for e in state.iterdir() if not is_forgotten(e)))
    except OSError:
        return Unfinished()
    return Unfinished(
        files,
        tuple(match[1] for name in files if (match := _DRAFT.fullmatch(name))),
        tuple(match[1] for name in files if (match := _FOCUS.fullmatch(name))),
        tuple(sorted(page.parent.name.partition("-")[2] for page in state.glob(_IN_EDITOR))),
        tuple(name for name in files if _BROKEN.fullmatch(name)),
        tuple(sorted(str(path.relative_to(state)) for path in state.glob(_ANSWERS))),
    )


class ShownOnce:
    """Marks in the workspace's state folder, each an empty file."""

    def __init__(self, state: Path) -> None:
        self._folder = state

    def first_time(self, what: str) -> bool:
        """Whether this was not said yet; from now on it was.

        Where no mark can be made it is always the first time: rather twice than never.
        """
        mark = self._folder / f"said-{what}"
        with suppress(OSError):
            safe_write.make_folder(self._folder)
            try:
                safe_write.create(mark, b"")
            except FileExistsError:
                return False
        return True
