"""The job that a scheduler runs: command, time, machine and workspace, whatever the scheduler."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, get_args

from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import ENGLISH, Words
from learnlead.text.clean import refused_character
from learnlead.text.problem_text import quoted

if TYPE_CHECKING:
    from learnlead.rubric.model import Rhythm

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_TIME: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """The time of a job: from a weekday and hour on, until the week ends on Sunday.

    Attributes:
        weekday: Monday 0 to Sunday 6.
        hour: 0 to 23.
        minute: 0 to 59.
    """

    weekday: int
    hour: int
    minute: int

    @property
    def day(self) -> str:
        """`friday`."""
        return DAYS[self.weekday]

    @property
    def time(self) -> str:
        """`16:00`."""
        return f"{self.hour:02}:{self.minute:02}"

    @property
    def weekdays(self) -> range:
        """The days on which the job runs, Monday 0 to Sunday 6."""
        return range(self.weekday, 7)

    @property
    def hours(self) -> range:
        """The hours of these days at which the job runs."""
        return range(self.hour, 24)

    def __str__(self) -> str:
        return f"{self.day} {self.time}"


def read_time(text: str) -> tuple[int, int] | None:
    """Hour and minute of a time such as 16:00 or 9:30, or None."""
    match = _TIME.fullmatch(text.strip())
    return (int(match[1]), int(match[2])) if match else None


Way = Literal["desktop", "mail", "address"]
"""How a nudge reaches its reader: on the screen, by cron's mail, at an address of `--notify`."""

_WAYS: Final[tuple[Way, ...]] = get_args(Way)


def read_ways(text: str, job_id: str) -> tuple[Way, ...]:
    """The ways of the job with that id, from a text that a scheduler keeps."""
    match = re.search(rf"{re.escape(job_id)} \w+ \d\d:\d\d((?: [a-z]+)*)", text, re.ASCII)
    words = match[1].split() if match else []
    return tuple(way for way in _WAYS if way in words)


def read_when(text: str, job_id: str) -> When | None:
    """The time of the job with that id, from a text that a scheduler keeps; None if not in it."""
    match = re.search(rf"{re.escape(job_id)} ({'|'.join(DAYS)}) (\d\d:\d\d)", text, re.ASCII)
    time = read_time(match[2]) if match else None
    return When(DAYS.index(match[1]), *time) if match and time else None


ORIGIN: Final = "Written by `learnlead remind on`; `learnlead remind off` takes it away."
"""The comment in every text that is written for a scheduler."""


@dataclass(frozen=True, slots=True)
class JobContext:
    """The machine and the workspace for which a job is set up.

    Attributes:
        id: of this workspace's job, unique; letters, digits and hyphens.
        workspace: the absolute path of its folder.
        program: the absolute path of the program, with the words before the command.
        environment: variables that a scheduler does not set, such as the locale.
        platform: as Python names it: linux, darwin, win32.
        home: the user's own folder.
        config: the user's folder of settings (XDG_CONFIG_HOME).
        user: the user's number.
        zone: the IANA name of the local time zone; None if unknown.
        today: the local date.
        calendar: the path of the calendar file.
        mailer: whether this machine delivers mail.
        running: the names of running programs; empty if unknown.
        remote: whether the program was called over SSH, so that this screen is another's.
        no_message: why no message can be shown on this desktop; None if one can.
    """

    id: str
    workspace: str
    program: tuple[str, ...]
    environment: tuple[tuple[str, str], ...]
    platform: str
    home: str
    config: str
    user: int
    zone: str | None
    today: date
    calendar: str
    mailer: bool
    running: frozenset[str]
    remote: bool
    no_message: str | None


@dataclass(frozen=True, slots=True)
class Job:
    """`learnlead remind` for one workspace.

    Attributes:
        desktop: whether the nudge is shown as a message on the desktop.
        mail: whether cron is to mail what the job prints.
        notify: addresses to which the nudge is sent.
        rhythm: the shortest of the rubrics in use, for the calendar alone, since `learnlead
            remind` decides itself whether there is a nudge.
        words: the language of what is read in a calendar.
    """

    here: JobContext
    when: When
    desktop: bool = False
    mail: bool = False
    notify: tuple[str, ...] = ()
    rhythm: Rhythm = "weekly"
    words: Words = ENGLISH

    def __post_init__(self) -> None:
        for text in (*self.command, *(value for _, value in self.here.environment)):
            if refused := refused_character(text) or _break_in(text):
                message = f"no scheduler can be given {quoted(text)}: it holds {refused}"
                raise LearnleadError(Problem(message, "give it another name"))

    @property
    def command(self) -> tuple[str, ...]:
        """The program and its arguments."""
        channels = (word for url in self.notify for word in ("--notify", url))
        workspace = ("--workspace", self.here.workspace)
        desktop = ("--desktop",) if self.desktop else ()
        return (*self.here.program, "remind", *workspace, *desktop, *channels)

    @property
    def whole_command(self) -> tuple[str, ...]:
        """The command after `env`, which sets the variables in any shell."""
        variables = (f"{name}={value}" for name, value in self.here.environment)
        return ("/usr/bin/env", *variables, *self.command)

    @property
    def label(self) -> str:
        """The line from which `read_when` and `read_ways` read the job's time and ways."""
        return " ".join((self.here.id, str(self.when), *self.ways))

    @property
    def ways(self) -> tuple[Way, ...]:
        """How the nudge reaches its reader; none for a calendar, which rings by itself."""
        wanted = {"desktop": self.desktop, "mail": self.mail, "address": bool(self.notify)}
        return tuple(way for way in _WAYS if wanted[way])


def _break_in(text: str) -> str | None:
    """The name of a character that no line of a table can hold, or None."""
    return "a tab or a line break" if any(c in "\t\r\n" for c in text) else None
