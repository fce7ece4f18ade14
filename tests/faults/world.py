"""A small machine in a folder: a home, a workspace, a few programs; put back in a moment."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from faults.power import emptied

_ADDS = """\
echo 'canary'-from-editor >> "$1" && echo 'canary'-from-editor >> "$HOME/../../accepted"
"""
PROGRAMS = {
    # As Debian's: takes the whole of its input to the end, whoever ended it, then renames.
    "crontab": """\
table="$HOME/crontab"
case "$1" in
    -l) [ -f "$table" ] || { echo "no crontab for jo" >&2; exit 1; }; exec /bin/cat "$table" ;;
    -r) exec /bin/rm "$table" ;;
    -) /bin/cat > "$table.new" && exec /bin/mv "$table.new" "$table" ;;
    *) /bin/cat "$1" > "$table.new" || exit 1; exec /bin/mv "$table.new" "$table" ;;
esac
""",
    "systemctl": "exit 0\n",
    "notify-send": "exit 0\n",
    "browser": "exit 0\n",
    # Puts what stands in the file `to-write` of the home folder over the page.
    "editor": '[ -f "$HOME/to-write" ] || exit 0\n/bin/cat "$HOME/to-write" > "$1"\n',
    # Saves a line below the text, which counts from then on; in the script itself it is no word.
    "adding-editor": _ADDS,
    "killed-editor": f"{_ADDS}kill -9 $$\n",
    "quiet-editor": """echo 'canary'-quiet >> "$1"\n""",
    "failing-editor": '/bin/cat "$HOME/to-write" > "$1"; exit 1\n',
}


class World:
    """Folders below `base`: `world` is what the program sees, the others are ours."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.root = base / "world"
        self.home = self.root / "home"
        self.workspace = self.root / "ws"
        self.grave = base / "grave"
        self.result = base / "result.json"
        self.accepted = base / "accepted"

    def new(self) -> None:
        """A machine on which nothing was done yet."""
        shutil.rmtree(self.root, ignore_errors=True)
        for folder in (self.home, self.workspace, self.root / "bin", self.root / "tmp"):
            folder.mkdir(parents=True)
        for name, script in PROGRAMS.items():
            program = self.root / "bin" / name
            program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
            program.chmod(0o755)
        emptied(str(self.grave))

    def save(self, name: str) -> None:
        """Remember how it is."""
        shutil.rmtree(self.base / name, ignore_errors=True)
        shutil.copytree(self.root, self.base / name, symlinks=True)

    def restore(self, name: str) -> None:
        """Make it as it was then."""
        shutil.rmtree(self.root)
        shutil.copytree(self.base / name, self.root, symlinks=True)
        emptied(str(self.grave))
        for file in (self.result, self.accepted):
            file.unlink(missing_ok=True)

    @property
    def environment(self) -> dict[str, str]:
        """What the program is told about it."""
        return {
            "HOME": str(self.home),
            "PATH": str(self.root / "bin"),
            "TMPDIR": str(self.root / "tmp"),
            "EDITOR": "editor",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus",
            "LEARNLEAD_TODAY": "2026-11-20",
            "LANG": "C.UTF-8",
            "TERM": "dumb",
            "COLUMNS": "100",
            "TZ": "UTC",
        }

    def files(self) -> dict[str, bytes]:
        """Every file, by its path in the world; of a link where it leads."""
        found = {}
        for folder, _, names in os.walk(self.root):
            for name in names:
                if name == "crontab.new":
                    continue  # crontab's own, as the real one has some in its spool
                path = os.path.join(folder, name)
                if os.path.islink(path):
                    content = b"-> " + os.fsencode(os.readlink(path))
                else:
                    with open(path, "rb") as file:
                        content = file.read()
                found[os.path.relpath(path, self.root)] = content
        return found
