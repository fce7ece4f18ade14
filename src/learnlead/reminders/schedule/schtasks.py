"""schtasks: a task of the user on Windows."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from learnlead.reminders.schedule.backend import Backend, Command, File, Needs
from learnlead.reminders.schedule.job import DAYS, ORIGIN, Job, JobContext


def windows_word(text: str) -> str:
    """The text as one word of a command line, by the rules of the Microsoft C runtime.

    Backslashes are literal, unless a quotation mark follows; then they are doubled.
    """
    if text and not any(c in text for c in ' \t"'):
        return text
    before_a_mark = re.sub(r'(\\*)"', r'\1\1\\"', text)
    return '"' + re.sub(r"(\\+)$", r"\1\1", before_a_mark) + '"'


def _places(here: JobContext) -> tuple[File, ...]:
    return (File(f"{here.home}\\AppData\\Local\\learnlead\\{here.id}.xml"),)


def _texts(job: Job) -> tuple[str, ...]:
    days = "".join(f"<{DAYS[day].title()} />" for day in job.when.weekdays)
    program, *arguments = job.command
    return (
        f"""\
<?xml version="1.0" encoding="UTF-8"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>{job.label}. {ORIGIN}</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T{job.when.time}:00</StartBoundary>
      <ScheduleByWeek>
        <DaysOfWeek>{days}</DaysOfWeek>
        <WeeksInterval>1</WeeksInterval>
      </ScheduleByWeek>
    </CalendarTrigger>
  </Triggers>
  <Settings>
    <StartWhenAvailable>true</StartWhenAvailable>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
  </Settings>
  <Actions>
    <Exec>
      <Command>{escape(program)}</Command>
      <Arguments>{escape(" ".join(map(windows_word, arguments)))}</Arguments>
    </Exec>
  </Actions>
</Task>
""",
    )


def _turn_on(here: JobContext) -> tuple[Command, ...]:
    (task,) = _places(here)
    return (Command(("schtasks", "/create", "/tn", here.id, "/xml", task.path, "/f")),)


BACKEND = Backend(
    name="schtasks",
    rank=20,
    needs=Needs(platform="win32", program="schtasks"),
    places=_places,
    texts=_texts,
    later="reminder.later.back",
    turn_on=_turn_on,
    turn_off=lambda here: (Command(("schtasks", "/delete", "/tn", here.id, "/f"), may_fail=True),),
    proven=False,
)
