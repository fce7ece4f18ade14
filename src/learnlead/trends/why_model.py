"""One verdict taken apart: its values, and what each step makes of them."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from learnlead.trends.autocorrelation import Neighbours
from learnlead.trends.mann_kendall import z_and_p
from learnlead.trends.series import Series

Family = Literal["focus", "composite", "behaviours"]


class Step(NamedTuple):
    """One value, and what it adds to S and to the correction.

    Attributes:
        date: its day.
        days: since the first value.
        value: the rating, or the overall value.
        lower: how many earlier values are lower.
        higher: how many earlier values are higher. S is the sum of all lower less all higher.
        shared: phi^Δ (shared before + 1), where Δ is the distance in usual gaps; 0 at first.
            None where there is no correction.
    """

    date: date
    days: int
    value: float
    lower: int
    higher: int
    shared: float | None


class Pool(NamedTuple):
    """How one autocorrelation came about from several series.

    Attributes:
        of: each series that tells one, with its autocorrelation.
        r: the mean of these; None where there are none.
        n: the mean number of values.
        raw: r with its small-sample bias corrected: (r + 2/n) / (1 − 4/n).
        phi: that, held between 0 and 0.9; None where there is none.
    """

    of: tuple[tuple[str, Neighbours], ...]
    r: float | None
    n: float | None
    raw: float | None
    phi: float | None


class Rank(NamedTuple):
    """One behaviour among all that are tested together.

    Attributes:
        behaviour: its id.
        rank: 1 for the smallest p.
        p: after the correction for autocorrelation.
        threshold: level · rank / number; the largest rank whose p lies below its own, and all
            ranks before it, are claims.
        p_adjusted: the smallest p · number / rank of this rank and those after it.
    """

    behaviour: str
    rank: int
    p: float
    threshold: float
    p_adjusted: float


class Why(NamedTuple):
    """One verdict, step by step.

    Attributes:
        subject: `focus`, `overall`, or the id of a behaviour.
        behaviour: whose ratings; None for overall.
        family: with which others it is judged.
        series: the values with their verdict.
        steps: one a value.
        ties: how often each value stands that stands more than once.
        gap: the median gap between sittings in weeks; None below two sittings.
        usual: each rated behaviour's own mean, from which overall values come; else empty.
        behaviours_pool: the autocorrelation of all behaviours together.
        composite_pool: that of the overall values.
        phi: that which all behaviours use: the mean of the first and of phi_composite.
        phi_composite: the larger one of the two.
        factor: by which the variance of S is widened; None below two values.
        ranks: the behaviours tested together, smallest p first; empty for the other families.
    """

    subject: str
    behaviour: str | None
    family: Family
    series: Series
    steps: tuple[Step, ...]
    ties: tuple[tuple[float, int], ...]
    gap: float | None
    usual: tuple[tuple[str, float], ...]
    behaviours_pool: Pool
    composite_pool: Pool
    phi: float
    phi_composite: float
    factor: float | None
    ranks: tuple[Rank, ...]

    @property
    def lower(self) -> int:
        """All pairs in which the later value is higher."""
        return sum(step.lower for step in self.steps)

    @property
    def higher(self) -> int:
        """All pairs in which the later value is lower."""
        return sum(step.higher for step in self.steps)

    @property
    def shared(self) -> float:
        """The sum of what the steps share; 0 where there is no correction."""
        return sum(step.shared or 0.0 for step in self.steps)

    @property
    def tied(self) -> tuple[int, ...]:
        """How many values each tie holds."""
        return tuple(times for _, times in self.ties)

    @property
    def z(self) -> float | None:
        """S, one unit nearer to 0, in standard deviations of the widened variance."""
        judged = self.series.judgement
        if judged.mann_kendall is None or judged.var_s_corrected is None:
            return None
        return z_and_p(judged.mann_kendall.s, judged.var_s_corrected)[0]

    @property
    def own_rank(self) -> Rank | None:
        """Its place among the behaviours tested together, where it has one."""
        return next((one for one in self.ranks if one.behaviour == self.subject), None)
