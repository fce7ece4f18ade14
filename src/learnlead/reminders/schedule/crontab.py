"""cron: a line in the user's crontab."""

from __future__ import annotations

import re
from typing import Final

from learnlead.reminders.schedule.backend import PLAIN_WORD, Backend, Needs, Table
from learnlead.reminders.schedule.job import ORIGIN, Job, When

CRONTAB: Final = Table(
    name="the crontab of this user",
    read=("crontab", "-l"),
    none_yet=("no crontab", "No such file"),  # Vixie's and its heirs; BusyBox
    write=("crontab",),
    clear=("crontab", "-r"),
    escapes=(("\r", "\\r"), ("\b", "\\b")),  # Debian's `crontab -l`; its `-e` hands out the bytes
    faithful=("/usr/bin/env", "VISUAL=cat", "EDITOR=cat", "crontab", "-e"),
)

_QUOTED: Final = str.maketrans({"'": "'\"'\"'", "%": "'\\%'", "\\": "\\''"})
_DAEMONS: Final = frozenset({"cron", "crond", "fcron", "bcron", "dcron"})
_WHY_HOURLY: Final = "Hourly, for machines asleep: it speaks once a day, twice a week at most."
_NO_MAIL: Final = " >/dev/null 2>&1"
_MAILTO: Final = re.compile(r"^[ \t]*MAILTO[ \t]*=[ \t]*(.*)$", re.MULTILINE)


def cron_word(text: str) -> str:
    r"""The text as one word of a crontab's command.

    cron reads `%` as a line break and `\%` as a percent sign, whatever the quotes around it; some
    crons know neither (BusyBox), some also read two backslashes as one. So `\%` stands outside of
    quotes, where a shell makes the same of it, and no two backslashes stand side by side.
    """
    if PLAIN_WORD.fullmatch(text):
        return text
    return f"'{text.translate(_QUOTED)}'"


def cron_times(when: When) -> str:
    """The five time fields: every hour from the first on, each day from the first to Sunday.

    The later hours are for a machine that was asleep: cron does not run missed jobs, and
    `learnlead remind` sends at most one nudge a day, so the next run makes up for it.
    """
    hours = f"{when.hour}-23" if when.hour < 23 else "23"
    days = ",".join(str((day + 1) % 7) for day in when.weekdays)  # cron: Sunday 0
    return f"{when.minute} {hours} * * {'*' if when.weekday == 0 else days}"


def _texts(job: Job) -> tuple[str, ...]:
    command = " ".join(map(cron_word, job.whole_command)) + ("" if job.mail else _NO_MAIL)
    return (f"# {job.label}\n# {ORIGIN}\n# {_WHY_HOURLY}\n{cron_times(job.when)} {command}\n",)


def _reaches(job: Job, crontab: str) -> str:
    here = job.here
    if here.running and not here.running & _DAEMONS:
        return job.words("reminder.no-cron")
    if not job.mail:
        return ""
    assignments = _MAILTO.findall(crontab)
    mailto = assignments[-1].strip("\"' \t\r") if assignments else None
    if mailto == "":
        return job.words("reminder.no-mailto")
    if not here.mailer:
        return job.words("reminder.no-mailer")
    return job.words("reminder.mails", who=mailto or job.words("reminder.mailbox"))


BACKEND = Backend(
    name="cron",
    rank=40,
    needs=Needs(program="crontab"),
    places=lambda _: (CRONTAB,),
    texts=_texts,
    reaches=_reaches,
    later="reminder.later.hourly",
)
