"""The desktop is found from the little that a scheduler gives to a job."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from learnlead.adapters.schedulers import desktop
from learnlead.adapters.schedulers.desktop import BUS, Desktop
from machine import Machine, bare_machine


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """A machine with a session whose bus listens where systemd-logind has it."""
    monkeypatch.setattr("sys.platform", "linux")
    machine = bare_machine(tmp_path / "bin", monkeypatch)
    machine.with_desktop()
    session = Path(desktop.RUNTIME % os.getuid())
    session.mkdir()
    monkeypatch.chdir(session)  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind("bus")
        yield machine


def test_a_job_of_cron_finds_the_session_by_itself(machine: Machine) -> None:
    job = {"PATH": str(machine.folder), "HOME": str(Path.home())}
    assert Desktop(job).obstacle() is None
    assert Desktop(job).show("Title", "Text") is None
    assert machine.shown[-2:] == ["Title", "Text"]
    session = Path(desktop.RUNTIME % os.getuid())
    assert (Path.home() / "bus").read_text() == f"unix:path={session}/bus\n"


def test_the_session_that_is_named_is_taken(machine: Machine) -> None:
    named = {"PATH": str(machine.folder), "HOME": str(Path.home()), BUS: "unix:path=/tmp/mine"}
    assert Desktop(named).show("Title", "Text") is None
    assert (Path.home() / "bus").read_text() == "unix:path=/tmp/mine\n"


def test_what_is_missing_is_named(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "lacks `notify-send`" in str(Desktop({"PATH": "/nowhere"}).obstacle())
    monkeypatch.setattr(desktop, "RUNTIME", "/nowhere/%d")
    assert "no desktop here" in str(Desktop({"PATH": str(machine.folder)}).obstacle())


def test_a_desktop_that_refuses_is_a_problem_in_its_words(machine: Machine) -> None:
    machine.program("notify-send", "echo 'so\x1b sorry.' >&2; exit 1\n")
    problem = Desktop({"PATH": str(machine.folder)}).show("Title", "Text")
    assert problem is not None
    assert (
        problem.message == "the desktop did not take the message: so\N{REPLACEMENT CHARACTER} sorry"
    )


def test_a_program_that_went_away_is_a_problem(machine: Machine) -> None:
    problem = Desktop({"PATH": "/nowhere"}).show("Title", "Text")
    assert problem is not None
    assert "`notify-send`" in problem.message
