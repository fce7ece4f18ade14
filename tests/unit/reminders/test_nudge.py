"""The nudge: seldom, late enough, and never to somebody who is away."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from learnlead.page.naming import PageName
from learnlead.page.periods import Period, period_of
from learnlead.reminders.due import DueStatus, Nudge, last_weekday, nudge, rubric_statuses
from learnlead.rubric.model import Rhythm
from remind_year import starts

CORE = "learning-leader"
RHYTHMS: dict[str, Rhythm] = {
    CORE: "weekly",
    "one-to-ones": "monthly",
    "strategy": "quarterly",
}
FIRST = date(2026, 1, 1)

days = st.integers(0, 400).map(lambda n: FIRST + timedelta(days=n))
held = st.lists(st.builds(PageName, days, st.sampled_from(list(RHYTHMS))), max_size=30)
ranges = st.lists(
    st.tuples(days, st.integers(0, 20)).map(lambda r: (r[0], r[0] + timedelta(days=r[1]))),
    max_size=5,
)


def test_the_year_of_the_table() -> None:
    """Every start of the year says what the table says."""
    in_use: dict[str, Rhythm] = {CORE: "weekly"}
    pages: list[PageName] = []
    away: list[tuple[date, date]] = []
    sent_by_machine: dict[str, dict[str, list[date]]] = {}
    weekday = 4
    for start in starts():
        for event in start.before:
            match event:
                case ("held", rubric, day):
                    pages.append(PageName(date.fromisoformat(day), rubric))
                case ("away", days_off):
                    first, last = map(date.fromisoformat, days_off.split(".."))
                    away.append((first, last))
                case ("uses", rubric):
                    in_use[rubric] = RHYTHMS[rubric]
                case ("day", _):
                    weekday = 3
                case ("state", "lost"):
                    sent_by_machine.clear()
                case _:
                    raise AssertionError(event)
        sent = sent_by_machine.setdefault(start.machine, {})
        due_nudge = nudge(
            rubric_statuses(pages, in_use, start.today, away), start.today, weekday, sent, away
        )
        assert due_nudge == start.nudge, start
        for rubric in due_nudge.rubrics if due_nudge else ():
            sent.setdefault(rubric, []).append(start.today)


def test_the_table_is_a_year_in_order() -> None:
    moments = [start.at for start in starts()]
    assert all(before < after for before, after in pairwise(moments))
    assert moments[-1] - moments[0] >= timedelta(days=365)
    assert len({moment.utcoffset() for moment in moments}) > 2, "the clocks change"


@given(
    pages=held,
    away=ranges,
    weekday=st.integers(0, 6),
    first=days,
    skipped=st.sets(st.integers(0, 199)),
)
def test_whoever_asks_each_day_hears_it_seldom_and_for_a_reason(
    pages: list[PageName],
    away: list[tuple[date, date]],
    weekday: int,
    first: date,
    skipped: set[int],
) -> None:
    sent: dict[str, list[date]] = {rubric: [] for rubric in RHYTHMS}
    for n in range(200):
        today = first + timedelta(days=n)
        standings = rubric_statuses(pages, RHYTHMS, today, away)
        due_nudge = None if n in skipped else nudge(standings, today, weekday, sent, away)
        for rubric in due_nudge.rubrics if due_nudge else ():
            period = period_of(today, RHYTHMS[rubric])
            assert not any(p.rubric == rubric and p.day in period for p in pages)
            assert not any(a <= today <= b for a, b in away)
            assert today >= last_weekday(period, weekday)
            sent[rubric].append(today)
            assert sum(day in period for day in sent[rubric]) <= 2
        assert due_nudge is None or nudge(standings, today, weekday, sent, away) is None


@given(days, st.integers(0, 6), st.sampled_from(list(RHYTHMS.values())))
def test_the_sitting_day_is_the_last_of_its_name_in_the_period(
    day: date, weekday: int, rhythm: Rhythm
) -> None:
    period = period_of(day, rhythm)
    last = last_weekday(period, weekday)
    assert last.weekday() == weekday
    assert last in period
    assert last + timedelta(days=7) not in period


def progress_line(last: date | None, period: Period) -> DueStatus:
    return DueStatus(CORE, due=True, away=False, period=period, last=last)


def test_a_pause_is_a_whole_period_without_a_sitting() -> None:
    week = period_of(date(2026, 11, 20), "weekly")
    for last, back in [
        (None, False),
        (date(2026, 11, 15), False),
        (date(2026, 11, 9), False),
        (date(2026, 11, 8), True),
    ]:
        due_nudge = nudge([progress_line(last, week)], date(2026, 11, 20), 4, {})
        assert due_nudge == Nudge((CORE,), nth=1, after_pause=back), last
