"""Who else may read the leader's words: other users, clouds, network disks, git; bundles left."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from learnlead.adapters import system
from learnlead.adapters.disk.files.temporaries import PRIVATE_FILE, PRIVATE_FOLDER
from learnlead.adapters.disk.records import Record
from learnlead.adapters.disk.workspace import Workspace
from learnlead.coach.ledger import LEDGER_FILE, read_ledger
from learnlead.errors import Problem

_OTHERS: Final = 0o077
_NAMED_AT_MOST: Final = 3


def folder_exposure(folder: Path, shown: str) -> list[Problem]:
    """The problem that others may look into the folder, if they may.

    `shown` is the folder as the user should read it.
    """
    mode = _mode(folder)
    if not (folder.is_dir() and mode & _OTHERS):
        return []
    message = f"other users of this machine may look into this folder (mode {mode:03o})"
    return [Problem(message, f"chmod {PRIVATE_FOLDER:o} {_quoted(folder)}", shown)]


def file_exposures(folder: Path, names: Iterable[str], shown: str) -> list[Problem]:
    """A problem for each of these files of a folder that others may read, or one for many.

    Names that no file has are left out; `shown` is the folder as the user should read it.
    """
    readable = [
        file for name in names if (file := folder / name).is_file() and _mode(file) & _OTHERS
    ]
    if len(readable) > _NAMED_AT_MOST:
        message = f"other users of this machine may read {len(readable)} files in this folder"
        every = f"find {_quoted(folder)} -maxdepth 1 -type f"
        return [Problem(message, f"{every} -exec chmod {PRIVATE_FILE:o} {{}} +", shown)]
    return [
        Problem(
            f"other users of this machine may read this file (mode {_mode(file):03o})",
            f"chmod {PRIVATE_FILE:o} {_quoted(file)}",
            f"{shown}/{file.name}",
        )
        for file in readable
    ]


def _mode(path: Path) -> int:
    """Its permissions; none where a mode says nothing of who may read it."""
    if not system.IS_POSIX:
        return 0
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return 0


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))


_MOUNTS: Final = Path("/proc/self/mounts")

_CLOUDS: Final = {
    "onedrive": "OneDrive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",  # ~/Library/Mobile Documents
    "com~apple~clouddocs": "iCloud",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "box-box": "Box",
    "pcloud": "pCloud",
    "megasync": "MEGA",
    "cloudstorage": "a cloud",  # ~/Library/CloudStorage/ANYTHING
}
"""How the names of such folders begin, in small letters, and whose they are."""

_MARKS: Final = {".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".stfolder": "Syncthing"}
"""What such programs leave in the folder that they copy."""

_NETWORK: Final = re.compile(
    r"nfs4?|cifs|smb\w*|afp\w*|afs|ncpfs|ceph|lustre|gpfs|beegfs|davfs2?|webdav"
    r"|fuse\.(?:sshfs|rclone|gvfsd-fuse|davfs2?|glusterfs|ceph|s3fs|goofys|onedriver|gcsfuse"
    r"|google-drive-ocamlfuse|smbnetfs|curlftpfs)"
)
"""Types of file systems whose bytes lie on another machine."""


def copied_by(folder: Path, mounts: Path = _MOUNTS) -> str | None:
    """Who keeps the folder on other machines, such as `OneDrive` or `a network disk (nfs4)`.

    None is no proof: only names, the marks of well-known programs and what the system says of
    the disk are looked at.
    """
    for path in dict.fromkeys((Path(os.path.abspath(folder)), Path(os.path.realpath(folder)))):  # noqa: PTH100 - the name may be a link into a cloud
        for above in (path, *path.parents):
            named = above.name.lower()
            for begins, cloud in _CLOUDS.items():
                if named.startswith(begins):
                    return cloud
            for mark, cloud in _MARKS.items():
                if os.path.lexists(above / mark):
                    return cloud
        kind = _file_system(str(path), mounts)
        if (
            _NETWORK.fullmatch(kind)
            or str(path).startswith(("//", "/net/"))
            or "/gvfs/" in str(path)
        ):
            return f"a network disk ({kind})" if kind else "a network disk"
    return None


def _file_system(path: str, mounts: Path) -> str:
    """The type of the file system on which the path lies; empty where the system tells none."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    nearest = ("", "")
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        at = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1])
        inside = path == at or path.startswith(at.rstrip("/") + "/")
        if inside and len(at) >= len(nearest[0]):
            nearest = (at, fields[2])
    return nearest[1]


_PATIENCE: Final = 30
"""Seconds for an answer that takes some milliseconds."""

_OF_ANOTHER_RUN: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Set while git runs a hook: they name another work tree than the one that is asked about."""


def git_would_take(path: Path) -> bool:
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


def untracked_files(folder: Path) -> list[Path]:
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


def bundles_left(workspace: Workspace) -> list[Path]:
    """Each file or folder of which the ledger says so, once; the ledger is only looked at.

    Raises:
        LearnleadError: the ledger is no text.
    """
    exports = read_ledger(Record(workspace, LEDGER_FILE).lines(), LEDGER_FILE).exports
    named = dict.fromkeys(workspace.root / export.file for export in exports)
    return [path for path in named if os.path.lexists(path)]
