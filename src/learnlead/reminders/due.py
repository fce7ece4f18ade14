"""Whether a sitting is due, from the names of the pages alone, and whether to send a nudge today.

There are at most two nudges a period and one a day, and none on days off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from learnlead.page.naming import PageName
from learnlead.page.periods import Period, is_away, period_of
from learnlead.rubric.model import Rhythm


@dataclass(frozen=True, slots=True)
class DueStatus:
    """Whether a sitting of one rubric is due in the current period.

    Attributes:
        due: no page is dated in the period, and the period is not away.
        away: every weekday of the period is a day off.
        last: the date of the newest page up to today.
    """

    rubric: str
    due: bool
    away: bool
    period: Period
    last: date | None


def rubric_statuses(
    names: Iterable[PageName],
    rubrics_in_use: Mapping[str, Rhythm],
    today: date,
    away: Sequence[tuple[date, date]],
) -> list[DueStatus]:
    """The status of each rubric in use, in their order.

    Args:
        names: of the journal's pages; those of other rubrics are ignored.
        rubrics_in_use: the rhythm of each, by id.
        today: the local date.
        away: ranges of days off, first and last both inside.
    """
    days_by_rubric: dict[str, list[date]] = {rubric: [] for rubric in rubrics_in_use}
    for name in names:
        if name.rubric in days_by_rubric:
            days_by_rubric[name.rubric].append(name.day)
    return [
        _due_status(rubric, days_by_rubric[rubric], period_of(today, rhythm), today, away)
        for rubric, rhythm in rubrics_in_use.items()
    ]


def _due_status(
    rubric: str,
    days: Sequence[date],
    period: Period,
    today: date,
    away: Sequence[tuple[date, date]],
) -> DueStatus:
    off = is_away(period, away)
    return DueStatus(
        rubric=rubric,
        due=not off and not any(day in period for day in days),
        away=off,
        period=period,
        last=max((day for day in days if day <= today), default=None),
    )


NUDGES_PER_PERIOD: Final = 2
"""The nudges of one period at most."""

Sent = Mapping[str, Sequence[date]]
"""The days on which a nudge was sent, by rubric."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """A reminder that sittings are due.

    Attributes:
        rubrics: those that are due, in the order of the settings.
        nth: the number of this nudge in the period of the first rubric, counted from 1.
        after_pause: whether a whole period passed without a sitting of the first rubric.
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
    """The nudge of today, or None.

    It names each rubric that is due, from its sitting day on, on at most two days of its period.
    There is at most one nudge a day.

    Args:
        statuses: of the rubrics in use.
        today: the local date.
        weekday: the sitting day, Monday 0 to Sunday 6.
        sent: the nudges sent so far.
        away: ranges of days off, first and last both inside; there is no nudge on such a day,
            even if the period is due.
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
    """A nudge for these rubrics, without regard to the day."""
    first = statuses[0]
    return Nudge(
        rubrics=tuple(status.rubric for status in statuses),
        nth=_nudges_in_period(first, sent) + 1,
        after_pause=_after_pause(first),
    )


def last_weekday(period: Period, weekday: int) -> date:
    """The last such weekday of the period."""
    return period.last - timedelta(days=(period.last.weekday() - weekday) % 7)


def _nudges_in_period(status: DueStatus, sent: Sent) -> int:
    return sum(day in status.period for day in sent.get(status.rubric, ()))


def _after_pause(status: DueStatus) -> bool:
    """Whether at least a whole period lies between the last sitting and the current period."""
    length = status.period.last - status.period.first + timedelta(days=1)
    return status.last is not None and status.period.first - status.last > length
