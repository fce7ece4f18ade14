"""iCalendar (RFC 5545): a file with a recurring event, and the lines of its time zone."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from learnlead.page.periods import next_period, period_of
from learnlead.reminders.due import last_weekday
from learnlead.reminders.schedule.backend import Backend, File, Needs
from learnlead.reminders.schedule.job import Job
from learnlead.rubric.model import Rhythm

_YEARS: Final = 20
"""The years in which changes of the clock are examined; a rule must hold in all of them."""

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STAMP: Final = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of the clock; `wall` is the local time before the change."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def time_zone_lines(zone: ZoneInfo, first_year: int) -> Iterator[str]:
    """The VTIMEZONE lines of the zone, valid from the beginning of that year.

    Changes that follow one yearly rule are written as that rule, without end; others (Chile's
    "Sunday on or after the 2nd", Morocco's Ramadan) are listed for twenty years.
    """
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone.key}"
    start = datetime(first_year, 1, 1, tzinfo=UTC)
    offset = _offset(start, zone)
    at_first = start.astimezone(zone)
    yield from _observance(
        [_Change(start.replace(tzinfo=None), offset, offset, at_first.tzname() or "", summer=False)]
    )
    changes = list(_changes(zone, first_year))
    for kind in dict.fromkeys((change.before, change.after, change.name) for change in changes):
        yield from _observance([c for c in changes if (c.before, c.after, c.name) == kind])
    yield "END:VTIMEZONE"


def _observance(changes: Sequence[_Change]) -> Iterator[str]:
    first = changes[0]
    part = "DAYLIGHT" if first.summer else "STANDARD"
    yield f"BEGIN:{part}"
    yield f"DTSTART:{first.wall:{_STAMP}}"
    yield f"TZOFFSETFROM:{_signed(first.before)}"
    yield f"TZOFFSETTO:{_signed(first.after)}"
    yield f"TZNAME:{first.name}"
    if rule := _rule([change.wall for change in changes]):
        yield f"RRULE:{rule}"
    else:
        yield from (f"RDATE:{change.wall:{_STAMP}}" for change in changes[1:])
    yield f"END:{part}"


def _rule(walls: Sequence[datetime]) -> str | None:
    """The yearly rule that all changes follow, such as the last Sunday in March, or None."""
    alike = {(wall.month, wall.weekday(), wall.time()) for wall in walls}
    if len(walls) < _YEARS or len({wall.year for wall in walls}) != len(walls) or len(alike) > 1:
        return None
    nth = {(wall.day - 1) // 7 + 1 for wall in walls}
    last = all(wall.day > monthrange(wall.year, wall.month)[1] - 7 for wall in walls)
    if not last and len(nth) > 1:
        return None
    which = -1 if last else nth.pop()
    return f"FREQ=YEARLY;BYMONTH={walls[0].month};BYDAY={which}{_WEEKDAYS[walls[0].weekday()]}"


def _changes(zone: ZoneInfo, first_year: int) -> Iterator[_Change]:
    day = datetime(first_year, 1, 1, tzinfo=UTC)
    end = datetime(first_year + _YEARS, 1, 1, tzinfo=UTC)
    while day < end:
        following = day + timedelta(days=1)
        if _offset(day, zone) != _offset(following, zone):
            yield _change_between(day, following, zone)
        day = following


def _change_between(low: datetime, high: datetime, zone: ZoneInfo) -> _Change:
    """The change of the clock between two times, to the minute, by bisection."""
    before, after = _offset(low, zone), _offset(high, zone)
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
        low, high = (middle, high) if _offset(middle, zone) == before else (low, middle)
    new = high.astimezone(zone)
    wall = (high + before).replace(tzinfo=None)
    return _Change(wall, before, after, new.tzname() or "", summer=bool(new.dst()))


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _signed(offset: timedelta) -> str:
    sign, size = ("-", -offset) if offset < timedelta() else ("+", offset)
    hours, minutes = divmod(size // timedelta(minutes=1), 60)
    return f"{sign}{hours:02}{minutes:02}"


_RULES: Final = {
    "weekly": "FREQ=WEEKLY;BYDAY={day}",
    "monthly": "FREQ=MONTHLY;BYDAY=-1{day}",
    "quarterly": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1{day}",
}


def _texts(job: Job) -> tuple[str, ...]:
    """One event, whose title names the day and no more, since others may see a calendar.

    No line holds user text or 75 bytes, so none needs escapes or folding. Without a zone the time
    is floating: that hour in whatever zone the calendar is.
    """
    first = first_sitting_day(job.here.today, job.when.weekday, job.rhythm)
    zone = job.here.zone
    title = job.words("nudge.title", day=job.words("weekdays").split()[job.when.weekday])
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
        f"COMMENT:{job.words('nudge.calendar-comment')}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        "TRIGGER:PT0S",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return ("".join(f"{line}\r\n" for line in lines),)


def day_event(day: date, uid: str, today: date) -> str:
    """A calendar with one event that lasts that day; its title names nobody, as `_texts` says.

    Args:
        day: of the event.
        uid: what tells it from others; with the same one a calendar moves the event it has.
        today: the day on which the file is made.
    """
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//learnlead//coach//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}@learnlead",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        "SUMMARY:Coaching session",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{line}\r\n" for line in lines)


def first_sitting_day(today: date, weekday: int, rhythm: Rhythm) -> date:
    """The next sitting day, today included; in a longer period, its last such weekday."""
    period = period_of(today, rhythm)
    day = last_weekday(period, weekday)
    return day if day >= today else last_weekday(next_period(period, rhythm), weekday)


BACKEND = Backend(
    name="calendar",
    rank=50,
    needs=Needs(),
    places=lambda here: (File(here.calendar),),
    texts=_texts,
    later="reminder.later.calendar",
    leaves="reminder.leaves.calendar",
    decides=False,
)
