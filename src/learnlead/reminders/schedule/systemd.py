"""systemd: a timer and a service of the user's own manager."""

from __future__ import annotations

from typing import Final

from learnlead.reminders.schedule.backend import PLAIN_WORD, Backend, Command, File, Needs
from learnlead.reminders.schedule.job import ORIGIN, Job, JobContext, When

_SYSTEMCTL: Final = ("systemctl", "--user")
_QUOTED: Final = str.maketrans({'"': '\\"', "\\": "\\\\", "%": "%%", "$": "$$"})


def systemd_word(text: str) -> str:
    """The text as one word of an `ExecStart=` (systemd.service, "Command lines").

    Not for the first word, in which `$$` stays two.
    """
    if PLAIN_WORD.fullmatch(text):
        return text
    return f'"{text.translate(_QUOTED)}"'


def calendar_of(when: When) -> str:
    """The `OnCalendar=` (systemd.time, "Calendar events"): that hour, to the end of the week."""
    first = when.day[:3].title()
    days = first if when.weekday == 6 else f"{first}..Sun"
    return f"{days} *-*-* {when.time}:00"


_AGAIN: Final = "StartLimitIntervalSec=3600\nStartLimitBurst=10\n"
_AGAIN_SOON: Final = "Restart=on-failure\nRestartSec=60\n"
"""At a login the timer is there before the desktop: ten tries, a minute apart, until it shows."""


def _places(here: JobContext) -> tuple[File, ...]:
    folder = f"{here.config}/systemd/user"
    return (File(f"{folder}/{here.id}.service"), File(f"{folder}/{here.id}.timer"))


def _texts(job: Job) -> tuple[str, ...]:
    head = f"# {job.label}\n# {ORIGIN}"
    command = " ".join(map(systemd_word, job.whole_command))
    service = f"""\
{head}
[Unit]
Description=A nudge for the {job.when.day.title()} sitting
{_AGAIN if job.desktop else ""}
[Service]
Type=oneshot
ExecStart={command}
{_AGAIN_SOON if job.desktop else ""}"""
    timer = f"""\
{head}
# Each day from then to Sunday: it speaks once a day, twice a week at most.
[Unit]
Description=When the {job.when.day.title()} sitting may be due

[Timer]
OnCalendar={calendar_of(job.when)}
Persistent=true

[Install]
WantedBy=timers.target
"""
    return service, timer


_RELOAD: Final = (*_SYSTEMCTL, "daemon-reload")


def _turn_on(here: JobContext) -> tuple[Command, ...]:
    timer = f"{here.id}.timer"
    enable = Command((*_SYSTEMCTL, "--quiet", "enable", timer))
    return (Command(_RELOAD), enable, Command((*_SYSTEMCTL, "restart", timer)))


def _turn_off(here: JobContext) -> tuple[Command, ...]:
    """Failures are ignored: without a running manager there is nothing to turn off."""
    timer = f"{here.id}.timer"
    return (
        Command((*_SYSTEMCTL, "--quiet", "disable", "--now", timer), may_fail=True),
        Command((*_SYSTEMCTL, "clean", "--what=state", timer), may_fail=True),  # its last run
    )


BACKEND = Backend(
    name="systemd",
    rank=30,
    needs=Needs(program="systemctl", answers=(*_SYSTEMCTL, "show-environment")),
    places=_places,
    texts=_texts,
    later="reminder.later.back",
    turn_on=_turn_on,
    turn_off=_turn_off,
    forget=lambda _: (Command(_RELOAD, may_fail=True),),
)
