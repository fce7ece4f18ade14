"""The platform's folder for what may be lost: unfinished sittings and a pending focus."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from learnlead.errors import LearnleadError, Problem
from learnlead.storage.workspace import Workspace


def home_folder(environment: Mapping[str, str]) -> Path | None:
    """The user's own folder: `HOME`, else what the system's list of users says, else None."""
    home = Path(environment.get("HOME", ""))
    if home.is_absolute():
        return home
    import pwd

    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        return None


def state_folder(workspace: Workspace, environment: Mapping[str, str], home: Path | None) -> Path:
    """Where this workspace's state is kept; nothing is made yet.

    `XDG_STATE_HOME` if it names an absolute path (others are to be ignored: XDG Base Directory
    Specification 0.8), else `~/.local/state`, on macOS `~/Library/Application Support`; in it
    `learnlead` and a folder for each workspace, named by a hash of its real path.

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


def workspace_key(workspace: Workspace) -> str:
    """Sixteen hexadecimal digits that tell the workspace from others, whatever it is called."""
    return hashlib.sha256(os.fsencode(workspace.root.resolve())).hexdigest()[:16]


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
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return home / ".local" / "state"
