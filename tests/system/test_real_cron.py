"""A real cron runs the job that was installed, and what it says is read back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from system.cron_machine import Cron, became, running_cron, soon

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        not (shutil.which("cron") and shutil.which("crontab")),
        reason="needs cron: make test-system installs it",
    ),
]

SHELL = """\
#!/bin/sh
exec /bin/sh "$@" >> '{said}' 2>&1
"""
"""The shell that the crontab names: it keeps what jobs say, which cron would mail."""

ODD_NAME = """it's 100% "mine" $HOME \\% ü"""


@pytest.fixture
def cron() -> Iterator[Cron]:
    yield from running_cron()


@pytest.fixture
def workspace(cron: Cron) -> Path:
    """On any day of a week its sitting is due."""
    root = Path.home() / ODD_NAME
    assert cron.learnlead("init", root).code == 0
    (root / "learnlead.yaml").write_text("day: monday\n")
    return root


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
        installed = cron.learnlead("remind", "on", "--yes", "--mail", *where, "--at", soon())
        assert installed.code == 0, installed.stderr
        assert "No cron runs" not in installed.stdout
        if became(ran, seconds=140):
            break
    assert ran(), f"not run by {datetime.now().astimezone()}: {cron.listed().decode()}"

    assert said.read_text() == expected.stdout
    assert cron.learnlead("remind", *where).stdout == "", "it has spoken for today"
    assert cron.learnlead("remind", "off", *where).code == 0
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
        assert cron.learnlead("remind", "on", "--mail", *arguments, *where).code == 0
        assert cron.stored().startswith(stored)
        assert cron.stored().count(b"# begin learnlead-remind-") == 1
    assert cron.learnlead("remind", "off", *where).code == 0
    if foreign:
        assert (cron.listed(), cron.stored()) == (listed, stored)
    else:
        assert cron.listed() == b"1 ", "an empty crontab is none"


def test_without_a_crontab_there_is_none_afterwards(cron: Cron, workspace: Path) -> None:
    before = cron.listed()
    where = ("--workspace", workspace)
    assert cron.learnlead("remind", "on", "--yes", "--mail", *where).code == 0
    assert cron.listed() != before
    assert cron.learnlead("remind", "off", *where).code == 0
    assert cron.listed() == before == b"1 "


def test_a_last_line_without_an_end_gets_one_where_cron_wants_it(
    cron: Cron, workspace: Path
) -> None:
    cron.run("tee", "/var/spool/cron/crontabs/root", given=b"# 1\n# 2\n# 3\n0 1 * * * true")
    where = ("--workspace", workspace)
    assert cron.learnlead("remind", "on", "--yes", "--mail", *where).code == 0
    assert cron.learnlead("remind", "off", *where).code == 0
    assert cron.stored().endswith(b"0 1 * * * true\n"), "crontab takes no other"


def test_a_line_longer_than_cron_takes_is_refused_whole(cron: Cron) -> None:
    foreign = b"# mine\n"
    assert cron.run("crontab", "-", given=foreign).returncode == 0
    root = Path.home().joinpath(*["x" * 200] * 6)
    assert cron.learnlead("init", root).code == 0
    ran = cron.learnlead("remind", "on", "--yes", "--mail", "--workspace", root)
    assert ran.code == 3
    assert "command too long" in ran.stderr
    assert cron.stored() == foreign
