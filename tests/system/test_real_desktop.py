"""A real desktop shows the message that a real cron's job sends, and nothing of it stays."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from system.cron_machine import Cron, became, running_cron, soon

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        not all(map(shutil.which, ("cron", "Xvfb", "dunst", "dunstctl", "notify-send"))),
        reason="needs a desktop: make test-system installs one",
    ),
]

SESSION = """\
mkdir -p /run/user/{user}
Xvfb {display} -screen 0 800x300x24 -nolisten tcp &
export DISPLAY={display} DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/{user}/bus
dbus-daemon --session --nofork --address="$DBUS_SESSION_BUS_ADDRESS" &
until dbus-send --session --dest=org.freedesktop.DBus / org.freedesktop.DBus.ListNames; do sleep 0.1; done
exec dunst
"""  # noqa: E501 - one line of a shell
"""A desktop as after a login: a screen, who shows messages, a bus where systemd-logind has it."""

DISPLAY = ":87"
BUS = f"unix:path=/run/user/{os.getuid()}/bus"


class Desk:
    """The desktop on cron's machine."""

    def __init__(self, cron: Cron) -> None:
        self.cron = cron
        inside = ["nsenter", "--mount", "--target", str(cron.daemon.pid), "--wdns=/"]
        script = SESSION.format(user=os.getuid(), display=DISPLAY)
        self.session = subprocess.Popen(
            [*inside, "sh", "-c", script],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def is_up(self) -> bool:
        """Whether it answers."""
        return self._dunst("is-paused").returncode == 0

    def newest(self) -> tuple[str, str]:
        """Title and text of the message that is on the screen, or was there last."""
        self._dunst("close-all")  # the history has those that were closed
        done = self._dunst("history")
        entries = json.loads(done.stdout)["data"][0] if done.returncode == 0 else []
        shown = [(entry["summary"]["data"], entry["body"]["data"]) for entry in entries]
        return shown[0] if shown else ("", "")

    def _dunst(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        env = ("/usr/bin/env", f"DBUS_SESSION_BUS_ADDRESS={BUS}", "dunstctl", *words)
        return self.cron.run(*env)


@pytest.fixture
def cron() -> Iterator[Cron]:
    yield from running_cron()


@pytest.fixture
def desk(cron: Cron) -> Iterator[Desk]:
    desk = Desk(cron)
    try:
        assert became(desk.is_up, seconds=20), "no desktop came up"
        yield desk
    finally:
        os.killpg(desk.session.pid, signal.SIGTERM)
        desk.session.wait()


@pytest.mark.timeout(600)
def test_a_message_of_cron_is_on_the_screen_and_off_leaves_nothing(
    desk: Desk, cron: Cron, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LEARNLEAD_TODAY")  # cron lives in the real day,
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))  # and in the user's real home
    foreign = b"# jo's own\nMAILTO=jo@example.org\n"
    assert cron.run("crontab", "-", given=foreign).returncode == 0
    root = Path.home() / "it's <100%> & ü"
    assert cron.learnlead("init", root).code == 0
    (root / "learnlead.yaml").write_text("day: monday\n")  # due on any day of a week
    where = ("--workspace", root)

    nudge = cron.learnlead("remind", "--test", *where).stdout.splitlines()
    for _ in range(3):  # a clock that is set in between takes the minute away
        on = cron.learnlead("remind", "on", "--yes", *where, "--at", soon())
        assert on.code == 0, on.stderr
        assert "On. A message was just shown, to try it." in on.stdout
        assert desk.newest() == ("Monday sitting (a test)", "This is how a reminder will look.")
        if became(lambda: desk.newest()[0] == nudge[0], seconds=140):
            break
    title, text = desk.newest()
    assert (title, *text.splitlines()) == (nudge[0], nudge[1], nudge[2].strip())
    assert cron.learnlead("remind", "--desktop", *where).stdout == "", "it has spoken for today"

    assert cron.learnlead("remind", "off", *where).code == 0
    assert cron.stored() == foreign
    assert "Nothing reminds you" in cron.learnlead("remind", "status", *where).stdout


def test_without_a_desktop_nothing_is_turned_on_that_nobody_would_see(cron: Cron) -> None:
    before = cron.listed()
    root = Path.home() / "none"
    assert cron.learnlead("init", root).code == 0
    ran = cron.learnlead("remind", "on", "--yes", "--desktop", "--workspace", root)
    assert ran.code == 3
    assert "the desktop did not take the message" in ran.stderr
    assert cron.listed() == before
