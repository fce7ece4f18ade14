"""Months: what the pages of each calendar month hold."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from learnlead.journal.sitting import Sitting
from learnlead.journal.week import Period, period_of
from learnlead.trends.middle import Middle, middle
from learnlead.trends.model import Trends


class Month(NamedTuple):
    """One calendar month with at least one sitting.

    Attributes:
        period: its first and last day.
        held: sittings.
        moments: learning conversations told.
        overall: of the overall values.
        focus: of the ratings of the focus since it was declared; None without a focus.
    """

    period: Period
    held: int
    moments: int
    overall: Middle
    focus: Middle | None


def months(trends: Trends) -> tuple[Month, ...]:
    """The months of the window, in order; those without a sitting are left out."""
    by_month = groupby(trends.window.sittings, key=_month)
    return tuple(_told(trends, period, list(held)) for period, held in by_month)


def _told(trends: Trends, period: Period, held: list[Sitting]) -> Month:
    focus = trends.focus
    return Month(
        period=period,
        held=len(held),
        moments=sum(len(sitting.moments) for sitting in held),
        overall=middle(trends.composite.dated.within(period)),
        focus=None if focus is None else middle(focus.series.dated.within(period)),
    )


def _month(sitting: Sitting) -> Period:
    return period_of(sitting.date, "monthly")
