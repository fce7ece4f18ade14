"""Whether a folder is one that somebody else keeps a copy of: a cloud's, or a network's disk."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

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
    found = ("", "")
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        at = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1])
        inside = path == at or path.startswith(at.rstrip("/") + "/")
        if inside and len(at) >= len(found[0]):
            found = (at, fields[2])
    return found[1]
