"""Periods of a rhythm (ISO weeks, calendar months and quarters), and days and periods as typed.

People type 2026-11-20, 2026-W47, yesterday, last week, 12w.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from learnlead.errors import LearnleadError, Problem
from learnlead.rubric.model import Rhythm


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One period of a rhythm, by its first and last day, both inside."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def overlaps(self, first: date, last: date) -> bool:
        """Whether the period shares a day with the range from first to last."""
        return self.first <= last and first <= self.last

    def within(self, first: date, last: date) -> bool:
        """Whether every day of the period lies in the range from first to last."""
        return first <= self.first and self.last <= last


def period_of(day: date, rhythm: Rhythm) -> Period:
    """The period of the rhythm in which the day lies; weeks begin on Monday (ISO 8601).

    The very last one ends with the calendar, on 9999-12-31.
    """
    if rhythm == "weekly":
        first = day - timedelta(days=day.weekday())
        return Period(first, _days_later(first, 6))
    months = 1 if rhythm == "monthly" else 3
    start_month = (day.month - 1) // months * months + 1
    first = day.replace(month=start_month, day=1)
    final_month = first.replace(month=start_month + months - 1)
    return Period(first, final_month.replace(day=monthrange(day.year, final_month.month)[1]))


def next_period(period: Period, rhythm: Rhythm) -> Period:
    """The period that follows."""
    return period_of(period.last + timedelta(days=1), rhythm)


def periods(first: date, last: date, rhythm: Rhythm) -> Iterator[Period]:
    """Every period from the one that holds `first` to the one that holds `last`, in order."""
    current = period_of(first, rhythm)
    if current.first <= last:
        yield current
    while current.last < last:
        current = next_period(current, rhythm)
        yield current


def one_period_later(day: date, rhythm: Rhythm) -> date:
    """The day one period on, as the due date of a plan: a week, a month, or three months."""
    if rhythm == "weekly":
        return _days_later(day, 7)
    index = day.year * 12 + day.month - 1 + (1 if rhythm == "monthly" else 3)
    year, month = index // 12, index % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_away(period: Period, away: Sequence[tuple[date, date]]) -> bool:
    """Whether nobody is at work in the period: no reflection is due in it, none is missed.

    That is so when every one of its weekdays, Monday to Friday, lies in some away range. Each
    range is (first, last), both inside; ranges may touch, overlap, and stand in any order.
    """
    days = (period.last - period.first).days + 1
    return all(
        any(first <= day <= last for first, last in away)
        for day in (period.first + timedelta(days=n) for n in range(days))
        if day.weekday() < 5
    )


def _days_later(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-?q([1-4])", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_AGO = re.compile(r"(\d{1,4}) ?([dw])", re.ASCII)


def read_days(
    text: str, today: date, accepts: Callable[[Period], object] = lambda _: True
) -> Period:
    """Parse a day or period; `12w` is the day twelve weeks before today.

    Args:
        text: as typed.
        today: for relative forms.
        accepts: raises `LearnleadError`, or gives False, for a period that the caller does not
            take; the error's examples are chosen among those that it does.

    Raises:
        LearnleadError: the text is no date (exit 2).
    """
    period = _read_words(text, today)
    if period is None:
        forms = ", ".join(_forms(today, accepts))
        raise LearnleadError(Problem(f"{text!r} is no date", f"write it like one of: {forms}"))
    return period


def _read_words(text: str, today: date) -> Period | None:
    words = " ".join(text.lower().split())
    try:
        return _by_word(words, today) or _by_pattern(words, today)
    except (ValueError, OverflowError):
        return None


def _forms(today: date, accepts: Callable[[Period], object]) -> Iterator[str]:
    """One accepted example of each form."""
    year, week, _ = today.isocalendar()
    year_before, week_before, _ = (today - timedelta(days=7)).isocalendar()
    weeks = (f"{year}-W{week:02}", f"{year_before}-W{week_before:02}")
    quarter = f"{today:%Y}-Q{(today.month + 2) // 3}"
    numbers = ((f"{today}",), weeks, (f"{today:%Y-%m}",), (quarter,), (f"{today:%Y}",))
    words = ("today", "yesterday", "tomorrow", "this week", "last week", "next week", "12w")
    for examples in (*numbers, *((word,) for word in words)):
        yield from [example for example in examples if _is_accepted(example, today, accepts)][:1]


def _is_accepted(words: str, today: date, accepts: Callable[[Period], object]) -> bool:
    period = _read_words(words, today)
    with suppress(LearnleadError):
        return period is not None and bool(accepts(period))
    return False


def read_span(text: str, today: date) -> Period:
    """Parse a day or period as `read_days` does, or a range `FIRST..LAST` of two of them.

    Raises:
        LearnleadError: the text is no date, or the end lies before the beginning (exit 2).
    """
    first, dots, last = text.partition("..")
    if not dots:
        return read_days(text, today)
    begin, end = read_days(first, today).first, read_days(last, today).last
    if end < begin:
        raise LearnleadError(
            Problem(f"{text!r} ends before it begins", "change the two days about")
        )
    return Period(begin, end)


def read_range(first: str | None, last: str | None, today: date) -> tuple[date | None, date | None]:
    """The first day of `--from` and the last day of `--to`; None for an option that is missing.

    Raises:
        LearnleadError: one is no date, or the end lies before the beginning (exit 2).
    """
    begin = read_days(first, today).first if first else None
    end = read_days(last, today).last if last else None
    if begin is not None and end is not None and end < begin:
        raise LearnleadError(
            Problem(f"--to {last} ends before --from {first} begins", "change the two about")
        )
    return begin, end


def _by_word(words: str, today: date) -> Period | None:
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}
    weeks = {"this week": 0, "last week": -1, "next week": 1}
    if words in days:
        day = today + timedelta(days=days[words])
        return Period(day, day)
    if words in weeks:
        return period_of(today + timedelta(weeks=weeks[words]), "weekly")
    return None


def _by_pattern(words: str, today: date) -> Period | None:
    if match := _WEEK.fullmatch(words):
        return period_of(date.fromisocalendar(int(match[1]), int(match[2]), 1), "weekly")
    if match := _QUARTER.fullmatch(words):
        return period_of(date(int(match[1]), int(match[2]) * 3 - 2, 1), "quarterly")
    if match := _MONTH.fullmatch(words):
        return period_of(date(int(match[1]), int(match[2]), 1), "monthly")
    if match := _YEAR.fullmatch(words):
        return Period(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31))
    return _one_day(words, today)


def _one_day(words: str, today: date) -> Period | None:
    if match := _AGO.fullmatch(words):
        day = today - timedelta(days=int(match[1]) * (7 if match[2] == "w" else 1))
        return Period(day, day)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", words, re.ASCII):
        return None
    day = date.fromisoformat(words)
    return Period(day, day)


def sitting_day(text: str, today: date, weekday: int) -> date:
    """Parse a day, or a week as its sitting day (Monday 0 to Sunday 6).

    Raises:
        LearnleadError: the text is no date, a period longer than a week, or later than today.
    """

    def day_in(period: Period) -> date:
        length = (period.last - period.first).days + 1
        if length > 7:
            message = f"{text!r} is longer than a week"
            raise LearnleadError(Problem(message, "name a day or a week"))
        day = period.first if length == 1 else period.first + timedelta(days=weekday)
        return not_later(day, today)

    return day_in(read_days(text, today, day_in))


def not_later(day: date, today: date) -> date:
    """The day itself.

    Raises:
        LearnleadError: it is later than today (exit 2).
    """
    if day > today:
        raise LearnleadError(
            Problem(f"{day} is later than today ({today})", "a sitting is held first, then written")
        )
    return day
