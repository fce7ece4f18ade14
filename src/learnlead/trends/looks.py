"""Looks: the few moments at which verdicts are settled, and the claims that hold between them.

A look is reached by the number of dated sittings, never by somebody looking. So whoever looks every
week is told no more by chance than whoever looks twice a year. A verdict is a pure function of the
sittings up to its look; nothing is stored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from learnlead.trends.dated import DatedValues, weeks_since
from learnlead.trends.stats.lags import Times, times_of
from learnlead.trends.stats.observations import Observations
from learnlead.trends.verdict import Direction, Judgement, Judgements, bound_at, judge, level_at
from learnlead.trends.window import WIDTH, Window, composite_of, gap_of

LOOKS = (13, 26, 39, 52)
"""The first looks, in dated sittings; then every 26th."""

LATER = 26

HOLDS = 0.5
"""The share of the bound above which a claim holds at later looks."""


def looks_until(sittings: int) -> tuple[int, ...]:
    """The looks that so many dated sittings have reached."""
    later = range(LOOKS[-1] + LATER, sittings + 1, LATER)
    return (*(look for look in LOOKS if look <= sittings), *later)


def next_look(sittings: int) -> int:
    """The look after so many dated sittings."""
    first = next((look for look in LOOKS if look > sittings), None)
    return first or LOOKS[-1] + ((sittings - LOOKS[-1]) // LATER + 1) * LATER


class Claim(NamedTuple):
    """A rise or a fall that is called.

    Attributes:
        direction: of the change.
        look: the sittings of the look that called it first.
        on: the day of that look.
    """

    direction: Direction
    look: int
    on: date


class Standing(NamedTuple):
    """Where one series stands after a look.

    Attributes:
        judgement: the test at that look.
        claim: that holds, or is new.
        passes: whether the test calls it at this look, too; else it is weaker, not taken back.
        lost: a claim that held until the look before.
    """

    judgement: Judgement
    claim: Claim | None = None
    passes: bool = False
    lost: Claim | None = None

    def is_new_at(self, look: int) -> bool:
        """Whether the claim was first called at that look."""
        return self.claim is not None and self.claim.look == look


class LookSeries(NamedTuple):
    """The values that a look rests on."""

    behaviours: Mapping[str, DatedValues]
    composite: DatedValues
    dates: Sequence[date]
    together: Sequence[str]

    @property
    def times(self) -> Times | None:
        """The times of the sittings, in weeks since the first; None below two."""
        gap = gap_of(self.dates)
        return None if gap is None else times_of(weeks_since(self.dates[0], self.dates), gap)

    def judged(self) -> Judgements:
        """The tests of all series."""
        first = self.dates[0]
        return judge(
            behaviours=[dated.observations_since(first) for dated in self.behaviours.values()],
            composite=self.composite.observations_since(first),
            times=self.times,
        )


class Look(NamedTuple):
    """One look with the standing of every series.

    Attributes:
        sittings: the number of dated sittings that it was reached by.
        on: the day of the last of them.
        composite: overall.
        behaviours: by id, all of the rubric's.
        judgements: the tests and what they rest on.
        series: the values.
    """

    sittings: int
    on: date
    composite: Standing
    behaviours: Mapping[str, Standing]
    judgements: Judgements
    series: LookSeries

    @property
    def bound(self) -> float:
        """The |z| that a claim has to pass."""
        return bound_at(self.sittings)

    @property
    def level(self) -> float:
        """The level of the behaviours' family."""
        return level_at(self.sittings)


def series_at(window: Window, dates: Sequence[date]) -> LookSeries:
    """The values of these dates of the window, in order; the overall ones are made from them."""
    first, last = dates[0], dates[-1]
    behaviours = {key: dated.between(first, last) for key, dated in window.behaviours.items()}
    inside = [rated for rated in window.rated if first <= rated.sitting.date <= last]
    return LookSeries(
        behaviours, composite_of(inside, behaviours, window.together), dates, window.together
    )


def looks(window: Window, before: int = 0) -> tuple[Look, ...]:
    """The looks of the newest 260 dates, the oldest first.

    A claim that was called before them is called anew or ends.

    Args:
        window: of the newest 520 dates, so that the oldest look has 260 of its own.
        before: the dated sittings before these.
    """
    count = before + len(window.dates)
    result: list[Look] = []
    for size in looks_until(count):
        if size > count - WIDTH:
            dates = window.dates[max(0, size - before - WIDTH) : size - before]
            previous = result[-1] if result else None
            result.append(_look(size, series_at(window, dates), previous))
    return tuple(result)


def _look(size: int, series: LookSeries, previous: Look | None) -> Look:
    judgements, on = series.judged(), series.dates[-1]

    def standing(judgement: Judgement, before: Standing | None) -> Standing:
        return _standing(judgement, before and before.claim, size, on)

    composite = standing(judgements.composite, previous and previous.composite)
    behaviours = {
        key: standing(judgement, previous and previous.behaviours[key])
        for key, judgement in zip(series.behaviours, judgements.behaviours, strict=True)
    }
    return Look(size, on, composite, behaviours, judgements, series)


def _standing(judgement: Judgement, held: Claim | None, size: int, on: date) -> Standing:
    called = judgement.called(level_at(size))
    if called is not None and (held is None or held.direction != called):
        return Standing(judgement, Claim(called, size, on), passes=True)
    if held is None:
        return Standing(judgement)
    z = judgement.z or 0.0
    if held.direction == "falling":
        z = -z
    if called is None and z <= HOLDS * bound_at(size):
        return Standing(judgement, lost=held)
    return Standing(judgement, held, passes=called is not None)


_NONE = Observations((), ())


def differences(series: LookSeries) -> dict[str, Observations]:
    """Of each behaviour in overall its rating less the mean of the others.

    Each is taken about its own mean, at sittings that rate at least half of the others.
    """
    means = {
        key: sum(series.behaviours[key].values) / len(series.behaviours[key].values)
        for key in series.together
        if series.behaviours[key].values
    }
    by_date: dict[date, dict[str, float]] = {}
    for key, mean in means.items():
        dated = series.behaviours[key]
        for day, value in zip(dated.dates, dated.values, strict=True):
            by_date.setdefault(day, {})[key] = value - mean
    result: dict[str, list[tuple[date, float]]] = {key: [] for key in series.together}
    for day in sorted(by_date):
        centred = by_date[day]
        total, others = sum(centred.values()), len(centred) - 1
        if others and 2 * others >= len(series.together) - 1:
            for key, value in centred.items():
                rest = (total - value) / others
                result[key].append((day, round(value - rest, 12)))
    return {
        key: DatedValues(
            tuple(day for day, _ in pairs), tuple(value for _, value in pairs)
        ).observations_since(series.dates[0])
        for key, pairs in result.items()
    }


def more_or_less(series: LookSeries, level: float) -> dict[str, Judgement]:
    """The behaviours that changed more or less than the others, by Benjamini and Hochberg."""
    of = differences(series)
    judged = judge(behaviours=list(of.values()), composite=_NONE, times=series.times)
    return {
        key: judgement
        for key, judgement in zip(of, judged.behaviours, strict=True)
        if judgement.called(level)
    }
