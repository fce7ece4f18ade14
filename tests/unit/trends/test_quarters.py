from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.page.facts import Sitting
from learnlead.trends.quarters import QUARTER, Quarter, own_phi, quarters
from learnlead.trends.summarise import summarise
from made_sittings import BEGUN, sitting, small_rubric
from sizes import examples

TODAY = BEGUN + timedelta(weeks=100)


def held(focus: str | None, values: Sequence[int | None], start: int = 0) -> list[Sitting]:
    """Weekly sittings with a focus; None rates nothing."""
    return [
        sitting(start + week, {} if value is None else {focus or "asking": value}, focus=focus)
        for week, value in enumerate(values)
    ]


def quarters_of(sittings: Sequence[Sitting], first: date | None = None) -> tuple[Quarter, ...]:
    return quarters(summarise(sittings, small_rubric(), today=TODAY, first=first))


RISING = [1, 2, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5]
FLAT = [3, 2, 3, 4, 3, 2, 3, 3, 4, 2, 3, 3, 3]


class TestTheFocusOfNow:
    def test_without_one_there_is_no_bet(self) -> None:
        assert quarters_of([]) == ()
        assert quarters_of(held(None, FLAT)) == ()

    @pytest.mark.parametrize("count", [1, 12])
    def test_before_thirteen_sittings_there_is_no_answer(self, count: int) -> None:
        (now,) = quarters_of(held("asking", RISING[:count]))
        assert (now.held, now.answer, now.changed) == (count, None, False)
        assert now.bet.sittings == QUARTER

    @pytest.mark.parametrize(
        ("values", "answer"),
        [
            (RISING, "seen"),
            (FLAT, "not-seen"),
            (RISING[::-1], "not-seen"),
            ([*FLAT[:11], None, None], "too-few-to-say"),
        ],
    )
    def test_from_then_on_there_is_one(self, values: list[int | None], answer: str) -> None:
        (now,) = quarters_of(held("asking", values))
        assert (now.held, now.answer) == (13, answer)
        assert now.pages == tuple(
            f"{BEGUN + timedelta(weeks=w)}-small" for w, v in enumerate(values) if v is not None
        )
        assert now.bet.sittings == now.series.n == len(now.pages)

    def test_it_is_the_verdict_on_the_focus(self) -> None:
        trends = summarise(held("asking", RISING), small_rubric(), today=TODAY)
        assert trends.focus is not None
        (now,) = quarters(trends)
        assert now.series == trends.focus.series

    def test_of_a_part_of_a_quarter_nothing_is_said(self) -> None:
        pages = held("asking", FLAT)
        assert quarters_of(pages, first=pages[3].date) == ()
        assert len(quarters_of(pages, first=pages[0].date)) == 1


class TestTheFocusBefore:
    def test_it_is_told_until_the_new_one_can_have_a_verdict(self) -> None:
        before = held("asking", RISING)
        for count in range(1, 14):
            results = quarters_of([*before, *held("listening", [3] * count, start=13)])
            assert len(results) == (2 if count < 12 else 1)
            assert results[-1].behaviour == "listening"
        earlier = quarters_of([*before, *held("listening", [3], start=13)])[0]
        assert (earlier.behaviour, earlier.changed, earlier.answer) == ("asking", True, "seen")
        assert (earlier.since, earlier.until) == (before[0].date, before[-1].date)
        assert earlier.pages == tuple(page.stem for page in before)

    def test_only_ratings_of_its_own_time_count(self) -> None:
        later = [sitting(13 + w, {"asking": 1}, focus="listening") for w in range(3)]
        earlier, _ = quarters_of([*held("asking", RISING), *later])
        assert earlier.series.dated.values == tuple(RISING)

    def test_a_change_of_mind_is_too_few_to_say(self) -> None:
        earlier, _ = quarters_of([*held("asking", [3, 4]), *held("listening", [3], start=2)])
        assert (earlier.held, earlier.answer) == (2, "too-few-to-say")

    def test_it_is_told_when_the_newest_page_has_none(self) -> None:
        (only,) = quarters_of([*held("asking", RISING), *held(None, [3], start=13)])
        assert (only.behaviour, only.changed, only.answer) == ("asking", True, "seen")

    def test_the_same_behaviour_again_after_another_is_a_new_bet(self) -> None:
        pages = [*held("asking", [3, 3]), *held("listening", [3], start=2)]
        results = quarters_of([*pages, *held("asking", [4], start=3)])
        assert [quarter.behaviour for quarter in results] == ["listening", "asking"]
        assert results[1].held == 1


@settings(max_examples=examples(60))
@given(
    st.lists(
        st.tuples(st.sampled_from(["asking", "listening", None]), st.integers(1, 5)), max_size=40
    )
)
def test_at_any_time_at_most_one_focus_is_judged(pages: list[tuple[str | None, int]]) -> None:
    results = quarters_of(
        [
            sitting(week, {"asking": value, "listening": 6 - value}, focus=focus)
            for week, (focus, value) in enumerate(pages)
        ]
    )
    assert sum(quarter.series.n >= 12 for quarter in results) <= 1
    assert all(quarter.held >= len(quarter.pages) > 0 for quarter in results)


def test_a_journal_of_its_own_tells_its_autocorrelation_from_twelve_dates_on() -> None:
    def phi(count: int) -> float | None:
        pages = held("asking", RISING[:count])
        return own_phi(summarise(pages, small_rubric(), today=TODAY))

    assert phi(0) is None
    assert phi(11) is None
    assert phi(12) is not None
