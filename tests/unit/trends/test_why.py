from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.page.facts import Sitting
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from learnlead.trends.verdict import FAMILY_LEVEL
from learnlead.trends.why import Why, why
from made_journals import journals
from made_sittings import BEGUN, sitting, small_rubric, weekly
from sizes import examples

BEHAVIOURS = ("asking", "listening", "own-own")
TODAY = BEGUN + timedelta(weeks=200)


def summed(sittings: Sequence[Sitting]) -> Trends:
    return summarise(sittings, small_rubric(), today=TODAY)


def taken_apart(trends: Trends) -> list[Why]:
    results = [why(trends, subject) for subject in (*BEHAVIOURS, "overall", "focus")]
    return [result for result in results if result is not None]


@st.composite
def weeklies(draw: st.DrawFn) -> list[Sitting]:
    """Half a year of weeks, long enough for verdicts; `asking` often on its way up."""
    rising = draw(st.sampled_from([0, 0, 2]))
    result = []
    for week in range(draw(st.integers(12, 26))):
        ratings = draw(st.dictionaries(st.sampled_from(BEHAVIOURS), st.integers(1, 5), min_size=2))
        if "asking" in ratings:
            ratings["asking"] = min(1 + (ratings["asking"] + rising * week) // 6, 5)
        result.append(sitting(week, ratings, focus="asking"))
    return result


@settings(max_examples=examples(100))
@given(journals(most=40) | weeklies())
def test_the_steps_lead_to_the_verdict(pages: list[Sitting]) -> None:
    for result in taken_apart(summed(pages)):
        judged = result.series.judgement
        assert len(result.steps) == result.series.n
        if judged.mann_kendall is None or judged.var_s_corrected is None:
            assert (result.factor, result.z) == (None, None)
            continue
        assert result.lower - result.higher == judged.mann_kendall.s
        phi = result.phi_composite if result.family == "composite" else result.phi
        assert judged.phi == phi
        assert result.factor is not None
        assert isclose(result.factor, 1 + 2 * result.shared / result.series.n)
        assert isclose(judged.var_s_corrected, judged.mann_kendall.var_s * result.factor)


@settings(max_examples=examples(50))
@given(weeklies())
def test_the_ranks_lead_to_the_claims(pages: list[Sitting]) -> None:
    trends = summed(pages)
    result = why(trends, "asking")
    assert result is not None
    assert [rank.p for rank in result.ranks] == sorted(rank.p for rank in result.ranks)
    below = [rank.rank for rank in result.ranks if rank.p < rank.threshold]
    claims = {rank.behaviour for rank in result.ranks if rank.rank <= max(below, default=0)}
    assert claims == {
        trend.behaviour.id
        for trend in trends.behaviours
        if trend.series.verdict in ("rising", "falling")
    }
    assert all(
        (rank.p_adjusted < FAMILY_LEVEL) == (rank.behaviour in claims) for rank in result.ranks
    )


def test_each_step_says_what_it_compares_with() -> None:
    result = why(summed(weekly([2, 3, 2, 5])), "asking")
    assert result is not None
    assert [(s.days, s.value, s.lower, s.higher) for s in result.steps] == [
        (0, 2, 0, 0),
        (7, 3, 1, 0),
        (14, 2, 0, 1),
        (21, 5, 3, 0),
    ]
    assert list(result.ties) == [(2, 2)]
    assert result.gap == 1
    assert [step.shared for step in result.steps] == [0, 0.5, 0.75, 0.875], "0.5 where none tells"


def test_the_focus_counts_from_its_day_and_overall_shows_its_means() -> None:
    pages = [
        sitting(w, {"asking": 1 + w % 3, "listening": 4}, focus="asking" if w > 3 else None)
        for w in range(10)
    ]
    trends = summed(pages)
    focus, overall, asking = (why(trends, subject) for subject in ("focus", "overall", "asking"))
    assert focus is not None
    assert overall is not None
    assert asking is not None
    assert (focus.behaviour, focus.family, len(focus.steps)) == ("asking", "focus", 6)
    assert (asking.family, len(asking.steps), focus.ranks) == ("behaviours", 10, ())
    assert dict(overall.usual) == {"asking": pytest.approx(1.9), "listening": 4}
    assert (focus.usual, asking.usual) == ((), ())
    assert [subject for subject, _ in asking.behaviours_pool.of] == ["asking"], (
        "listening never varies"
    )


def test_there_is_no_why_of_what_is_not_there() -> None:
    trends = summed(weekly([1, 2]))
    assert why(trends, "focus") is None
    assert why(trends, "nothing") is None
    empty = why(summed([]), "overall")
    assert empty is not None
    assert (empty.steps, empty.factor, empty.gap, empty.own_rank) == ((), None, None, None)
