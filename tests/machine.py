"""A machine with hardly any programs on its PATH: stand-ins for those that schedule.

The real ones would change what the person who runs the tests has set up.
"""

from __future__ import annotations

from pathlib import Path

import pytest

CRONTAB_PROGRAM = """\
table="$HOME/table"
case "$1" in
    -l) [ -f "$table" ] || { echo "no crontab for jo" >&2; exit 1; }; exec /bin/cat "$table" ;;
    -r) exec /bin/rm "$table" ;;
    -*) echo "a pipe may end too early" >&2; exit 1 ;;
    *) exec /bin/cat "$1" > "$table" ;;
esac
"""
REFUSES = 'echo "You (jo) are not allowed to use this program (crontab)" >&2; exit 1\n'
_NOTIFY_SEND = (
    'printf "%s\\n" "$@" >> "$HOME/shown"; echo "$DBUS_SESSION_BUS_ADDRESS" >> "$HOME/bus"\n'
)
NO_DAEMON = 'echo "no name org.freedesktop.Notifications" >&2; exit 1\n'
_BUS = "unix:path=/run/user/1000/bus"
_SYSTEMCTL = 'echo "$*" >> "$HOME/systemctl"\n'


class Machine:
    """Its programs keep what they are given in the home folder."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self.table = Path.home() / "table"

    def program(self, name: str, script: str) -> None:
        """Put a program of that name on the PATH."""
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        path.chmod(0o755)

    def with_cron(self, script: str = CRONTAB_PROGRAM) -> None:
        """A crontab that takes everything, or does as the script says."""
        self.program("crontab", script)

    def with_systemd(self) -> None:
        """A systemd whose user manager answers."""
        self.program("systemctl", _SYSTEMCTL)

    def with_desktop(self, script: str = _NOTIFY_SEND) -> None:
        """A desktop that shows messages, or does as the script says."""
        self.program("notify-send", script)
        self._monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", _BUS)

    @property
    def shown(self) -> list[str]:
        """The words that the desktop was given."""
        file = Path.home() / "shown"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    @property
    def systemctl(self) -> list[str]:
        """What systemctl was told to do, beside being asked whether it is there."""
        calls = (Path.home() / "systemctl").read_text(encoding="utf-8").splitlines()
        return [line for line in calls if "show-environment" not in line]


def bare_machine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine whose PATH is this folder, with nothing in it yet; nobody came over SSH."""
    folder.mkdir()
    for name in ("DBUS_SESSION_BUS_ADDRESS", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("learnlead.adapters.schedulers.desktop.RUNTIME", str(folder / "%d"))
    monkeypatch.setenv("PATH", str(folder))
    return Machine(folder, monkeypatch)
