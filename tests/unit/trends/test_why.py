from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import exp, isclose, sqrt
from random import Random

import pytest

from learnlead.page.facts import Sitting
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from learnlead.trends.why import GridStep, Why, why
from made_sittings import BEGUN, small_rubric, weekly
from simulated_journals import BEHAVIOURS, FOCUS, Cell, twelve

TODAY = BEGUN + timedelta(weeks=2000)


def simulated(kind: str, weeks: int) -> Trends:
    random = Random(f"{kind} {weeks}")  # noqa: S311 - a seeded simulation
    cell = Cell(kind, weeks, 0.3, "random")  # type: ignore[arg-type]  # a kind
    return summarise(cell.journal(random), twelve(), today=TODAY)


def summed(sittings: Sequence[Sitting]) -> Trends:
    return summarise(sittings, small_rubric(), today=TODAY)


def known(trends: Trends, subject: str) -> Why:
    result = why(trends, subject)
    assert result is not None
    return result


@pytest.mark.parametrize("kind", ["weekly", "missing", "fading", "gappy"])
def test_the_steps_lead_to_the_verdict(kind: str) -> None:
    trends = simulated(kind, 60)
    for subject in ("overall", *BEHAVIOURS):
        result = known(trends, subject)
        judgement = result.series.judgement
        assert judgement.mann_kendall is not None
        assert judgement.factors is not None
        assert len(result.steps) == judgement.n
        assert result.lower - result.higher == judgement.mann_kendall.s
        factors = {grid.name: grid.factor for grid in result.grids}
        assert isclose(factors["pooled"], judgement.factors.pooled)
        composite = max(factors["pooled"], factors.get("composite", 0))
        assert isclose(composite, judgement.factors.composite)
        if subject == "overall":
            used = composite
        else:
            used = max(
                sqrt(factors["pooled"] * sqrt(factors["pooled"] * composite)), factors["own"]
            )
        assert isclose(used, judgement.factors.used)
        assert isclose(judgement.var_s_corrected or 0, judgement.mann_kendall.var_s * used)
        assert [look.sittings for look, _ in result.history] == [
            look.sittings for look in trends.settled.looks
        ]
        for grid in result.grids:
            assert_redone(grid, -0.5)


def assert_redone(grid: GridStep, prior: float) -> None:
    raw = []
    for row in grid.rows:
        misfit = sum(
            (lag.r - e) ** 2 for lag, e in zip(grid.lags, row.expected, strict=True) if lag.pairs
        )
        assert isclose(misfit, row.misfit)
        raw.append(exp(-0.5 * grid.sharpness * grid.n * misfit) * row.factor**prior)
    assert [row.weight for row in grid.rows] == pytest.approx([one / sum(raw) for one in raw])
    assert grid.factor == pytest.approx(sum(row.weight * row.factor for row in grid.rows))


def test_each_series_tells_its_line_and_its_correlations() -> None:
    trends = simulated("weekly", 39)
    result = known(trends, BEHAVIOURS[0])
    values = [step.value for step in result.steps]
    lagged = next(one for one in result.lagged if one.name == BEHAVIOURS[0])
    residuals = [v - lagged.level - lagged.slope * week for week, v in enumerate(values)]
    assert sum(residuals) == pytest.approx(0, abs=1e-9)
    square = sum(r * r for r in residuals) / 39
    assert square == pytest.approx(lagged.square)
    for k, lag in enumerate(lagged.lags, 1):
        products = [a * b for a, b in zip(residuals, residuals[k:], strict=False)]
        assert lag.r == pytest.approx(sum(products) / (39 - k) / square)
        assert lag.pairs == 39 - k
    assert result.pooled[0].pairs == 12 * 38


def test_the_ranks_lead_to_the_adjusted_p() -> None:
    result = known(simulated("weekly", 52), BEHAVIOURS[3])
    assert [rank.p for rank in result.ranks] == sorted(rank.p for rank in result.ranks)
    own = next(rank for rank in result.ranks if rank.behaviour == BEHAVIOURS[3])
    assert own.p_adjusted == result.series.judgement.p_adjusted
    assert known(simulated("weekly", 52), "overall").ranks == ()


def test_each_step_says_what_it_compares_with() -> None:
    result = known(summed(weekly([2, 3, 2, 5, *[3] * 9])), "asking")
    assert [(s.days, s.value, s.lower, s.higher) for s in result.steps[:4]] == [
        (0, 2, 0, 0),
        (7, 3, 1, 0),
        (14, 2, 0, 1),
        (21, 5, 3, 0),
    ]
    assert list(result.ties) == [(2, 2), (3, 10)]
    assert result.gap == 1


def test_the_focus_is_its_newest_bet() -> None:
    trends = simulated("weekly", 50)
    result = known(trends, "focus")
    assert result.bet == trends.settled.bets[-1]
    assert result.steps == ()
    random = Random(3)  # noqa: S311 - a seeded simulation
    settled = summarise(Cell("gappy", 60, 0.3).journal(random), twelve(), today=TODAY)
    result = known(settled, "focus")
    assert result.behaviour == FOCUS
    assert result.bet is not None
    assert result.bet.comparison is not None
    assert result.bet_grid is not None
    assert_redone(result.bet_grid, -2)
    assert result.bet_grid.factor == pytest.approx(result.bet.comparison.factor)


def test_before_the_first_look_there_is_nothing_to_redo() -> None:
    result = known(summed(weekly([1, 2, 3])), "overall")
    assert (result.steps, result.grids, result.history) == ((), (), ())


def test_there_is_no_why_of_what_is_not_there() -> None:
    trends = summed(weekly([1, 2]))
    assert why(trends, "focus") is None
    assert why(trends, "nothing") is None
