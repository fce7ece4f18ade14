from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from learnlead.trends.stats.observations import Observations
from learnlead.trends.verdict import Judgement, Judgements, judge
from learnlead.trends.window import window_of
from simulated_journals import BEHAVIOURS, FOCUS, Cell, twelve

FLAT = [3.0, 4.0, 3.0, 2.0] * 6
CLAIMS = ("rising", "falling")


def observations(values: Sequence[float]) -> Observations:
    return Observations(range(len(values)), values)


def judged(*behaviours: Sequence[float], focus: Sequence[float] | None = None) -> Judgements:
    return judge(
        behaviours=[observations(values) for values in behaviours],
        composite=observations(behaviours[0]),
        focus=None if focus is None else observations(focus),
        gap=1.0,
    )


@pytest.mark.parametrize(
    ("n", "verdict"),
    [(0, "values-only"), (5, "values-only"), (6, "early"), (11, "early"), (12, "rising")],
)
def test_how_much_may_be_said_of_a_clear_rise(n: int, verdict: str) -> None:
    values = [1.0 + 4 * i / 12 for i in range(n)]
    judgements = judged(values, focus=values)
    assert judgements.focus is not None
    assert judgements.focus.verdict == judgements.composite.verdict == verdict


def test_below_twelve_values_there_is_no_adjusted_p() -> None:
    judgements = judged(FLAT[:11], focus=FLAT[:11])
    assert [
        judgement and judgement.p_adjusted for judgement in (judgements.focus, judgements.composite)
    ] == [None, None]
    assert judgements.behaviours[0].p_adjusted is None
    assert judgements.behaviours[0].p_corrected is not None


def test_focus_and_composite_are_families_of_one() -> None:
    judgements = judged(FLAT, focus=FLAT)
    assert judgements.focus is not None
    assert judgements.focus.p_adjusted == judgements.focus.p_corrected
    assert judgements.composite.p_adjusted == judgements.composite.p_corrected


def test_behaviours_share_one_family_and_the_short_ones_stay_out() -> None:
    rise = [1 + i // 5 for i in range(24)]
    alone, among = judged(rise), judged(rise, *[FLAT] * 11, FLAT[:11])
    assert alone.behaviours[0].p_adjusted == alone.behaviours[0].p_corrected
    assert among.behaviours[0].p_adjusted == pytest.approx(
        (among.behaviours[0].p_corrected or 0) * 12
    )
    assert among.behaviours[12].p_adjusted is None


def test_equal_values_count_in_the_family() -> None:
    among = judged([1 + i // 5 for i in range(24)], [3.0] * 24)
    assert among.behaviours[0].p_adjusted == pytest.approx(
        (among.behaviours[0].p_corrected or 0) * 2
    )
    equal = among.behaviours[1]
    assert equal.mann_kendall is not None
    assert (equal.p_corrected, equal.p_adjusted, equal.var_s_corrected) == (1, 1, 0)
    assert equal.verdict == "no-trend-detected"


def test_the_level_itself_is_no_claim() -> None:
    test = judged([1 + i // 5 for i in range(24)]).behaviours[0].mann_kendall
    assert Judgement(24, test, p_adjusted=0.03).verdict == "no-trend-detected"
    assert Judgement(24, test, p_adjusted=0.0299).verdict == "rising"


def test_upside_down_and_backwards_turn_the_verdict() -> None:
    rise = [1 + i // 6 for i in range(24)]
    judgements = [judged(values).composite for values in (rise, [6 - v for v in rise], rise[::-1])]
    assert [judgement.verdict for judgement in judgements] == ["rising", "falling", "falling"]
    assert len({judgement.p_adjusted for judgement in judgements}) == 1


@pytest.mark.parametrize("n", [0, 1])
def test_one_value_is_tested_for_nothing(n: int) -> None:
    assert judged(FLAT[:n]).composite == Judgement(n)


def test_where_nothing_tells_the_autocorrelation_the_cautious_half_is_taken() -> None:
    judgements = judged(FLAT[:3])
    assert judgements.behaviours[0].phi == judgements.composite.phi == 0.5


def test_a_composite_that_moves_in_waves_makes_all_verdicts_more_careful() -> None:
    calm, wavy = observations(FLAT), observations([2.0] * 8 + [4.0] * 8 + [2.0] * 8)
    judgements = judge(behaviours=[calm] * 3, composite=wavy, focus=None, gap=1.0)
    alone = judge(behaviours=[calm] * 3, composite=calm, focus=None, gap=1.0)
    assert (judgements.composite.phi or 0) > (judgements.behaviours[0].phi or 0)
    assert (judgements.behaviours[0].phi or 0) > (alone.behaviours[0].phi or 0)


def simulated(cell: Cell, random: Random, rises: dict[str, float] | None = None) -> Judgements:
    window = window_of(cell.journal(random, rises), twelve())
    return judge(
        behaviours=[dated.observations for dated in window.behaviours.values()],
        composite=window.composite.observations,
        focus=window.behaviours[FOCUS].observations,
        gap=window.gap,
    )


def claims(judgements: Judgements) -> bool:
    every = (judgements.focus, judgements.composite, *judgements.behaviours)
    return any(judgement is not None and judgement.verdict in CLAIMS for judgement in every)


@pytest.mark.parametrize("kind", ["weekly", "gappy", "fading", "moods", "monthly"])
def test_journals_without_a_trend_mostly_hold_no_claim(kind: str) -> None:
    """The promise is 8 in 100; chance takes 100 journals to 17 once in a thousand such tests."""
    random = Random(f"no trend, {kind}")  # noqa: S311 - a seeded simulation
    cell = Cell(kind, 26, 0.3)  # type: ignore[arg-type]  # one of the kinds, as listed above
    assert sum(claims(simulated(cell, random)) for _ in range(100)) <= 17


def test_a_large_real_rise_is_mostly_found() -> None:
    """The table's power for +1.5 on the focus and for +1 on all, weekly, 52, autocorrelation 0."""
    random = Random("a real rise")  # noqa: S311 - a seeded simulation
    cell = Cell("weekly", 52, 0)
    focus = [simulated(cell, random, {FOCUS: 1.5}).focus for _ in range(60)]
    overall = [simulated(cell, random, dict.fromkeys(BEHAVIOURS, 1)).composite for _ in range(60)]
    assert sum(judgement is not None and judgement.verdict == "rising" for judgement in focus) >= 46
    assert sum(judgement.verdict == "rising" for judgement in overall) >= 51
