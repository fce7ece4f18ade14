"""A real cron runs the job that was installed, and what it says is read back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from running import Ran

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        not (shutil.which("cron") and shutil.which("crontab")),
        reason="needs cron: make test-system installs it",
    ),
]

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

SHELL = """\
#!/bin/sh
exec /bin/sh "$@" >> '{said}' 2>&1
"""
"""The shell that the crontab names: it keeps what jobs say, which cron would mail."""

ODD_NAME = """it's 100% "mine" $HOME \\% ü"""


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


@pytest.fixture
def cron() -> Iterator[Cron]:
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


@pytest.fixture
def workspace(cron: Cron) -> Path:
    """On any day of a week its sitting is due."""
    root = Path.home() / ODD_NAME
    assert cron.learnlead("init", root).code == 0
    (root / "learnlead.yaml").write_text("day: monday\n")
    return root


def soon() -> str:
    """The next minute that cron cannot miss any more."""
    return f"{datetime.now().astimezone() + timedelta(seconds=65):%H:%M}"


@pytest.mark.timeout(600)
def test_it_runs_the_job_in_an_odd_workspace_once(
    cron: Cron, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LEARNLEAD_TODAY")  # cron lives in the real day,
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))  # and in the user's real home
    shell, said = tmp_path / "shell", tmp_path / "said"
    shell.write_text(SHELL.format(said=said))
    shell.chmod(0o755)
    foreign = f"# jo's own\nSHELL={shell}\nX=1\n0 0 1 1 * true 100\\%\n".encode()
    assert cron.run("crontab", "-", given=foreign).returncode == 0

    expected = cron.learnlead("remind", "--test", "--workspace", workspace)
    assert expected.stdout.strip()
    where = ("--workspace", workspace)

    def ran() -> bool:
        return said.exists() and said.stat().st_size > 0

    for _ in range(3):  # a clock that is set in between takes the minute away
        installed = cron.learnlead("remind", "install", "--yes", *where, "--at", soon())
        assert installed.code == 0, installed.stderr
        assert "No cron runs" not in installed.stdout
        if became(ran, seconds=140):
            break
    assert ran(), f"not run by {datetime.now().astimezone()}: {cron.listed().decode()}"

    assert said.read_text() == expected.stdout
    assert cron.learnlead("remind", *where).stdout == "", "it has spoken for today"
    assert cron.learnlead("remind", "uninstall", *where).code == 0
    assert cron.stored() == foreign


FOREIGN = [
    b"",
    b"# nothing but this\n",
    b"MAILTO=jo@example.org\n\n# caf\xe9 \xff\x0c\n0 1 * * 1-5 backup \\% \\\\r\n@reboot true\n",
    b"MAILTO=jo@example.org\r\n# \x08 ends as on Windows\r\n0 1 * * * true\r\n",
    b"# shown as it stands: \\r and \\b\n",
]


@pytest.mark.parametrize("foreign", FOREIGN)
def test_crontabs_are_the_same_before_and_after(
    cron: Cron, workspace: Path, foreign: bytes
) -> None:
    assert cron.run("crontab", "-", given=foreign).returncode == 0
    listed, stored = cron.listed(), cron.stored()
    where = ("--workspace", workspace)
    for arguments in (("--yes",), ("--yes", "--day", "wed"), ("--yes", "--at", "9:30")):
        assert cron.learnlead("remind", "install", *arguments, *where).code == 0
        assert cron.stored().startswith(stored)
        assert cron.stored().count(b"# begin learnlead-remind-") == 1
    assert cron.learnlead("remind", "uninstall", *where).code == 0
    if foreign:
        assert (cron.listed(), cron.stored()) == (listed, stored)
    else:
        assert cron.listed() == b"1 ", "an empty crontab is none"


def test_without_a_crontab_there_is_none_afterwards(cron: Cron, workspace: Path) -> None:
    before = cron.listed()
    where = ("--workspace", workspace)
    assert cron.learnlead("remind", "install", "--yes", *where).code == 0
    assert cron.listed() != before
    assert cron.learnlead("remind", "uninstall", *where).code == 0
    assert cron.listed() == before == b"1 "


def test_a_last_line_without_an_end_gets_one_where_cron_wants_it(
    cron: Cron, workspace: Path
) -> None:
    cron.run("tee", "/var/spool/cron/crontabs/root", given=b"# 1\n# 2\n# 3\n0 1 * * * true")
    where = ("--workspace", workspace)
    assert cron.learnlead("remind", "install", "--yes", *where).code == 0
    assert cron.learnlead("remind", "uninstall", *where).code == 0
    assert cron.stored().endswith(b"0 1 * * * true\n"), "crontab takes no other"


def test_a_line_longer_than_cron_takes_is_refused_whole(cron: Cron) -> None:
    foreign = b"# mine\n"
    assert cron.run("crontab", "-", given=foreign).returncode == 0
    root = Path.home().joinpath(*["x" * 200] * 6)
    assert cron.learnlead("init", root).code == 0
    ran = cron.learnlead("remind", "install", "--yes", "--workspace", root)
    assert ran.code == 3
    assert "command too long" in ran.stderr
    assert cron.stored() == foreign
