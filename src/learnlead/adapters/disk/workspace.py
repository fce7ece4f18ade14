"""The workspace: which folder it is, and what lies where in it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from learnlead.errors import LearnleadError, Problem

SETTINGS_FILE: Final = "learnlead.yaml"
VARIABLE: Final = "LEARNLEAD_WORKSPACE"
DEFAULT_JOURNAL: Final = "journals"

_LANGUAGE: Final = re.compile(r"""^language:[ \t]*["']?([A-Za-z]{2,3}(?:[-_]\w+)*)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with a `learnlead.yaml`.

    Attributes:
        root: the folder, as an absolute path.
        journal_key: the folder of pages as the settings name it; seen from the root.
    """

    root: Path
    journal_key: str = DEFAULT_JOURNAL

    @property
    def settings(self) -> Path:
        """The file of settings."""
        return self.root / SETTINGS_FILE

    @property
    def journal(self) -> Path:
        """The folder of pages; may lie outside the root, if the settings say so."""
        return self.root / _expanded(self.journal_key)

    @property
    def rubrics(self) -> Path:
        """The user's own rubrics."""
        return self.root / "rubrics"

    @property
    def prompts(self) -> Path:
        """The user's own wording."""
        return self.root / "prompts"

    @property
    def records(self) -> Path:
        """The leader's words outside pages."""
        return self.root / "records"

    @property
    def inbox(self) -> Path:
        """The notes that wait for Friday."""
        return self.root / "inbox.md"

    @property
    def language(self) -> str | None:
        """What `language:` in the settings says; None where it cannot be told.

        Help is wanted before the settings are read as a whole, which takes longer than help does,
        and a problem in them is told in this language, too.
        """
        try:
            match = _LANGUAGE.search(self.settings.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError):
            return None
        return match[1] if match else None

    def relative(self, path: Path) -> str:
        """The path as it is shown: from the root if it lies there, else whole."""
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)


def find_workspace(
    option: str | None, environment: Mapping[str, str], cwd: Path | None, home: Path | None
) -> Workspace | None:
    """The workspace that is meant, or None when there is none yet.

    `--workspace` goes first, then `LEARNLEAD_WORKSPACE`, then the nearest folder upwards from
    `cwd` with a `learnlead.yaml`, then `~/learnlead`.

    Args:
        option: the value of `--workspace`.
        environment: the variables of the process.
        cwd: the current folder; None if it is gone.
        home: the user's own folder; None if there is none.

    Raises:
        LearnleadError: the option or the variable names no workspace (exit 2).
    """
    if option is not None:
        return _named("--workspace", option, cwd)
    if named := environment.get(VARIABLE):
        return _named(VARIABLE, named, cwd)
    folders = () if cwd is None else (cwd, *cwd.parents)
    for folder in (*folders, *(() if home is None else (default_root(home),))):
        if _is_workspace(folder):
            return Workspace(folder)
    return None


def default_root(home: Path | None) -> Path:
    """Where a workspace is made when nobody says where.

    Raises:
        LearnleadError: this user has no home folder (exit 2).
    """
    if home is None:
        raise LearnleadError(
            Problem(
                "this user has no home folder to make a workspace in",
                remedy="name a folder: learnlead init DIR, then --workspace DIR",
            )
        )
    return home / "learnlead"


def _named(by: str, name: str, cwd: Path | None) -> Workspace:
    folder = (cwd or Path("/")) / _expanded(name)
    if name and _is_workspace(folder):
        return Workspace(folder)
    if _is_file(folder):
        message = f"{by} {name}: this is a file, not a folder"
        raise LearnleadError(Problem(message, f"name the folder it lies in: {Path(name).parent}"))
    if not name:
        message = f"{by} is empty"
    elif folder.is_dir():
        message = f"{by} {name}: this folder has no {SETTINGS_FILE}"
    else:
        message = f"{by} {name}: there is no such folder"
    raise LearnleadError(
        Problem(message, remedy=f"learnlead init {name or 'DIR'} makes a workspace there")
    )


def _expanded(path: str) -> str:
    return os.path.expanduser(path)  # noqa: PTH111 - Path.expanduser fails without a home


def _is_workspace(folder: Path) -> bool:
    return _is_file(folder / SETTINGS_FILE)


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - says no where Path.is_file fails
