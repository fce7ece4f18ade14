"""launchd: the agent as text; nothing here has a macOS to try it on."""

from __future__ import annotations

import plistlib

from hypothesis import given

from learnlead.reminders.schedule.job import When
from learnlead.reminders.schedule.launchd import BACKEND
from made_jobs import HERE, PATHS, WHENS, job


@given(PATHS, WHENS)
def test_the_agent_runs_the_command_at_its_hours(path: str, when: When) -> None:
    (text,) = BACKEND.texts(job(path, when=when))
    agent = plistlib.loads(text.encode())
    assert agent["Label"] == HERE.id
    assert tuple(agent["ProgramArguments"]) == job(path).command
    assert agent["EnvironmentVariables"] == {"LANG": "C.UTF-8"}
    starts = {(s["Weekday"], s["Hour"], s["Minute"]) for s in agent["StartCalendarInterval"]}
    assert starts == {
        ((day + 1) % 7, hour, when.minute) for day in when.weekdays for hour in when.hours
    }


def test_it_is_loaded_anew_for_this_user_alone() -> None:
    (place,) = BACKEND.places(HERE)
    assert str(place) == f"/home/jo/Library/LaunchAgents/{HERE.id}.plist"
    out, into = BACKEND.turn_on(HERE)
    assert (out.words, out.may_fail) == (("launchctl", "bootout", f"gui/1000/{HERE.id}"), True)
    assert into.words == ("launchctl", "bootstrap", "gui/1000", str(place))
    assert not BACKEND.proven
