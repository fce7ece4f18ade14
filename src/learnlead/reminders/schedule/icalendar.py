"""iCalendar: a file that any calendar takes over (RFC 5545)."""

from __future__ import annotations

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from learnlead.journal.week import next_period, period_of
from learnlead.reminders.nudge import sitting_day
from learnlead.reminders.schedule.backend import Backend, Needs
from learnlead.reminders.schedule.job import Job
from learnlead.reminders.schedule.place import File
from learnlead.reminders.schedule.time_zone import time_zone_lines
from learnlead.rubric.model import Rhythm

_RULES: Final = {
    "weekly": "FREQ=WEEKLY;BYDAY={day}",
    "monthly": "FREQ=MONTHLY;BYDAY=-1{day}",
    "quarterly": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1{day}",
}


def _texts(job: Job) -> tuple[str, ...]:
    """One event: what it is called says the day and no more, since calendars are looked into.

    No line holds words of the user or 75 bytes, so none needs escapes or folding. Without a zone
    the time is a floating one: that hour wherever the calendar is.
    """
    first = first_sitting_day(job.here.today, job.when.weekday, job.rhythm)
    zone = job.here.zone
    title = f"{job.when.day.title()} sitting"
    begins = f"{first:%Y%m%d}T{job.when.hour:02}{job.when.minute:02}00"
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//learnlead//remind//EN",
        *(time_zone_lines(ZoneInfo(zone), first.year) if zone else ()),
        "BEGIN:VEVENT",
        f"UID:{job.here.id}@learnlead",
        f"DTSTAMP:{job.here.today:%Y%m%d}T000000Z",
        f"DTSTART;TZID={zone}:{begins}" if zone else f"DTSTART:{begins}",
        "DURATION:PT15M",
        f"RRULE:{_RULES[job.rhythm].format(day=job.when.day[:2].upper())}",
        f"SUMMARY:{title}",
        f"COMMENT:{job.label}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        "TRIGGER:PT0S",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return ("".join(f"{line}\r\n" for line in lines),)


def first_sitting_day(today: date, weekday: int, rhythm: Rhythm) -> date:
    """The next sitting day, today included: of a period longer than a week its last such day."""
    period = period_of(today, rhythm)
    day = sitting_day(period, weekday)
    return day if day >= today else sitting_day(next_period(period, rhythm), weekday)


BACKEND = Backend(
    name="ics",
    rank=50,
    needs=Needs(),
    places=lambda here: (File(here.calendar),),
    texts=_texts,
    reaches=lambda *_: "Open that file with your calendar, which then reminds you.",
    later="A calendar knows no sittings: it reminds you every time, held or not.",
    leaves="A calendar that has taken it over keeps it: delete the event there.",
    decides=False,
)
