"""Whether git would take words along: what lies in a work tree and is not ignored there."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

_PATIENCE: Final = 30
"""Seconds for an answer that takes some milliseconds."""

_OF_ANOTHER_RUN: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Set while git runs a hook: they name another work tree than the one that is asked about."""


def git_sees(path: Path) -> bool:
    """Whether `git add --all` would take the file, or a file in the folder, or has taken it.

    The path need not exist yet. False where there is no work tree or no git, or git gives no
    answer; what lies behind a link is asked about, not the link.
    """
    real = Path(os.path.realpath(path))
    program = shutil.which("git") if _in_a_work_tree(real) else None
    if program is None:
        return False
    if real.is_dir():
        listing = ("ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", ".")
        listed = _answer(program, real, *listing)
        return listed is not None and bool(listed.stdout)
    above = next(folder for folder in real.parents if folder.is_dir())
    ignored = _answer(program, above, "check-ignore", "--quiet", "--", str(real))
    return ignored is not None and ignored.returncode == 1


def not_added(folder: Path) -> list[Path]:
    """The files in the folder and below it that git would take, and has not taken yet.

    There are none where there is no work tree or no git, or git gives no answer.
    """
    real = Path(os.path.realpath(folder))
    program = shutil.which("git") if _in_a_work_tree(real) and real.is_dir() else None
    if program is None:
        return []
    listing = ("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    listed = _answer(program, real, *listing)
    names = os.fsdecode(listed.stdout).split("\0") if listed is not None else []
    return [folder / name for name in names if name and not name.endswith("/")]


def _in_a_work_tree(path: Path) -> bool:
    """A quick answer for most folders, without a program being run."""
    return any(os.path.lexists(folder / ".git") for folder in (path, *path.parents))


def _answer(program: str, folder: Path, *words: str) -> subprocess.CompletedProcess[bytes] | None:
    """What git says in that folder; None where it cannot be asked."""
    world = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_RUN}
    # A work tree of somebody else's may name a program for fsmonitor, which git would run.
    command = [program, "-c", "core.fsmonitor=false", "-C", str(folder), *words]
    try:
        return subprocess.run(  # noqa: S603 - git's own words, and paths behind `--`
            command,
            env={**world, "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
