"""Whether to speak up: seldom, late enough, and never to somebody who is away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from learnlead.page.periods import Period
from learnlead.reminders.due import DueStatus

NUDGES_PER_PERIOD: Final = 2
"""Nudges a period, on two days; after that there is silence until the next period."""

Sent = Mapping[str, Sequence[date]]
"""The days on which a nudge was given, by rubric."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """A word that it is time to sit down.

    Attributes:
        rubrics: what is to be sat down for, in the order of the settings.
        nth: which nudge of its period this is for the first of them, counted from 1.
        after_pause: whether a whole period went by without a sitting of the first one.
    """

    rubrics: tuple[str, ...]
    nth: int
    after_pause: bool


def nudge(
    statuses: Sequence[DueStatus],
    today: date,
    weekday: int,
    sent: Sent,
    away: Sequence[tuple[date, date]] = (),
) -> Nudge | None:
    """The nudge of today, or None where silence is better.

    There is one for each rubric that is due, from its sitting day on, on at most two days of its
    period. All of them together are one nudge, and there is one nudge a day.

    Args:
        statuses: of the rubrics in use.
        today: the local date.
        weekday: the day to sit down, Monday 0 to Sunday 6.
        sent: the nudges given so far.
        away: ranges of days off, first and last both inside; on such a day there is silence, even
            where enough of the period is left for it to be due.
    """
    if any(first <= today <= last for first, last in away):
        return None
    if any(today in days for days in sent.values()):
        return None
    due_now = [
        status
        for status in statuses
        if status.due
        and today >= last_weekday(status.period, weekday)
        and _nudges_in_period(status, sent) < NUDGES_PER_PERIOD
    ]
    return nudge_for(due_now, sent) if due_now else None


def nudge_for(statuses: Sequence[DueStatus], sent: Sent) -> Nudge:
    """A nudge for these rubrics, whether it is time or not."""
    first = statuses[0]
    return Nudge(
        rubrics=tuple(status.rubric for status in statuses),
        nth=_nudges_in_period(first, sent) + 1,
        after_pause=_after_pause(first),
    )


def last_weekday(period: Period, weekday: int) -> date:
    """The last such day of the period: of a week the only one."""
    return period.last - timedelta(days=(period.last.weekday() - weekday) % 7)


def _nudges_in_period(status: DueStatus, sent: Sent) -> int:
    return sum(day in status.period for day in sent.get(status.rubric, ()))


def _after_pause(status: DueStatus) -> bool:
    """Whether at least a whole period lies between the last sitting and the running period."""
    length = status.period.last - status.period.first + timedelta(days=1)
    return status.last is not None and status.period.first - status.last > length
