"""launchd: an agent of the user on macOS."""

from __future__ import annotations

import plistlib

from learnlead.reminders.schedule.backend import Backend, Command, File, Needs
from learnlead.reminders.schedule.job import ORIGIN, Job, JobContext, When


def _places(here: JobContext) -> tuple[File, ...]:
    return (File(f"{here.home}/Library/LaunchAgents/{here.id}.plist"),)


def _texts(job: Job) -> tuple[str, ...]:
    agent = {
        "Label": job.here.id,
        "EnvironmentVariables": dict(job.here.environment),
        "ProgramArguments": list(job.command),
        "StartCalendarInterval": _intervals(job.when),
    }
    xml = plistlib.dumps(agent, sort_keys=False).decode()
    note = f"<!-- {job.label}\n{ORIGIN} -->"
    return (xml.replace("<plist ", f"{note}\n<plist ", 1),)


def _intervals(when: When) -> list[dict[str, int]]:
    """Every hour from the first on, as in a crontab (launchd.plist(5): Sunday is 0).

    launchd runs jobs missed in sleep, but not those missed while the machine was off.
    """
    return [
        {"Weekday": (day + 1) % 7, "Hour": hour, "Minute": when.minute}
        for day in when.weekdays
        for hour in when.hours
    ]


def _domain(here: JobContext) -> str:
    return f"gui/{here.user}"


def _turn_off(here: JobContext) -> tuple[Command, ...]:
    return (Command(("launchctl", "bootout", f"{_domain(here)}/{here.id}"), may_fail=True),)


def _turn_on(here: JobContext) -> tuple[Command, ...]:
    (agent,) = _places(here)
    return (*_turn_off(here), Command(("launchctl", "bootstrap", _domain(here), agent.path)))


BACKEND = Backend(
    name="launchd",
    rank=10,
    needs=Needs(platform="darwin", program="launchctl"),
    places=_places,
    texts=_texts,
    later="reminder.later.waking",
    turn_on=_turn_on,
    turn_off=_turn_off,
    proven=False,
)
