"""systemd itself reads the units: it finds nothing wrong, and the right moments."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from learnlead.reminders.schedule.job import When
from learnlead.reminders.schedule.systemd import BACKEND, calendar_of, systemd_word
from made_jobs import HERE, ODD_PATH, job

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        shutil.which("systemd-analyze") is None,
        reason="needs systemd-analyze: make test-system installs systemd",
    ),
]

ODD_PROGRAMS = ["plain", "two words", "100% %h %%", "ü;日本 #&!", "; -x"]
"""systemd takes no quotes and no backslashes in what it runs, only behind that."""


def verify(folder: Path) -> subprocess.CompletedProcess[str]:
    """What systemd thinks of the units in a folder."""
    with tempfile.TemporaryDirectory(prefix="run-", dir="/tmp") as runtime:  # sockets: 108 bytes
        return subprocess.run(
            ["systemd-analyze", "--user", "--no-pager", "verify", *sorted(folder.iterdir())],
            env=os.environ | {"XDG_RUNTIME_DIR": runtime},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.mark.parametrize("workspace", [HERE.workspace, ODD_PATH, "/ends with\\", "/; -@%n$"])
def test_it_accepts_the_units(tmp_path: Path, workspace: str) -> None:
    folder = tmp_path / "units"
    folder.mkdir()
    texts = BACKEND.texts(job(workspace, "dbus://", desktop=True))
    for place, text in zip(BACKEND.places(HERE), texts, strict=True):
        (folder / Path(str(place)).name).write_text(text, encoding="utf-8")
    told = verify(folder)
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("name", ODD_PROGRAMS)
def test_it_unquotes_to_the_very_same_path(tmp_path: Path, name: str) -> None:
    """It looks for the program that a unit names first, and says when there is none."""
    program, folder = tmp_path / name, tmp_path / "units"
    folder.mkdir()
    unit = f"[Service]\nType=oneshot\nExecStart={systemd_word(str(program))}\n"
    (folder / "probe.service").write_text(unit, encoding="utf-8")
    assert "not executable" in verify(folder).stderr
    program.touch()
    program.chmod(0o755)
    assert (verify(folder).returncode, verify(folder).stderr) == (0, "")


def test_it_runs_on_friday_and_until_sunday() -> None:
    assert next_runs(When(4, 16, 0), 4) == [
        "Fri 2026-11-20 16:00",
        "Sat 2026-11-21 16:00",
        "Sun 2026-11-22 16:00",
        "Fri 2026-11-27 16:00",
    ]


@pytest.mark.parametrize("weekday", range(7))
def test_on_every_day_it_runs_first_on_that_day(weekday: int) -> None:
    monday = datetime(2026, 11, 23)  # noqa: DTZ001 - local time is meant
    expected = [monday + timedelta(days=day, hours=9, minutes=5) for day in range(weekday, 7)]
    found = next_runs(When(weekday, 9, 5), len(expected), base="2026-11-23 00:00")
    assert found == [f"{day:%a %Y-%m-%d %H:%M}" for day in expected]


def next_runs(when: When, count: int, base: str = "2026-11-19 12:00") -> list[str]:
    """The next moments at which systemd would start the job."""
    told = subprocess.run(
        [
            *("systemd-analyze", "calendar", f"--base-time={base}", f"--iterations={count}"),
            calendar_of(when),
        ],
        env=os.environ | {"LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    return re.findall(r"(?:elapse|#\d+): (\w+ [-\d]+ \d\d:\d\d):00", told.stdout)
