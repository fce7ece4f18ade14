"""What is to be run, where, and when: the same for every scheduler."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from learnlead.errors import LearnleadError, Problem
from learnlead.plaintext.clean import refused_character
from learnlead.plaintext.words import quoted
from learnlead.reminders.schedule.when import When
from learnlead.rubric.model import Rhythm

ORIGIN: Final = "Written by `learnlead remind install`; `learnlead remind uninstall` takes it away."
"""Said in whatever is written, to whoever finds it there."""


@dataclass(frozen=True, slots=True)
class Here:
    """The machine and the workspace for which a job is set up.

    Attributes:
        id: tells this workspace's job from every other's: letters, digits and hyphens.
        workspace: its folder, absolute.
        program: the absolute path of the program, with what must stand before the command.
        environment: variables that a scheduler's job would lack, such as the locale.
        platform: as Python names it: linux, darwin, win32.
        home: the user's own folder.
        config: the user's folder of settings (XDG_CONFIG_HOME).
        user: the user's number.
        zone: the IANA name of the local time zone; None where it cannot be told.
        today: the local date.
        calendar: the path of the calendar file.
        mailer: whether something delivers mail on this machine.
        running: names of the programs that run; empty where that cannot be told.
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


@dataclass(frozen=True, slots=True)
class Job:
    """`learnlead remind` for one workspace.

    Attributes:
        notify: addresses through which the nudge goes out, too.
        rhythm: the shortest of the rubrics in use; only a calendar must know it, since
            `learnlead remind` decides by itself whether there is something to say.
    """

    here: Here
    when: When
    notify: tuple[str, ...] = ()
    rhythm: Rhythm = "weekly"

    def __post_init__(self) -> None:
        for text in (*self.command, *(value for _, value in self.here.environment)):
            if refused := refused_character(text) or _break_in(text):
                message = f"no scheduler can be given {quoted(text)}: it holds {refused}"
                raise LearnleadError(Problem(message, "give it another name"))

    @property
    def command(self) -> tuple[str, ...]:
        """The program and its arguments, as the job runs it."""
        channels = (word for url in self.notify for word in ("--notify", url))
        workspace = ("--workspace", self.here.workspace)
        return (*self.here.program, "remind", *workspace, *channels)

    @property
    def whole_command(self) -> tuple[str, ...]:
        """The same behind `env`, which sets the variables whatever shell runs it."""
        variables = (f"{name}={value}" for name, value in self.here.environment)
        return ("/usr/bin/env", *variables, *self.command)

    @property
    def label(self) -> str:
        """By this line `read_when` finds the job again."""
        return f"{self.here.id} {self.when}"


def _break_in(text: str) -> str | None:
    """What else no line of a table can hold."""
    return "a tab or a line break" if any(c in "\t\r\n" for c in text) else None
