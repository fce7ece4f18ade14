"""Files, tables behind programs, and commands: written, read, refused."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from learnlead.adapters.schedulers.runner import MachineScheduler
from learnlead.app.ports import Scheduler
from learnlead.errors import MachineFailed
from learnlead.reminders.schedule.backend import Command, File, Needs, Place
from learnlead.reminders.schedule.crontab import CRONTAB
from machine import CRONTAB_PROGRAM, REFUSES, Machine, bare_machine
from twins import MemoryScheduler

FOREIGN = b"MAILTO=jo@example.org\r\n# caf\xe9 \x0c\n0 1 * * * backup \\% \\\\r"

ESCAPING = """\
if [ "$1" = -e ]; then exec $VISUAL "$HOME/table"; fi
if [ "$1" = -l ]; then exec /bin/sed 's/\\r/\\\\r/g' "$HOME/table"; fi
exec /bin/cat "$1" > "$HOME/table"
"""
"""As Debian's: a carriage return is shown as two letters."""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = bare_machine(tmp_path / "bin", monkeypatch)
    machine.with_cron()
    return machine


@pytest.fixture
def scheduler(machine: Machine, tmp_path: Path) -> MachineScheduler:
    return MachineScheduler(os.environ, tmp_path / "state")


@pytest.fixture(params=["machine", "memory"])
def any_scheduler(request: pytest.FixtureRequest, scheduler: MachineScheduler) -> Scheduler:
    return scheduler if request.param == "machine" else MemoryScheduler()


class TestEveryScheduler:
    @pytest.fixture(params=["file", "table"])
    def place(self, request: pytest.FixtureRequest, tmp_path: Path) -> Place:
        path = tmp_path / "not there yet" / "job.timer"
        return File(str(path)) if request.param == "file" else CRONTAB

    def test_there_is_nothing_at_first(self, any_scheduler: Scheduler, place: Place) -> None:
        assert any_scheduler.read(place) is None

    @pytest.mark.parametrize("content", [FOREIGN, b"one\ntwo\n", b"\n"])
    def test_what_was_written_is_read(
        self, any_scheduler: Scheduler, place: Place, content: bytes
    ) -> None:
        text = content.decode("utf-8", "surrogateescape")
        any_scheduler.write(place, text)
        assert any_scheduler.read(place) == text

    def test_what_was_taken_away_is_gone(self, any_scheduler: Scheduler, place: Place) -> None:
        any_scheduler.write(place, "x\n")
        any_scheduler.write(place, None)
        assert any_scheduler.read(place) is None

    def test_a_calendar_file_needs_nothing(self, any_scheduler: Scheduler) -> None:
        assert any_scheduler.has(Needs())
        assert not any_scheduler.has(Needs(program="no-such-program"))


def test_bytes_of_any_encoding_stay(scheduler: MachineScheduler, machine: Machine) -> None:
    machine.table.write_bytes(FOREIGN)
    read = scheduler.read(CRONTAB)
    assert read is not None
    scheduler.write(CRONTAB, f"{read}\n0 16 * * 5 x\n")
    assert machine.table.read_bytes() == FOREIGN + b"\n0 16 * * 5 x\n"


def test_a_listing_with_escapes_is_looked_behind(
    scheduler: MachineScheduler, machine: Machine
) -> None:
    machine.with_cron(ESCAPING)
    machine.program("cat", 'exec /bin/cat "$@"\n')
    machine.table.write_bytes(FOREIGN)
    assert scheduler.read(CRONTAB) == FOREIGN.decode("utf-8", "surrogateescape")


def test_where_that_finds_something_else_the_listing_counts(
    scheduler: MachineScheduler, machine: Machine
) -> None:
    machine.with_cron('[ "$1" = -l ] && printf "%s" "a \\\\r" || echo "other"\n')
    assert scheduler.read(CRONTAB) == "a \\r"


def test_a_crontab_that_may_not_be_read_is_no_empty_one(
    scheduler: MachineScheduler, machine: Machine
) -> None:
    machine.with_cron(REFUSES)
    with pytest.raises(MachineFailed, match="`crontab -l` failed: You"):
        scheduler.read(CRONTAB)


def test_a_refused_crontab_says_why(scheduler: MachineScheduler, machine: Machine) -> None:
    machine.with_cron("echo '\"-\":1: bad minute' >&2; exit 1\n")
    with pytest.raises(MachineFailed, match="bad minute"):
        scheduler.write(CRONTAB, "x\n")


def test_where_a_last_line_needs_an_end_it_gets_one(
    scheduler: MachineScheduler, machine: Machine
) -> None:
    machine.with_cron(
        '[ "$1" = -l ] && exec /bin/cat "$HOME/table"\n'
        '/bin/cat "$1" > "$HOME/table"; [ "$(/usr/bin/tail -c1 "$HOME/table")" = "" ]\n'
    )
    scheduler.write(CRONTAB, "0 1 * * * backup")
    assert machine.table.read_bytes() == b"0 1 * * * backup\n"


def test_the_table_lies_in_a_file_for_its_owner_alone_while_it_is_taken(
    scheduler: MachineScheduler, machine: Machine, tmp_path: Path
) -> None:
    look = '[ "$1" = -l ] || /bin/ls -l "$1" > "$HOME/seen"\n'
    machine.with_cron(f"{look}{CRONTAB_PROGRAM}")
    scheduler.write(CRONTAB, "0 1 * * * backup --password x\n")
    seen = (Path.home() / "seen").read_text(encoding="utf-8")
    assert seen.startswith("-rw------- ")
    assert len(seen.split()[-1]) < 99, "Debian's crontab knows no longer names"
    assert list((tmp_path / "state").iterdir()) == []


def test_a_table_that_was_not_taken_is_told(scheduler: MachineScheduler, machine: Machine) -> None:
    machine.with_cron('[ "$1" = -l ] && echo "0 1 * * * another" || exit 0\n')
    with pytest.raises(MachineFailed, match="`crontab -l` shows another"):
        scheduler.write(CRONTAB, "0 1 * * * backup\n")


def test_a_command_that_fails_is_told_unless_it_may(
    scheduler: MachineScheduler, machine: Machine
) -> None:
    machine.program("ctl", "echo no bus >&2; exit 1\n")
    with pytest.raises(MachineFailed, match="`ctl 'enable it'` failed: no bus"):
        scheduler.run(Command(("ctl", "enable it")))
    scheduler.run(Command(("ctl",), may_fail=True))
    with pytest.raises(MachineFailed, match="no such file"):
        scheduler.run(Command(("no-such-program",)))
    scheduler.run(Command(("no-such-program",), may_fail=True))


def test_what_a_scheduler_needs_is_asked_of_the_machine(
    scheduler: MachineScheduler, machine: Machine
) -> None:
    machine.program("yes", "exit 0\n")
    machine.program("no", "exit 1\n")
    assert scheduler.has(Needs(platform=sys.platform, program="yes", answers=("yes",)))
    assert not scheduler.has(Needs(program="yes", answers=("no",)))
    assert not scheduler.has(Needs(platform="another"))
    assert not scheduler.has(replace(Needs(), program="neither"))


def test_a_file_is_for_its_owner_alone(scheduler: MachineScheduler, tmp_path: Path) -> None:
    path = tmp_path / "units" / "job.service"
    scheduler.write(File(str(path)), "a password\n")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_in_the_way_of_a_folder_is_told(scheduler: MachineScheduler, tmp_path: Path) -> None:
    (tmp_path / "units").write_text("x")
    place = File(str(tmp_path / "units" / "job.service"))
    assert scheduler.read(place) is None
    with pytest.raises(MachineFailed, match="something"):
        scheduler.write(place, "x\n")
