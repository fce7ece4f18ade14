"""This machine as a job, the clock and messages need it: its facts, the date, how we are called."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from learnlead.adapters import system
from learnlead.adapters.disk.state import workspace_key
from learnlead.adapters.disk.workspace import Workspace
from learnlead.adapters.schedulers.desktop import BUS, Desktop, message_program
from learnlead.errors import LearnleadError, Problem
from learnlead.own_name import USUAL
from learnlead.reminders.schedule.job import JobContext

CALENDAR_FILE: Final = "learnlead-reminder.ics"

_PROGRAM: Final = "learnlead"
_LOCALE: Final = ("LANG", "LC_ALL", "LC_CTYPE")
_FOLDERS: Final = ("XDG_STATE_HOME", "XDG_CONFIG_HOME")
_REMOTE: Final = ("SSH_CONNECTION", "SSH_TTY")
_USUAL_PATH: Final = ("/usr/bin", "/bin")
_MAILERS: Final = "/usr/sbin:/usr/lib"
_LOCALTIME: Final = "/etc/localtime"


def describe_machine(
    workspace: Workspace,
    environment: Mapping[str, str],
    home: Path | None,
    *,
    today: date,
    calendar: str | None,
) -> JobContext:
    """The machine as it is, for this workspace, in which the calendar file lies by default.

    Raises:
        LearnleadError: this user has no home folder (exit 2).
    """
    if home is None:
        message = "this user has no home folder, and so no place for a reminder"
        raise LearnleadError(Problem(message, "set HOME"))
    config = Path(environment.get("XDG_CONFIG_HOME", ""))
    file = Path(calendar).expanduser() if calendar else workspace.root / CALENDAR_FILE
    variables = job_environment(environment)
    return JobContext(
        id=f"learnlead-remind-{workspace_key(workspace)}",
        workspace=str(workspace.root),
        program=own_program(sys.argv[0], Path(sys.executable)),
        environment=tuple(variables.items()),
        platform=sys.platform,
        home=str(home),
        config=str(config if config.is_absolute() else home / ".config"),
        user=system.user_number(),
        zone=local_zone(environment),
        today=today,
        calendar=str(file.absolute()),
        mailer=shutil.which("sendmail", path=f"{environment.get('PATH', '')}:{_MAILERS}")
        is not None,
        running=running_programs(),
        remote=any(environment.get(name) for name in _REMOTE),
        no_message=Desktop({"PATH": environment.get("PATH", ""), **variables}).obstacle(),
    )


def own_program(called: str, python: Path) -> tuple[str, ...]:
    """What runs this program from anywhere.

    The command as it was called, since `~/.local/bin/learnlead` stays when what it leads to is
    upgraded; else the command beside this Python; else the module.
    """
    for path in (Path(called), python.with_name(_PROGRAM)):
        if path.name == _PROGRAM and path.is_file() and os.access(path, os.X_OK):
            return (str(path.absolute()),)
    return (str(python), "-m", _PROGRAM)


def job_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables that a job must bring along: schedulers start it with hardly any.

    The locale, for letters beyond ASCII; the folders, or the job would keep another memory of
    what was said; the address of the desktop, if it is the same every day; the `PATH` to the
    program that shows messages, if it is not where schedulers look.
    """
    variables = {name: environment[name] for name in _LOCALE if environment.get(name)}
    if not variables:
        variables = {"LANG": "C.UTF-8"}
    variables |= {name: environment[name] for name in _FOLDERS if environment.get(name)}
    if environment.get(BUS, "").startswith("unix:path=/run/user/"):
        variables[BUS] = environment[BUS]
    shows = shutil.which(message_program(sys.platform), path=environment.get("PATH", ""))
    if shows and (folder := str(Path(shows).parent)) not in _USUAL_PATH:
        variables["PATH"] = ":".join((folder, *_USUAL_PATH))
    return variables


def local_zone(environment: Mapping[str, str], localtime: str = _LOCALTIME) -> str | None:
    """The IANA name of the local time zone: `TZ`, else where `/etc/localtime` leads to."""
    for name in (environment.get("TZ", "").removeprefix(":"), _name_of(localtime)):
        with suppress(ValueError, OSError, LookupError):  # no such zone, or none of that form
            return ZoneInfo(name).key
    return None


def _name_of(localtime: str) -> str:
    return os.path.realpath(localtime).partition("/zoneinfo/")[2]


def running_programs() -> frozenset[str]:
    """The names of the programs that run here; empty where the system has no `/proc`."""
    names = set()
    for file in Path("/proc").glob("[0-9]*/comm"):
        with suppress(OSError):  # it has just ended
            names.add(file.read_text(errors="replace").strip())
    return frozenset(names)


TODAY = "LEARNLEAD_TODAY"


def now(environment: Mapping[str, str]) -> datetime:
    """The local time with its zone; on the day that `LEARNLEAD_TODAY` names, if it names one.

    Raises:
        LearnleadError: the variable holds anything but an ISO date (exit 2).
    """
    clock = datetime.now().astimezone()
    today_text = environment.get(TODAY, "").strip()
    if not today_text:
        return clock
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", today_text, re.ASCII):
            raise ValueError(today_text)
        return datetime.combine(date.fromisoformat(today_text), clock.timetz())
    except ValueError:
        raise LearnleadError(
            Problem(
                f"{TODAY} is {today_text!r}, which is no date",
                remedy="write it like 2026-11-20, or unset it",
            )
        ) from None


def typed_name(called: str, search: str | None, cwd: Path | None, home: Path | None) -> str:
    """`learnlead` where that starts this program, else the path that does.

    Args:
        called: the first argument of the program: the path of its script.
        search: the folders that a shell looks through, as in `PATH`.
        cwd: the current folder; None if it is gone.
        home: the user's own folder; None if there is none.
    """
    script = Path(called)
    if script.name != USUAL or not script.is_file():
        return USUAL  # python -m learnlead, or a test
    on_path = shutil.which(USUAL, path=search or os.defpath)
    if on_path is not None and os.path.samefile(on_path, script):  # noqa: PTH121 - one of the two is a str
        return USUAL
    script = Path(os.path.abspath(script))  # noqa: PTH100 - a link stays what was typed
    checkout = script.parents[2]
    if cwd is not None and checkout == cwd:
        return shlex.quote(str(script.relative_to(cwd)))
    if home is not None and script.is_relative_to(home):
        return "~/" + shlex.quote(str(script.relative_to(home)))
    return shlex.quote(str(script))
