"""Verdicts: which series may be called rising or falling.

Three families are tested, each at a level of 0.03: the focus alone, the composite alone, and all
behaviours together with Benjamini and Hochberg's adjustment. No slope is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from learnlead.trends.stats.autocorrelation import UNKNOWN_PHI, pooled_phi, variance_inflation
from learnlead.trends.stats.mann_kendall import (
    MannKendall,
    benjamini_hochberg,
    mann_kendall,
    z_and_p,
)
from learnlead.trends.stats.observations import Observations

Verdict = Literal["values-only", "early", "rising", "falling", "no-trend-detected"]

FIRST_LOOK = 6
"""Values from which a direction is shown at all."""

FIRST_VERDICT = 12
"""Values from which a verdict is given."""

FAMILY_LEVEL = 0.03


class Judgement(NamedTuple):
    """The test of one series.

    Attributes:
        n: the number of values.
        mann_kendall: the test under independence; None below two values.
        phi: the autocorrelation used for the correction; None below two values.
        var_s_corrected: the variance of S, corrected for autocorrelation.
        p_corrected: p from that variance.
        p_adjusted: p adjusted for its family, compared with its level; None below twelve values.
    """

    n: int
    mann_kendall: MannKendall | None = None
    phi: float | None = None
    var_s_corrected: float | None = None
    p_corrected: float | None = None
    p_adjusted: float | None = None

    @property
    def verdict(self) -> Verdict:
        """What may be said."""
        if self.n < FIRST_LOOK:
            return "values-only"
        if self.mann_kendall is None or self.p_adjusted is None:
            return "early"
        if self.p_adjusted >= FAMILY_LEVEL:
            return "no-trend-detected"
        return "rising" if self.mann_kendall.s > 0 else "falling"


class Judgements(NamedTuple):
    """The judgements of the three families; `behaviours` in the order of `judge`'s argument."""

    focus: Judgement | None
    composite: Judgement
    behaviours: tuple[Judgement, ...]


def judge(
    *,
    behaviours: Sequence[Observations],
    composite: Observations,
    focus: Observations | None,
    gap: float | None,
) -> Judgements:
    """Judge all series of one person.

    Args:
        behaviours: the ratings of each behaviour, empty ones among them.
        composite: the overall ratings.
        focus: the focus behaviour's values since it was declared, if there is a focus.
        gap: the median gap between sittings in weeks; None below two sittings.
    """
    phis = phis_used(pooled_phi(behaviours, gap), pooled_phi([composite], gap))
    tested = [_corrected(observations, phis.behaviours, gap) for observations in behaviours]
    testable = {
        index: judgement.p_corrected
        for index, judgement in enumerate(tested)
        if judgement.n >= FIRST_VERDICT and judgement.p_corrected is not None
    }
    p_adjusted = dict(zip(testable, benjamini_hochberg(list(testable.values())), strict=True))
    return Judgements(
        focus=None if focus is None else _unadjusted(_corrected(focus, phis.behaviours, gap)),
        composite=_unadjusted(_corrected(composite, phis.composite, gap)),
        behaviours=tuple(
            judgement._replace(p_adjusted=p_adjusted.get(index))
            for index, judgement in enumerate(tested)
        ),
    )


class Phis(NamedTuple):
    """The autocorrelations used for the behaviours' tests and for the composite's."""

    behaviours: float
    composite: float


def phis_used(behaviours: float | None, composite: float | None) -> Phis:
    """The autocorrelations for the tests from the two pooled estimates, None where there is none.

    The composite takes the larger estimate, the behaviours the mean of theirs and that one.
    """
    pooled = UNKNOWN_PHI if behaviours is None else behaviours
    larger = pooled if composite is None else max(pooled, composite)
    return Phis((pooled + larger) / 2, larger)


def judge_alone(observations: Observations, phi: float, gap: float | None) -> Judgement:
    """Judge one series as a family of its own, as the focus is."""
    return _unadjusted(_corrected(observations, phi, gap))


def _corrected(observations: Observations, phi: float, gap: float | None) -> Judgement:
    test = mann_kendall(observations.values)
    if test is None or gap is None:
        return Judgement(observations.n)
    variance = test.var_s * variance_inflation(observations.weeks, phi, gap)
    _, p = z_and_p(test.s, variance)
    return Judgement(observations.n, test, phi, variance, p)


def _unadjusted(tested: Judgement) -> Judgement:
    """The judgement as a family of one test, whose p needs no adjustment."""
    if tested.n < FIRST_VERDICT:
        return tested
    return tested._replace(p_adjusted=tested.p_corrected)
