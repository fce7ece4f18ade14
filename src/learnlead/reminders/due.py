"""Whether a sitting is due, from the names of the pages alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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
