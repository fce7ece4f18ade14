"""The day and the hour from which a reminder speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_TIME: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """From this day and hour on, until the week ends on Sunday.

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
        """The hours of such a day at which something may still be said."""
        return range(self.hour, 24)

    @property
    def words(self) -> str:
        """`Fridays from 16:00`."""
        return f"{self.day.title()}s from {self.time}"

    def __str__(self) -> str:
        return f"{self.day} {self.time}"


def read_time(text: str) -> tuple[int, int] | None:
    """Hour and minute of a time such as 16:00 or 9:30, or None."""
    found = _TIME.fullmatch(text.strip())
    return (int(found[1]), int(found[2])) if found else None


def read_when(text: str, job_id: str) -> When | None:
    """When the job of that id speaks, according to what a scheduler keeps of it."""
    found = re.search(rf"{re.escape(job_id)} ({'|'.join(DAYS)}) (\d\d:\d\d)", text, re.ASCII)
    time = read_time(found[2]) if found else None
    return When(DAYS.index(found[1]), *time) if found and time else None
