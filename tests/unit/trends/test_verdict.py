from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import pytest
from scipy.stats import norm

from learnlead.trends.stats.lags import times_of
from learnlead.trends.stats.mann_kendall import z_and_p
from learnlead.trends.stats.observations import Observations
from learnlead.trends.verdict import Judgement, Judgements, bound_at, judge, level_at

FLAT = [3.0, 4.0, 3.0, 2.0] * 6
RISE = [float(1 + i // 5) for i in range(24)]
WAVY = [2.0] * 8 + [4.0] * 8 + [2.0] * 8


def observations(values: Sequence[float]) -> Observations:
    return Observations([float(week) for week in range(len(values))], values)


def judged(*behaviours: Sequence[float], composite: Sequence[float] | None = None) -> Judgements:
    longest = max(map(len, behaviours))
    weeks = tuple(float(week) for week in range(longest))
    return judge(
        behaviours=[observations(values) for values in behaviours],
        composite=observations(behaviours[0] if composite is None else composite),
        times=times_of(weeks, 1.0) if longest > 1 else None,
    )


@pytest.mark.parametrize(
    ("sittings", "bound"), [(13, 4.80), (26, 3.3941), (39, 2.7713), (52, 2.4), (260, 2.4)]
)
def test_the_bound_falls_until_a_year(sittings: int, bound: float) -> None:
    assert bound_at(sittings) == pytest.approx(bound, abs=1e-4)
    assert level_at(sittings) == pytest.approx(2 * norm.sf(bound_at(sittings)), abs=1e-9)


def test_below_twelve_values_there_is_no_adjusted_p() -> None:
    judgements = judged(FLAT[:11])
    assert judgements.composite.p_adjusted is None
    assert judgements.behaviours[0].p_adjusted is None
    assert judgements.behaviours[0].p_corrected is not None


def test_the_composite_is_a_family_of_one() -> None:
    judgements = judged(FLAT)
    assert judgements.composite.p_adjusted == judgements.composite.p_corrected


def test_behaviours_share_one_family_and_the_short_ones_stay_out() -> None:
    alone, among = judged(RISE), judged(RISE, *[FLAT] * 11, FLAT[:11])
    assert alone.behaviours[0].p_adjusted == alone.behaviours[0].p_corrected
    assert among.behaviours[0].p_adjusted == pytest.approx(
        (among.behaviours[0].p_corrected or 0) * 12
    )
    assert among.behaviours[12].p_adjusted is None


def test_equal_values_count_in_the_family() -> None:
    among = judged(RISE, [3.0] * 24)
    assert among.behaviours[0].p_adjusted == pytest.approx(
        (among.behaviours[0].p_corrected or 0) * 2
    )
    equal = among.behaviours[1]
    assert equal.mann_kendall is not None
    assert (equal.p_corrected, equal.p_adjusted, equal.var_s_corrected) == (1, 1, 0)
    assert equal.called(level_at(52)) is None


def test_the_level_itself_is_no_claim() -> None:
    assert Judgement(24, z=3.0, p_adjusted=0.03).called(0.03) is None
    assert Judgement(24, z=3.0, p_adjusted=0.0299).called(0.03) == "rising"
    assert Judgement(24, z=-3.0, p_adjusted=0.0299).called(0.03) == "falling"
    assert Judgement(24).called(0.03) is None


def test_upside_down_and_backwards_turn_the_sign() -> None:
    zs = [judged(values).composite.z for values in (RISE, [6 - v for v in RISE], RISE[::-1])]
    assert zs == [zs[0], pytest.approx(-(zs[0] or 0)), pytest.approx(-(zs[0] or 0))]


@pytest.mark.parametrize("n", [0, 1])
def test_one_value_is_tested_for_nothing(n: int) -> None:
    assert judged(FLAT[:n]).composite == Judgement(n)


def test_the_factor_is_the_variance_and_the_larger_of_two_estimates() -> None:
    judgements = judged(FLAT, WAVY, composite=WAVY)
    for judgement in (judgements.composite, *judgements.behaviours):
        assert judgement.mann_kendall is not None
        assert judgement.factors is not None
        assert judgement.var_s_corrected == pytest.approx(
            judgement.mann_kendall.var_s * judgement.factors.used
        )
        z, p = z_and_p(judgement.mann_kendall.s, judgement.var_s_corrected or 0)
        assert (judgement.z, judgement.p_corrected) == (z, p)
    overall = judgements.composite.factors
    assert overall is not None
    assert overall.used == overall.composite >= overall.pooled
    for judgement in judgements.behaviours:
        factors = judgement.factors
        assert factors is not None
        assert factors.own is not None
        middle = sqrt(factors.pooled * sqrt(factors.pooled * factors.composite))
        assert factors.used == pytest.approx(max(middle, factors.own))


def test_what_moves_in_waves_makes_all_verdicts_more_careful() -> None:
    calm, wavy = judged(*[FLAT] * 3, composite=FLAT), judged(*[FLAT] * 3, composite=WAVY)
    for one, other in zip(
        (calm.composite, calm.behaviours[0]), (wavy.composite, wavy.behaviours[0]), strict=True
    ):
        assert one.factors is not None
        assert other.factors is not None
        assert one.factors.used < other.factors.used
