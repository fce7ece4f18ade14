"""A machine of its own on which a real cron runs, for the tests of this folder."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from running import Ran

LEARNLEAD = Path(sys.executable).with_name("learnlead")

OWN_CRONTABS = """\
mount -t tmpfs none /run
mount -t tmpfs none /etc/cron.d
mount --bind /dev/null /etc/crontab
mount -t tmpfs none /var/spool/cron
mkdir /var/spool/cron/crontabs
chown root:crontab /var/spool/cron/crontabs
chmod 1730 /var/spool/cron/crontabs
exec cron -f
"""
"""Mounts of the daemon's own: the machine's crontabs are neither seen nor changed."""


class Cron:
    """A machine on which cron runs, with its crontabs for itself."""

    def __init__(self) -> None:
        self.daemon = subprocess.Popen(
            ["unshare", "--mount", "sh", "-ec", OWN_CRONTABS],
            stderr=subprocess.PIPE,
            env=os.environ | {"PATH": f"/usr/sbin:/sbin:{os.environ['PATH']}"},
        )

    def run(self, *command: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run a command on that machine."""
        inside = ["nsenter", "--mount", "--target", str(self.daemon.pid), "--wdns=/"]
        return subprocess.run([*inside, *command], input=given, capture_output=True, check=False)

    def is_up(self) -> bool:
        """Whether the daemon has begun, or has ended already."""
        ended = self.daemon.poll() is not None
        return ended or Path(f"/proc/{self.daemon.pid}/comm").read_text() == "cron\n"

    def learnlead(self, *arguments: str | Path) -> Ran:
        done = self.run(LEARNLEAD, *arguments)
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def listed(self) -> bytes:
        """What `crontab -l` says, with its exit code."""
        done = self.run("crontab", "-l")
        return b"%d " % done.returncode + done.stdout

    def stored(self) -> bytes:
        """The crontab as it lies on the disk, without the three lines that crontab puts above."""
        spooled = self.run("cat", "/var/spool/cron/crontabs/root").stdout
        return spooled.split(b"\n", 3)[3]


def running_cron() -> Iterator[Cron]:
    if os.geteuid() != 0:
        pytest.skip("needs root: a cron daemon with crontabs of its own")
    machine = Cron()
    try:
        assert became(machine.is_up, seconds=10), "cron did not begin"
        if machine.daemon.poll() is not None:
            assert machine.daemon.stderr is not None
            pytest.skip(f"no mounts of its own here: {machine.daemon.stderr.read().decode()}")
        yield machine
    finally:
        machine.daemon.terminate()
        machine.daemon.communicate()


def became(true: Callable[[], bool], *, seconds: float) -> bool:
    """Look until it is so, or the time is over: cron has no way to tell."""
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def soon() -> str:
    """The next minute that cron cannot miss any more."""
    return f"{datetime.now().astimezone() + timedelta(seconds=65):%H:%M}"
