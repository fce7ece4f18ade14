from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.errors import Problem
from learnlead.page.facts import Sitting
from learnlead.reports.json import trends_json
from learnlead.rubric.model import Question, Rubric
from learnlead.trends.model import Trends
from learnlead.trends.series import Series
from learnlead.trends.summarise import summarise
from made_journals import journals
from made_sittings import BEGUN, sitting, small_rubric, weekly
from sizes import examples

TODAY = BEGUN + timedelta(weeks=100)


def summed(
    sittings: Sequence[Sitting],
    rubric: Rubric | None = None,
    *,
    today: date = TODAY,
    first: date | None = None,
    last: date | None = None,
) -> Trends:
    return summarise(sittings, rubric or small_rubric(), today=today, first=first, last=last)


def week(n: int) -> date:
    return BEGUN + timedelta(weeks=n)


class TestWhatIsRead:
    def test_pages_of_other_rubrics_are_left_aside(self) -> None:
        trends = summed([sitting(0), sitting(1, rubric="other")])
        assert (trends.sittings, trends.last) == (1, week(0))

    def test_the_period_has_both_its_days(self) -> None:
        trends = summed(weekly([1, 2, 3, 4]), first=week(1), last=week(2))
        assert (trends.sittings, trends.first, trends.last) == (2, week(1), week(2))
        assert trends.behaviours[0].series.dated.values == (2, 3)

    def test_versions_that_do_not_compare_stand_apart(self) -> None:
        versions = [3, 1, 2, 3, 3]
        pages = [sitting(w, {"asking": 3}, rubric_version=v) for w, v in enumerate(versions)]
        trends = summed(pages, small_rubric(version=2, **{"comparable-with": [1]}))
        assert [(a.rubric_version, a.n, a.first, a.last) for a in trends.apart] == [
            (3, 3, week(0), week(4))
        ]
        assert trends.sittings == 5
        assert trends.behaviours[0].series.n == 2
        assert len(trends.window.dates) == 2

    def test_apart_versions_are_in_order(self) -> None:
        pages = [sitting(w, rubric_version=v) for w, v in enumerate([9, 3, 9, 5])]
        assert [version.rubric_version for version in summed(pages).apart] == [3, 5, 9]

    def test_a_page_without_a_version_belongs_to_the_current_one(self) -> None:
        trends = summed([sitting(0, {"asking": 3}, rubric_version=None)], small_rubric(version=7))
        assert trends.apart == ()
        assert trends.behaviours[0].series.n == 1

    def test_a_page_from_the_future_is_counted_and_a_problem(self) -> None:
        earlier = Problem("the front matter ends nowhere", file="journals/x.md", line=3)
        trends = summarise(weekly([3, 4]), small_rubric(), today=week(0), problems=[earlier])
        assert trends.behaviours[0].series.n == 2
        first, future = trends.problems
        assert first is earlier
        assert (future.file, future.line) == (f"journals/{week(1)}-small.md", None)
        assert str(week(1)) in future.message
        assert future.remedy


class TestCountsOfMarks:
    def test_kinds_of_absence_stay_apart(self) -> None:
        marks = [4, "no-opportunity", "none-made", None, "none-made"]
        pages = [sitting(w, {} if m is None else {"asking": m}) for w, m in enumerate(marks)]
        asking = summed(pages).behaviours[0]
        assert (asking.series.n, asking.no_opportunity, asking.none_made, asking.skipped) == (
            1,
            1,
            2,
            1,
        )

    def test_a_quick_sitting_skips_only_the_focus_it_asks_for(self) -> None:
        trends = summed([sitting(0, depth="quick", focus="asking"), sitting(1, depth="quick")])
        assert [trend.skipped for trend in trends.behaviours] == [1, 0, 0]

    def test_an_absence_on_a_quick_page_counts_though_it_was_not_asked(self) -> None:
        trends = summed(
            [sitting(0, {"listening": "no-opportunity"}, depth="quick", focus="asking")]
        )
        assert [trend.no_opportunity for trend in trends.behaviours] == [0, 1, 0]

    def test_marks_rest_on_the_window_and_evidence_on_the_whole_period(self) -> None:
        old = sitting(-1, {"asking": "none-made"}, evidence=frozenset({"asking"}))
        asking = summed([old, *weekly([3] * 260)]).behaviours[0]
        assert asking.none_made == 0
        assert asking.last_evidence == week(-1)

    def test_the_newest_evidence_counts_with_or_without_a_rating(self) -> None:
        pages = [sitting(w, evidence=frozenset({"asking"})) for w in (0, 5, 2)]
        trends = summed([*pages, sitting(8)])
        assert [trend.last_evidence for trend in trends.behaviours] == [week(5), None, None]

    def test_depths_count_the_sittings_that_gave_a_value(self) -> None:
        pages = [
            sitting(0, {"asking": 3}, depth="quick"),
            sitting(0, {"asking": 3}, depth="full", stem="2026-01-02-small.2"),
            sitting(1, {"listening": 3}, depth="quick"),
        ]
        depths = summed(pages).behaviours[0].series.depths
        assert (depths["quick"], depths["standard"], depths["full"]) == (1, 0, 1)


class TestFocus:
    def test_its_series_begins_the_day_it_was_declared(self) -> None:
        pages = [
            sitting(w, {"asking": 3}, focus="asking" if w >= 4 else "listening") for w in range(9)
        ]
        trends = summed(pages)
        assert trends.focus is not None
        assert trends.focus.focus.since == trends.focus.series.first == week(4)
        assert trends.focus.series.n == 5
        assert trends.behaviours[0].series.n == 9

    def test_since_may_lie_before_the_period(self) -> None:
        trends = summed(weekly([3] * 9, focus="asking"), first=week(5))
        assert trends.focus is not None
        assert (trends.focus.focus.since, trends.focus.series.n) == (week(0), 4)

    def test_it_is_that_of_the_newest_page_read(self) -> None:
        pages = [sitting(0, focus="asking"), sitting(1, focus="listening")]
        trends = summed(pages, last=week(0))
        assert trends.focus is not None
        assert trends.focus.focus.behaviour == "asking"

    def test_of_two_pages_of_one_day_the_second_is_newer(self) -> None:
        second = sitting(0, focus="listening", stem="2026-01-02-small.2")
        tenth = sitting(0, focus="asking", stem="2026-01-02-small.10")
        trends = summed([tenth, second, sitting(0, focus="listening")])
        assert trends.focus is not None
        assert trends.focus.focus.behaviour == "asking"

    def test_a_focus_that_the_rubric_no_longer_has_is_an_empty_series(self) -> None:
        trends = summed([sitting(0, {"asking": 3}, focus="long-gone")])
        assert trends.focus is not None
        assert trends.focus.series.n == 0


class TestUndefined:
    def test_an_empty_journal_has_every_behaviour_and_no_figure(self) -> None:
        trends = summed([])
        assert (trends.sittings, trends.first, trends.last, trends.focus) == (0, None, None, None)
        assert [trend.behaviour.id for trend in trends.behaviours] == [
            "asking",
            "listening",
            "own-own",
        ]
        for series in (trends.composite, *(trend.series for trend in trends.behaviours)):
            assert series.n == 0
            figures = (series.first, series.last, series.latest, series.median, series.slope)
            assert figures == (None,) * 5
            assert (series.first_third, series.last_third) == (None, None)
            assert series.phi is None

    def test_one_value_has_a_median_and_no_slope(self) -> None:
        series = summed(weekly([4])).behaviours[0].series
        assert (series.latest, series.median, series.slope) == (4, 4, None)
        assert (series.judgement.mann_kendall, series.judgement.p_corrected) == (None, None)

    def test_a_rubric_of_questions_alone_has_no_series(self) -> None:
        rubric = small_rubric().model_copy(
            update={"behaviours": (), "questions": (Question(id="one", ask="One?"),)}
        )
        trends = summed([sitting(0)], rubric)
        assert (trends.behaviours, trends.composite.n) == ((), 0)

    @pytest.mark.parametrize(("n", "size"), [(2, None), (3, 1), (11, 3), (12, 4), (26, 8)])
    def test_thirds_are_rounded_down(self, n: int, size: int | None) -> None:
        series = summed(weekly([1] * (n // 2) + [5] * (n - n // 2))).behaviours[0].series
        if size is None:
            assert series.first_third is series.last_third is None
        else:
            assert series.first_third is not None
            assert series.last_third is not None
            assert (series.first_third.mean, series.last_third.mean) == (1, 5)
            assert series.first_third.n == series.last_third.n == size


class TestTwoPagesToReread:
    def test_they_are_the_highest_early_and_the_lowest_late_one(self) -> None:
        series = summed(weekly([4, 5, 4, 4, 3, 3, 3, 3, 3, 2, 1, 2])).behaviours[0].series
        assert series.reread == (week(1), week(10))

    def test_a_changed_mix_of_depths_is_noticed(self) -> None:
        early = [sitting(w, {"asking": 3}, depth="full") for w in range(6)]
        late = [sitting(w, {"asking": 3}, depth="quick") for w in range(6, 12)]
        assert summed([*early, *late]).behaviours[0].series.depths_changed
        assert not summed(weekly([3] * 12)).behaviours[0].series.depths_changed
        assert not summed(weekly([3] * 2)).behaviours[0].series.depths_changed


def every_series(trends: Trends) -> list[Series]:
    focus = [trends.focus.series] if trends.focus else []
    return [*focus, trends.composite, *(trend.series for trend in trends.behaviours)]


@settings(max_examples=examples(40))
@given(journals(), st.randoms(use_true_random=False))
def test_the_order_of_the_pages_does_not_matter(pages: list[Sitting], random: Random) -> None:
    shuffled = list(pages)
    random.shuffle(shuffled)
    assert trends_json(summed(shuffled)) == trends_json(summed(pages))


@settings(max_examples=examples(40))
@given(journals(), st.integers(-40, 400))
def test_moving_all_dates_by_weeks_moves_only_dates(pages: list[Sitting], weeks: int) -> None:
    by = timedelta(weeks=weeks)
    moved = [replace(page, date=page.date + by) for page in pages]
    here, there = summed(pages), summed(moved, today=TODAY + by)
    assert here.cadence == there.cadence
    for series, other in zip(every_series(here), every_series(there), strict=True):
        assert series.judgement == other.judgement
        assert series.slope == other.slope
        assert series.verdict == other.verdict
        assert series.dated.values == other.dated.values
        assert [day + by for day in series.dated.dates] == list(other.dated.dates)


@settings(max_examples=examples(40))
@given(journals())
def test_ratings_upside_down_turn_every_direction(pages: list[Sitting]) -> None:
    def turned(mark: object) -> object:
        if isinstance(mark, dict):
            return {key: turned(rating) for key, rating in mark.items()}
        return 6 - mark if isinstance(mark, int) else mark

    down = [replace(p, ratings={k: turned(v) for k, v in p.ratings.items()}) for p in pages]  # type: ignore[misc]
    opposite = {"rising": "falling", "falling": "rising"}
    for series, other in zip(every_series(summed(pages)), every_series(summed(down)), strict=True):
        assert other.verdict == opposite.get(series.verdict, series.verdict)
        assert (series.n, series.depths) == (other.n, other.depths)
        a, b = series.judgement, other.judgement
        assert b.p_adjusted == pytest.approx(a.p_adjusted, abs=1e-6)
        if series.slope is not None and other.slope is not None:
            assert other.slope.per_week == pytest.approx(-series.slope.per_week, abs=1e-6)
            assert other.slope.interval.low == pytest.approx(-series.slope.interval.high, abs=1e-6)


@settings(max_examples=examples(40))
@given(journals(), st.integers(0, 200))
def test_each_sitting_is_a_value_or_one_kind_of_absence(pages: list[Sitting], days: int) -> None:
    trends = summed(pages, first=BEGUN + timedelta(days=days))
    for trend in trends.behaviours:
        asked = [
            page
            for page in trends.window.sittings
            if page.depth != "quick"
            or page.focus == trend.behaviour.id
            or trend.behaviour.id in page.ratings
        ]
        absent = trend.no_opportunity + trend.none_made + trend.skipped
        assert trend.series.depths.total() + absent == len(asked)
