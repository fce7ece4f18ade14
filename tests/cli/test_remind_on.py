"""learnlead remind on, off and status: shown, asked, tried, written, taken back."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from cli.kit import MONTHLY, as_json
from cli.test_json_keeps_its_schemas import check
from learnlead.cli.context import AppContext
from learnlead.cli.reminding import remind_me, reminder_offer
from learnlead.i18n.words import Words
from machine import NO_DAEMON, REFUSES, Machine, bare_machine
from running import run

FOREIGN = b"MAILTO=jo@example.org\n# caf\xe9\r\nX=1\n0 1 * * * backup \\%"


@pytest.fixture
def machine(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine with nothing that schedules or shows messages, and a workspace on it."""
    monkeypatch.setattr(sys, "platform", "linux")
    return bare_machine(tmp_path / "bin", monkeypatch)


@pytest.fixture
def cron(machine: Machine) -> Machine:
    machine.with_cron()
    machine.with_desktop()
    machine.table.write_bytes(FOREIGN)
    return machine


class TestCron:
    def test_what_was_there_before_is_there_afterwards(self, cron: Machine) -> None:
        assert run("remind", "on", "--yes").code == 0
        between = cron.table.read_bytes()
        assert between.startswith(FOREIGN + b"\n# begin learnlead-remind-")
        assert run("remind", "off").code == 0
        assert cron.table.read_bytes() == FOREIGN

    def test_all_that_is_written_was_shown(self, cron: Machine) -> None:
        shown = run("remind", "on", "--yes").stdout
        added = cron.table.read_bytes().removeprefix(FOREIGN).decode()
        assert "".join(f"    {line}\n" for line in added.strip().splitlines()[1:]) in shown
        assert "backup" not in shown, "what is not ours is not on the screen"

    def test_a_second_time_changes_nothing(self, cron: Machine) -> None:
        run("remind", "on", "--yes")
        before = cron.table.read_bytes()
        again = run("remind", "on")
        assert (again.code, again.stdout) == (
            0,
            "cron reminds you already: Fridays from 16:00. Nothing was changed.\n",
        )
        assert cron.table.read_bytes() == before

    def test_another_day_replaces_the_first(self, cron: Machine) -> None:
        run("remind", "on", "--yes")
        run("remind", "on", "--yes", "--day", "Sat", "--at", "9:05")
        assert cron.table.read_bytes().count(b"# begin learnlead") == 1
        assert b"\n5 9-23 * * 6,0 /usr/bin/env " in cron.table.read_bytes()

    def test_the_job_runs_this_program_in_this_workspace(
        self, cron: Machine, workspace: Path
    ) -> None:
        run("remind", "on", "--yes")
        (line,) = [x for x in cron.table.read_text("latin-1").split("\n") if "/usr/bin/env" in x]
        env, locale, bus, path, *command = shlex.split(line.split(" ", 5)[5])
        assert (env, locale) == ("/usr/bin/env", f"LANG={os.environ['LANG']}")
        assert bus == "DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus"
        assert path == f"PATH={cron.folder}:/usr/bin:/bin"
        assert Path(command[0]).is_absolute()
        job = ["remind", "--workspace", str(workspace), "--desktop", ">/dev/null", "2>&1"]
        assert command[-6:] == job

    def test_two_workspaces_are_two_jobs(self, cron: Machine, tmp_path: Path) -> None:
        other = tmp_path / "it's 100% other"
        run("init", other)
        for root in ((), ("--workspace", other)):
            assert run("remind", "on", "--yes", *root).code == 0
        assert cron.table.read_bytes().count(b"# begin learnlead") == 2
        assert run("remind", "off", "--workspace", other).code == 0
        assert as_json("remind", "status")["installed"][0]["using"] == "cron"
        run("remind", "off")
        assert cron.table.read_bytes() == FOREIGN

    def test_the_last_line_gone_the_crontab_is_gone(self, machine: Machine) -> None:
        machine.with_cron()
        machine.with_desktop()
        run("remind", "on", "--yes")
        assert machine.table.exists()
        run("remind", "off", "--yes")
        assert not machine.table.exists()

    def test_a_crontab_that_may_not_be_read_stays_as_it_is(self, machine: Machine) -> None:
        machine.with_cron(REFUSES)
        machine.with_desktop()
        ran = run("remind", "on", "--yes")
        assert ran.code == 3
        assert "You (jo) are not allowed to use this program" in ran.stderr
        assert "Traceback" not in ran.stderr

    def test_a_block_without_its_end_is_named_by_its_line(self, cron: Machine) -> None:
        run("remind", "on", "--yes")
        half = cron.table.read_bytes().rpartition(b"# end")[0]
        cron.table.write_bytes(half)
        for command in (("on", "--yes"), ("off",), ("status",)):
            ran = run("remind", *command)
            assert (ran.code, cron.table.read_bytes()) == (2, half)
            assert "begins in line 5 has lost its end" in ran.stderr


class TestChoosing:
    def test_systemd_goes_before_cron_and_is_started(self, cron: Machine) -> None:
        cron.with_systemd()
        assert run("remind", "on", "--yes").code == 0
        units = sorted((Path.home() / ".config" / "systemd" / "user").iterdir())
        service, timer = (unit.name for unit in units)
        assert cron.systemctl == [
            "--user daemon-reload",
            f"--user --quiet enable {timer}",
            f"--user restart {timer}",
        ]
        assert cron.table.read_bytes() == FOREIGN
        assert service.removesuffix("service") == timer.removesuffix("timer")
        run("remind", "off")
        assert not list(units[0].parent.iterdir())
        assert f"--user --quiet disable --now {timer}" in cron.systemctl

    def test_moving_to_another_scheduler_leaves_one_job(self, cron: Machine) -> None:
        cron.with_systemd()
        run("remind", "on", "--yes", "--using", "cron")
        run("remind", "on", "--yes")
        assert [job["using"] for job in as_json("remind", "status")["installed"]] == ["systemd"]
        assert cron.table.read_bytes() == FOREIGN

    def test_without_a_desktop_a_calendar_file_is_made(
        self, machine: Machine, workspace: Path
    ) -> None:
        machine.with_cron()
        ran = run("remind", "on", "--yes")
        assert ran.code == 0
        assert "No message can be shown here: this machine lacks `notify-send`" in ran.stdout
        assert "It will ring every time, also when you have held the sitting" in ran.stdout
        assert not machine.table.exists()
        text = (workspace / "learnlead-reminder.ics").read_bytes()
        assert text.startswith(b"BEGIN:VCALENDAR\r\n")
        assert "delete the event" in run("remind", "off").stdout
        assert not (workspace / "learnlead-reminder.ics").exists()

    def test_a_calendar_file_goes_where_it_is_asked_to(self, machine: Machine) -> None:
        ran = run("remind", "on", "--yes", "--calendar", "--output", "../friday.ics")
        assert ran.code == 0
        assert b"SUMMARY:Friday sitting\r\n" in Path("../friday.ics").read_bytes()

    def test_a_file_of_somebody_else_is_not_written_over(
        self, machine: Machine, workspace: Path
    ) -> None:
        theirs = workspace / "learnlead-reminder.ics"
        theirs.write_text("BEGIN:VCALENDAR\n")
        for command in (("on", "--yes"), ("on", "--yes", "--output", theirs)):
            ran = run("remind", *command)
            assert ran.code == 2
            assert "is there already and holds something else" in ran.stderr
        assert run("remind", "off").stdout.startswith("Nothing reminds you")
        assert theirs.read_text() == "BEGIN:VCALENDAR\n"

    @pytest.mark.parametrize("typed", [("--print",), ("--output", "-")])
    def test_on_stdout_it_is_a_calendar_as_it_stands(
        self, machine: Machine, workspace: Path, typed: tuple[str, ...]
    ) -> None:
        ran = run("remind", "on", "--calendar", *typed)
        assert ran.stdout.startswith("BEGIN:VCALENDAR")
        assert ran.stdout.rstrip().endswith("END:VCALENDAR")
        assert not (workspace / "learnlead-reminder.ics").exists()

    def test_what_the_machine_lacks_is_refused_but_printed(self, cron: Machine) -> None:
        ran = run("remind", "on", "--yes", "--using", "systemd")
        assert ran.code == 2
        assert "it has cron; --calendar makes a calendar file" in ran.stderr
        shown = run("remind", "on", "--print", "--using", "systemd")
        assert shown.code == 0
        assert "OnCalendar=Fri..Sun *-*-* 16:00:00\nPersistent=true\n" in shown.stdout
        assert "run systemctl --user daemon-reload" in shown.stderr
        assert not (Path.home() / ".config").exists()

    @pytest.mark.parametrize("using", ["launchd", "schtasks"])
    def test_what_was_never_tried_is_said_to_be_so(self, machine: Machine, using: str) -> None:
        ran = run("remind", "on", "--print", "--using", using)
        assert ran.code == 0
        assert ran.stdout.startswith("<?xml")
        assert f"Nobody has tried this with a real {using}" in ran.stderr


class TestTheWay:
    def test_a_message_is_tried_before_anything_is_written(self, cron: Machine) -> None:
        ran = run("remind", "on", "--yes")
        assert "On. A message was just shown, to try it." in ran.stdout
        assert cron.shown[-2:] == ["Friday sitting (a test)", "This is how a reminder will look."]
        assert (Path.home() / "bus").read_text() == "unix:path=/run/user/1000/bus\n"

    def test_where_the_desktop_does_not_take_it_nothing_is_written(self, cron: Machine) -> None:
        cron.with_desktop(NO_DAEMON)
        ran = run("remind", "on", "--yes")
        assert ran.code == 3
        assert "the desktop did not take the message: no name org.freedesktop" in ran.stderr
        assert "`learnlead remind on --calendar`" in ran.stderr
        assert cron.table.read_bytes() == FOREIGN

    def test_over_ssh_it_is_a_calendar_file_unless_the_desktop_is_asked_for(
        self, cron: Machine, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
        ran = run("remind", "on", "--yes")
        assert ran.stdout.startswith("You are here over SSH")
        assert (workspace / "learnlead-reminder.ics").exists()
        assert (cron.shown, cron.table.read_bytes()) == ([], FOREIGN)
        assert run("remind", "on", "--yes", "--desktop").code == 0
        assert [job["using"] for job in as_json("remind", "status")["installed"]] == ["cron"]

    def test_a_scheduler_without_a_way_is_refused(self, machine: Machine) -> None:
        machine.with_cron()
        ran = run("remind", "on", "--yes", "--using", "cron")
        assert ran.code == 2
        assert "say which way: --notify URL, --mail (cron alone) or --desktop" in ran.stderr
        assert not machine.table.exists()

    def test_mail_is_for_who_asks_for_it(self, cron: Machine) -> None:
        cron.with_systemd()
        ran = run("remind", "on", "--yes", "--mail")
        assert "a mail from cron" in ran.stdout
        assert b"/dev/null" not in cron.table.read_bytes()
        assert cron.shown == []
        assert as_json("remind", "status")["installed"][0]["ways"] == ["mail"]

    def test_no_scheduler_at_all_says_what_would_do(self, machine: Machine) -> None:
        machine.with_desktop()
        ran = run("remind", "on", "--yes")
        assert ran.code == 2
        assert "no scheduler that could run it" in ran.stderr


class TestTheOffer:
    """What the end of a sitting offers once."""

    @staticmethod
    def words() -> Words:
        return Words("en")

    def test_it_is_made_once_and_not_where_something_reminds(
        self, cron: Machine, workspace: Path
    ) -> None:
        run("remind", "on", "--yes")
        assert reminder_offer(AppContext(), self.words()) is None
        run("remind", "off")
        assert reminder_offer(AppContext(), self.words()) == "remind me on Fridays"
        assert reminder_offer(AppContext(), self.words()) is None

    def test_one_key_turns_it_on(self, cron: Machine, workspace: Path) -> None:
        said = remind_me(AppContext(), self.words())
        assert said[0].startswith("On Fridays from 16:00 a message comes up on this screen")
        assert "Friday sitting (a test)" in cron.shown
        assert as_json("remind", "status")["installed"][0]["ways"] == ["desktop"]

    def test_without_a_desktop_it_is_a_calendar_file(
        self, machine: Machine, workspace: Path
    ) -> None:
        said = "\n".join(remind_me(AppContext(), Words("de")))
        assert str(workspace / "learnlead-reminder.ics") in said
        assert "jeden Freitag um 16:00" in said
        assert (workspace / "learnlead-reminder.ics").exists()


class TestWords:
    def test_without_a_terminal_it_writes_nothing_unasked(self, cron: Machine) -> None:
        ran = run("remind", "on")
        assert (ran.code, ran.stdout) == (2, "")
        assert "--print only shows it, --yes writes it" in ran.stderr
        assert cron.table.read_bytes() == FOREIGN

    def test_print_shows_the_block_and_writes_nothing(self, cron: Machine) -> None:
        shown = run("remind", "on", "--print").stdout
        assert cron.table.read_bytes() == FOREIGN
        run("remind", "on", "--yes")
        assert cron.table.read_bytes().endswith(shown.partition("\n")[2].encode())

    def test_the_day_is_that_of_the_workspace(self, cron: Machine) -> None:
        Path("learnlead.yaml").write_text("day: wed\n")
        assert "Wednesdays from 16:00" in run("remind", "on", "--yes").stdout

    def test_an_earlier_day_is_said_to_be_silent(self, cron: Machine) -> None:
        assert "silent before Friday" in run("remind", "on", "--yes", "--day", "mon").stdout
        assert "silent" not in run("remind", "on", "--yes", "--day", "sat").stdout

    def test_a_calendar_keeps_the_shortest_rhythm_in_use(self, machine: Machine) -> None:
        Path("rubrics/conversations.yaml").write_text(MONTHLY)
        for rubrics, rule in (
            ("conversations", "FREQ=MONTHLY;BYDAY=-1FR"),
            ("[conversations, learning-leader]", "FREQ=WEEKLY;BYDAY=FR"),
        ):
            Path("learnlead.yaml").write_text(f"rubric: {rubrics}\n")
            assert f"RRULE:{rule}\n" in run("remind", "on", "--print", "--calendar").stdout

    @pytest.mark.parametrize(
        ("typed", "message"),
        [
            (("--day", "frday"), "did you mean friday?"),
            (("--day", "x"), "the days are monday, tuesday"),
            (("--at", "25:00"), "write it like 16:00"),
            (("--using", "at"), "those known are cron, launchd"),
            (("--using", "cron", "--output", "x"), "--output is for the calendar file alone"),
            (("--calendar", "--notify", "dbus://"), "a calendar file stands alone"),
            (("--using", "systemd", "--mail"), "only cron does"),
        ],
    )
    def test_what_does_not_fit_is_refused_before_anything(
        self, cron: Machine, typed: tuple[str, ...], message: str
    ) -> None:
        ran = run("remind", "on", "--yes", *typed)
        assert (ran.code, ran.stdout) == (2, "")
        assert message in ran.stderr
        assert cron.table.read_bytes() == FOREIGN

    def test_a_workspace_that_no_scheduler_can_be_given(
        self, cron: Machine, tmp_path: Path
    ) -> None:
        odd = tmp_path / "two\nlines"
        run("init", odd)
        ran = run("remind", "on", "--yes", "--workspace", odd)
        assert ran.code == 2
        assert "a tab or a line break" in ran.stderr
        assert cron.table.read_bytes() == FOREIGN


class TestStatus:
    def test_it_says_when_and_where(self, cron: Machine) -> None:
        assert run("remind", "status").stdout.startswith("Nothing reminds you by itself")
        run("remind", "on", "--yes", "--day", "thu", "--at", "8:30")
        assert run("remind", "status").stdout == (
            "cron reminds you: Thursdays from 08:30, a message on this desktop\n"
            "  in the crontab of this user\n"
            "This machine has: cron, calendar.\n"
        )

    def test_for_programs(self, cron: Machine, workspace: Path) -> None:
        check("remind-status", as_json("remind", "status"))
        run("remind", "on", "--yes")
        answer = as_json("remind", "status")
        check("remind-status", answer)
        assert answer == {
            "schema": "learnlead/remind-status/1",
            "workspace": str(workspace),
            "installed": [
                {
                    "using": "cron",
                    "day": "friday",
                    "at": "16:00",
                    "ways": ["desktop"],
                    "places": ["the crontab of this user"],
                }
            ],
            "available": ["cron", "calendar"],
        }

    def test_there_is_nothing_to_take_away_twice(self, cron: Machine) -> None:
        ran = run("remind", "off")
        assert (ran.code, ran.stdout) == (
            0,
            "Nothing reminds you by itself; nothing was changed.\n",
        )
        assert cron.table.read_bytes() == FOREIGN
