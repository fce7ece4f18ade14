"""iCalendar: read by other people's parsers, which must see four o'clock on every right day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.page.periods import period_of
from learnlead.reminders.schedule.icalendar import BACKEND, first_sitting_day
from learnlead.reminders.schedule.job import When
from learnlead.rubric.model import Rhythm
from made_jobs import HERE, WHENS, job
from sizes import examples, thinned

ZONES = (
    *("Europe/Berlin", "America/New_York", "Australia/Sydney"),
    *("America/Santiago", "Asia/Jerusalem", "Africa/Casablanca"),  # no rule of RFC 5545's
    *("Asia/Kathmandu", "Australia/Lord_Howe", "Etc/UTC"),  # 5:45; half an hour of summer; none
)

RFC_NEW_YORK = """\
BEGIN:DAYLIGHT
DTSTART:20070311T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZNAME:EDT
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20071104T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:EST
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
"""


def calendar(
    when: When = When(4, 16, 0),  # noqa: B008 - frozen
    *,
    zone: str | None = "Europe/Berlin",
    today: date = HERE.today,
    rhythm: Rhythm = "weekly",
) -> str:
    here = replace(HERE, zone=zone, today=today)
    (text,) = BACKEND.texts(job(when=when, here=here, rhythm=rhythm))
    return text


def begins(text: str, first: date, last: date) -> list[datetime]:
    """When the sittings between two days begin."""
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(first, last)
    return sorted(event["DTSTART"].dt for event in events)


def test_fridays_at_four_through_a_change_of_the_clock() -> None:
    starts = begins(calendar(today=date(2026, 10, 19)), date(2026, 10, 1), date(2026, 11, 15))
    assert [begin.isoformat() for begin in starts] == [
        "2026-10-23T16:00:00+02:00",
        "2026-10-30T16:00:00+01:00",
        "2026-11-06T16:00:00+01:00",
        "2026-11-13T16:00:00+01:00",
    ]


@pytest.mark.parametrize("zone", ZONES)
def test_two_years_of_sittings_in_every_kind_of_zone(zone: str) -> None:
    starts = begins(calendar(zone=zone), HERE.today, date(2028, 11, 20))
    assert [begin.date() for begin in starts] == [
        HERE.today + timedelta(weeks=week) for week in range(len(starts))
    ]
    assert len(starts) == 105
    there = ZoneInfo(zone)
    for begin in starts:
        wall = datetime(begin.year, begin.month, begin.day, 16, 0, tzinfo=there)
        assert begin.utcoffset() == wall.utcoffset()
        assert begin.replace(tzinfo=None) == wall.replace(tzinfo=None)


@settings(max_examples=examples(60))
@given(
    st.sampled_from(ZONES),
    st.integers(2025, 2040),
    st.data(),
)
def test_the_zone_in_the_file_alone_tells_the_offset(
    zone: str, year: int, data: st.DataObject
) -> None:
    text = calendar(zone=zone, today=date(year, 1, 1))
    read_zone = tzical(StringIO(text.replace("\r\n", "\n"))).get(zone)
    there = ZoneInfo(zone)
    days = st.dates(date(year, 1, 1), date(year + 19, 12, 30))
    for day in data.draw(st.lists(days, min_size=20, max_size=20)):
        wall = datetime(day.year, day.month, day.day, 16, 0)  # noqa: DTZ001 - the zone comes next
        assert (
            wall.replace(tzinfo=read_zone).utcoffset() == wall.replace(tzinfo=there).utcoffset()
        ), day


@pytest.mark.parametrize("zone", thinned(ZONES, 3))
def test_the_clock_is_changed_at_the_right_hour(zone: str) -> None:
    read_zone = tzical(
        StringIO(calendar(zone=zone, today=date(2026, 1, 1)).replace("\r\n", "\n"))
    ).get()
    there = ZoneInfo(zone)
    hours = (datetime(2026, 1, 1) + timedelta(hours=hour) for hour in range(2 * 8760))  # noqa: DTZ001 - the zone comes next
    for wall in hours:
        offset = wall.replace(tzinfo=there).utcoffset()
        if (
            offset == wall.replace(tzinfo=there, fold=1).utcoffset()
        ):  # not a doubled or skipped hour
            assert wall.replace(tzinfo=read_zone).utcoffset() == offset, wall


def test_new_york_is_as_the_rfc_writes_it() -> None:
    """The worked example of RFC 5545, section 3.6.5."""
    text = calendar(zone="America/New_York", today=date(2007, 1, 1)).replace("\r\n", "\n")
    assert RFC_NEW_YORK in text


def test_a_rule_of_the_zone_holds_for_ever() -> None:
    assert "\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n" in calendar()
    assert "\r\nRDATE:" not in calendar()


def test_without_a_zone_the_hour_floats() -> None:
    text = calendar(zone=None)
    assert "VTIMEZONE" not in text
    assert begins(text, HERE.today, date(2026, 11, 28)) == [
        datetime(2026, 11, 20, 16, 0),  # noqa: DTZ001 - floating is meant
        datetime(2026, 11, 27, 16, 0),  # noqa: DTZ001 - floating is meant
    ]


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        ("monthly", ["2026-11-27", "2026-12-25", "2027-01-29", "2027-02-26", "2027-03-26"]),
        ("quarterly", ["2026-12-25", "2027-03-26"]),
    ],
)
def test_a_longer_rhythm_has_its_last_such_day(rhythm: Rhythm, days: list[str]) -> None:
    starts = begins(calendar(rhythm=rhythm), HERE.today, date(2027, 3, 31))
    assert [begin.date().isoformat() for begin in starts] == days


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(0, 6),
    st.sampled_from(["weekly", "monthly", "quarterly"]),
)
def test_the_first_day_is_the_next_that_its_period_has(
    today: date, weekday: int, rhythm: Rhythm
) -> None:
    day = first_sitting_day(today, weekday, rhythm)
    assert day >= today
    assert day.weekday() == weekday
    assert day + timedelta(days=7) not in period_of(day, rhythm)


@given(WHENS)
def test_it_rings_and_says_the_day_and_no_more(when: When) -> None:
    text = calendar(when)
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    (alarm,) = event.walk("VALARM")
    assert event["SUMMARY"] == alarm["DESCRIPTION"] == f"{when.day.title()} sitting"
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm.decoded("TRIGGER") == timedelta(0)
    assert HERE.workspace not in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("\n") == text.count("\r\n")
